package app.edgeglass.core.stream;

import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server, a session of the product with it, and another party that owes nothing to the product. */
final class StreamWorld implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    final TestServer server;
    final Session session;
    final TestClient other;
    final JetStreamApi api;
    final Streams streams;
    final StreamEditor editor;
    final StreamOperations operations;

    private StreamWorld(TestServer server, UnaryOperator<Profile> as, Duration patience) {
        this.server = server;
        this.session = new Session(as.apply(Profile.of(server.url())), Clock.systemUTC());
        session.open();
        this.other = TestClient.connect(server.url());
        this.api = new JetStreamApi(session, patience);
        this.streams = new Streams(api);
        this.editor = new StreamEditor(api, Clock.systemUTC());
        this.operations = new StreamOperations(api);
    }

    static StreamWorld start(ServerVersion version, String... config) {
        return new StreamWorld(TestServer.start(version, config), profile -> profile, JetStreamApi.PATIENCE);
    }

    static StreamWorld impatient(ServerVersion version) {
        return new StreamWorld(TestServer.start(version), profile -> profile, Duration.ofMillis(700));
    }

    static StreamWorld production(ServerVersion version) {
        return new StreamWorld(
                TestServer.start(version),
                profile -> profile.withEnvironment(Environment.PRODUCTION),
                JetStreamApi.PATIENCE);
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    /** Asks the server by another connection. */
    ObjectNode ask(String verb, String body) {
        try {
            var answer = other.connection()
                    .request("$JS.API." + verb, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(5));
            return json(new String(Objects.requireNonNull(answer, verb).getData(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Creates a stream as another client would. */
    void create(String config) {
        ObjectNode answer = ask("STREAM.CREATE." + json(config).path("name").asString(), config);
        if (answer.has("error")) {
            throw new IllegalStateException(answer.toString());
        }
    }

    ObjectNode config(String stream) {
        return (ObjectNode) ask("STREAM.INFO." + stream, "").get("config");
    }

    long messages(String stream) {
        return ask("STREAM.INFO." + stream, "").path("state").path("messages").asLong();
    }

    /** Publishes so many messages, one subject after the other, and waits until the stream has them. */
    void fill(String stream, int count, String... subjects) {
        long before = messages(stream);
        for (int i = 0; i < count; i++) {
            other.connection().publish(subjects[i % subjects.length], new byte[100]);
        }
        await().atMost(SOON).until(() -> messages(stream) == before + count);
    }

    @Override
    public void close() {
        other.close();
        session.close();
        server.close();
    }
}
