package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream {@value #NAME} on a server of its own, made and filled by another client than the one that reads it. */
final class BrowsedStream implements AutoCloseable {

    static final String NAME = "S";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestServer server;
    private final TestClient other;
    private final List<Session> sessions = new ArrayList<>();

    /** @param config what the stream has besides name and subjects, as JSON members */
    BrowsedStream(ServerVersion version, String config, String... serverConfig) {
        server = TestServer.start(version, serverConfig);
        other = TestClient.connect(
                serverConfig.length == 0 ? server.url() : server.url().replace("://", "://all:all@"));
        make(config);
    }

    void make(String config) {
        ask("STREAM.CREATE." + NAME, "{\"name\":\"S\",\"subjects\":[\"s.>\"],\"storage\":\"memory\"," + config + "}");
    }

    TestServer server() {
        return server;
    }

    Connection other() {
        return other.connection();
    }

    /** Asks as the other client, and fails when it is refused. */
    JsonNode ask(String verb, String body) {
        try {
            var answer = Objects.requireNonNull(
                    other.connection().request("$JS.API." + verb, body.getBytes(UTF_8), SOON), verb);
            JsonNode json = JsonMapper.shared().readTree(answer.getData());
            if (json.has("error")) {
                throw new IllegalStateException(verb + ": " + json);
            }
            return json;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Messages on {@code s.0} to {@code s.9} whose payload is their number, each with as many bytes more. */
    void fill(int messages, int more) {
        long before = last();
        try (var plain = new PlainClient(server.port())) {
            String rest = ".".repeat(more);
            for (int i = 1; i <= messages; i++) {
                plain.publish("s." + i % 10, "{\"n\":" + i + ",\"rest\":\"" + rest + "\"}");
            }
            plain.flush();
        }
        // Without an acknowledgement of each the stream may still be at it.
        Awaitility.await().atMost(SOON).until(() -> last() == before + messages);
    }

    long last() {
        return ask("STREAM.INFO." + NAME, "").path("state").path("last_seq").asLong();
    }

    void delete(long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            ask("STREAM.MSG.DELETE." + NAME, "{\"seq\":" + sequence + ",\"no_erase\":true}");
        }
    }

    StreamRef opened() {
        return opened(Profile.of(server.url()));
    }

    StreamRef opened(Profile profile) {
        var session = new Session(profile, Clock.systemUTC());
        sessions.add(session);
        session.open();
        return new StreamRef(session, NAME);
    }

    static JetStreamApi api(StreamRef stream) {
        return new JetStreamApi(stream.session());
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
        other.close();
        server.close();
    }
}
