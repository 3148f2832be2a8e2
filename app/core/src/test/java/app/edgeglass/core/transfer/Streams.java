package app.edgeglass.core.transfer;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.time.Clock;
import java.time.Duration;

/** A server with a session of ours and a client of others. */
record Streams(TestServer server, TestClient other, Session session) implements AutoCloseable {

    static Streams on(ServerVersion version) {
        var server = TestServer.start(version);
        return new Streams(server, TestClient.connect(server.url()), open(Profile.of(server.url())));
    }

    static Session open(Profile profile) {
        var session = new Session(profile, Clock.systemUTC());
        session.open();
        return session;
    }

    StreamRef add(String name, String... subjects) throws Exception {
        return add(StreamConfiguration.builder().name(name).subjects(subjects));
    }

    StreamRef add(StreamConfiguration.Builder wanted) throws Exception {
        StreamConfiguration made = wanted.storageType(StorageType.File).build();
        other.connection().jetStreamManagement().addStream(made);
        return new StreamRef(session, made.getName());
    }

    void publish(String subject, byte[] payload, String... headers) throws Exception {
        var message = NatsMessage.builder().subject(subject).data(payload);
        if (headers.length > 0) {
            var all = new Headers();
            for (int i = 0; i < headers.length; i += 2) {
                all.add(headers[i], headers[i + 1]);
            }
            message.headers(all);
        }
        other.connection().jetStream().publish(message.build());
    }

    /** Numbered messages, the number in the payload. */
    void fill(String subject, int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            byte[] body = Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (i % 500 == 0 || i == count) {
                other.connection().request(subject, body, Duration.ofSeconds(10));
            } else {
                other.connection().publish(subject, body);
            }
        }
    }

    long messages(String stream) throws Exception {
        return other.connection()
                .jetStreamManagement()
                .getStreamInfo(stream)
                .getStreamState()
                .getMsgCount();
    }

    MessageInfo message(String stream, long sequence) throws Exception {
        return other.connection().jetStreamManagement().getMessage(stream, sequence);
    }

    @Override
    public void close() {
        session.close();
        other.close();
        server.close();
    }
}
