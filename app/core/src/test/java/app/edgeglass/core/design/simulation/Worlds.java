package app.edgeglass.core.design.simulation;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.design.SampleFolder;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.format.DesignReader;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Sessions and small worlds for the tests. */
final class Worlds {

    static final SubjectDesign EDGE_FLEET =
            SampleFolder.samples().load("edge-fleet").orThrow();

    static final String SMALL = """
            subjects:
              - {subject: kept.a, rate: 20/s, ack: true, payload: {json: {n: {$counter: 1}}}}
            streams:
              - {name: KEPT, subjects: [kept.>], max_age: 1h, max_bytes: 1 MiB}
            consumers:
              - {stream: KEPT, name: reader, ack_wait: 5s}
            buckets:
              - {name: settings, history: 3, keys: [{key: a, revisions: 3, payload: {text: x}}]}
            object_buckets:
              - {name: files, objects: [{name: f.bin, size: 300 KiB}]}
            """;

    private Worlds() {}

    static Session session(TestServer server) {
        return session(Profile.of(server.url()));
    }

    static Session session(Profile profile) {
        var session = new Session(profile, Clock.systemUTC());
        session.open();
        return session;
    }

    static SubjectDesign world(String body) {
        return DesignReader.read(
                        "world.yaml", ("edgeglass: design/1\nname: world\n" + body).getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    static long messages(TestClient client, String stream) throws Exception {
        return client.connection()
                .jetStreamManagement()
                .getStreamInfo(stream)
                .getStreamState()
                .getMsgCount();
    }

    static long simulationThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(Simulation.THREAD))
                .count();
    }
}
