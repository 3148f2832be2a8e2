package app.edgeglass.core.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A session, and beside it a plain client that makes streams and consumers as somebody else would. */
public record Jets(Session session, JetStreamApi api, TestClient other) implements AutoCloseable {

    public static Jets on(String url) {
        return of(Profile.of(url), url);
    }

    /** @param url where the other client connects */
    public static Jets of(Profile profile, String url) {
        var session = new Session(profile, Clock.systemUTC());
        session.open();
        return new Jets(session, new JetStreamApi(session, Duration.ofSeconds(4)), TestClient.connect(url));
    }

    public Consumers consumers() {
        return new Consumers(api, Clock.systemUTC());
    }

    public ConsumerChanges changes(String stream) {
        return new ConsumerChanges(api, stream);
    }

    public ConsumerRow row(String stream, String name) {
        return consumers().row(consumers().info(stream, name));
    }

    /** Asks JetStream past the session, and fails on an error. */
    public ObjectNode ask(String verb, String json) {
        try {
            byte[] said = Objects.requireNonNull(
                            other.connection().request("$JS.API." + verb, json.getBytes(UTF_8), Duration.ofSeconds(5)),
                            verb)
                    .getData();
            var answer = (ObjectNode) JsonMapper.shared().readTree(said);
            if (answer.has("error")) {
                throw new IllegalStateException(verb + ": " + answer);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param more fields of its configuration, such as {@code "retention": "workqueue"}; empty for none */
    public void stream(String name, String subjects, String more) {
        ask(
                "STREAM.CREATE." + name,
                "{\"name\": \"%s\", \"subjects\": [\"%s\"], \"storage\": \"memory\"%s}"
                        .formatted(name, subjects, more.isEmpty() ? "" : ", " + more));
    }

    /** @param config as JSON without the braces, besides the name */
    public ObjectNode durable(String stream, String name, String config) {
        return ask(
                "CONSUMER.DURABLE.CREATE." + stream + "." + name,
                "{\"stream_name\": \"%s\", \"config\": {\"durable_name\": \"%s\", %s}}"
                        .formatted(stream, name, config));
    }

    /** Publishes and waits until the stream has it. */
    public void publish(String subject, String body) {
        try {
            Objects.requireNonNull(other.connection().request(subject, body.getBytes(UTF_8), Duration.ofSeconds(5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode json(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    @Override
    public void close() {
        other.close();
        session.close();
    }
}
