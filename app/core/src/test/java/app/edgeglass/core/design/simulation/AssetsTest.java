package app.edgeglass.core.design.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a world creates on the server, and what it leaves alone. */
class AssetsTest {

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aSecondStartFindsEverythingAndLeavesItAlone(ServerVersion version) throws Exception {
        var design = Worlds.world(Worlds.SMALL);
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            try (var first = Simulation.start(design, session)) {
                assertThat(first.assets()).extracting(Asset::created).containsOnly(true);
                await().until(() -> first.progress().acknowledged() > 5);
            }
            long kept = Worlds.messages(client, "KEPT");
            String object =
                    client.connection().objectStore("files").getInfo("f.bin").getNuid();

            try (var second = Simulation.start(design, session)) {
                assertThat(second.assets())
                        .hasSize(4)
                        .extracting(Asset::created)
                        .containsOnly(false);
                await().until(() -> second.progress().acknowledged() > 5);
            }

            assertThat(Worlds.messages(client, "KEPT")).isGreaterThan(kept);
            assertThat(client.connection().keyValue("settings").history("a")).hasSize(3);
            assertThat(client.connection().keyValue("settings").get("a").getRevision())
                    .isEqualTo(3);
            assertThat(client.connection().objectStore("files").getInfo("f.bin").getNuid())
                    .isEqualTo(object);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void refusesWhatIsThereOtherwiseAndChangesNothing(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            var management = client.connection().jetStreamManagement();
            management.addStream(StreamConfiguration.builder()
                    .name("KEPT")
                    .subjects("kept.>", "more.>")
                    .maxAge(Duration.ofMinutes(30))
                    .maxBytes(1 << 20)
                    .build());
            client.connection()
                    .keyValueManagement()
                    .create(KeyValueConfiguration.builder("settings")
                            .maxHistoryPerKey(5)
                            .build());

            assertThatThrownBy(() -> Simulation.start(Worlds.world(Worlds.SMALL), session))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.key()).isEqualTo("design.different");
                        assertThat(failure.sentence())
                                .contains(
                                        "the stream KEPT: subjects is kept.>, more.> on the server and kept.> in the design")
                                .contains("max_age is 30m on the server and 1h in the design")
                                .contains("the bucket settings: history is 5 on the server and 3 in the design");
                    });

            assertThat(management.getStreamNames()).containsExactlyInAnyOrder("KEPT", "KV_settings");
            assertThat(management.getStreamInfo("KEPT").getConfiguration().getMaxAge())
                    .isEqualTo(Duration.ofMinutes(30));
            assertThat(management.getConsumerNames("KEPT")).isEmpty();
            assertThat(Worlds.simulationThreads()).isZero();
        }
    }

    @Test
    void saysWhatTheServerRefuses() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            client.connection()
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name("OTHER")
                            .subjects("kept.a")
                            .build());

            assertThatThrownBy(() -> Simulation.start(Worlds.world(Worlds.SMALL), session))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.key()).isEqualTo("design.refused");
                        assertThat(failure.sentence())
                                .contains("the stream KEPT")
                                .contains("overlap")
                                .contains("10065");
                    });
        }
    }

    @Test
    void aReadOnlyProfileIsRefusedBeforeAnythingIsSent() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(Profile.of(server.url()).withReadOnly(true))) {
            long before = session.traffic().outMessages();

            assertThatThrownBy(() -> Simulation.start(Worlds.EDGE_FLEET, session))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.key()).isEqualTo("guard.read-only");
                        assertThat(failure.sentence()).contains("run “Edge fleet”");
                    });

            assertThat(session.traffic().outMessages()).isEqualTo(before);
            assertThat(Worlds.simulationThreads()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void saysThatThereIsNoJetStream(ServerVersion version) {
        try (var server = TestServer.start(
                        version, "accounts { A { users: [{user: a, password: a}] } }", "no_auth_user: a");
                var session = Worlds.session(server)) {
            assertThatThrownBy(() -> Simulation.start(Worlds.EDGE_FLEET, session))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.no-jetstream"));

            try (var plain = Simulation.start(Worlds.world("subjects: [{subject: a, rate: 50/s}]"), session)) {
                await().until(() -> plain.progress().published() > 5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void removesWhatItCreatedAndNothingElse(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            var management = client.connection().jetStreamManagement();
            // The same as the design asks for, but somebody else's.
            client.connection()
                    .keyValueManagement()
                    .create(KeyValueConfiguration.builder("settings")
                            .maxHistoryPerKey(3)
                            .build());
            management.addStream(
                    StreamConfiguration.builder().name("MINE").subjects("mine").build());
            Simulation.start(Worlds.world(Worlds.SMALL), session).stop();

            Removal removal =
                    Simulation.start(Worlds.world(Worlds.SMALL), session).removeAssets("");

            assertThat(removal.removed())
                    .extracting(Asset::name)
                    .containsExactlyInAnyOrder("KEPT/reader", "KEPT", "files");
            assertThat(removal.kept()).extracting(Asset::name).containsExactly("settings");
            assertThat(management.getStreamNames()).containsExactlyInAnyOrder("KV_settings", "MINE");
        }
    }

    @Test
    void brokenOffItLeavesNoPieceOfAnObject() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            var design = Worlds.world(
                    "object_buckets: [{name: files, objects: [{name: f, size: 64 MiB, chunk_size: 1 KiB}]}]");
            var failed = new CompletableFuture<Throwable>();
            var starting = Thread.ofVirtual().start(() -> {
                try {
                    Simulation.start(design, session);
                } catch (Failure e) {
                    failed.complete(e);
                }
            });
            var management = client.connection().jetStreamManagement();
            await().ignoreExceptions().until(() -> Worlds.messages(client, "OBJ_files") > 10);

            starting.interrupt();

            assertThat(failed.get(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.broken-off"));
            assertThat(management.getStreamInfo("OBJ_files").getStreamState().getMsgCount())
                    .isZero();
            assertThat(Worlds.simulationThreads()).isZero();
        }
    }

    @Test
    void refusesAnObjectThatIsThereOtherwise() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            Simulation.start(Worlds.world(Worlds.SMALL), session).stop();
            client.connection().objectStore("files").put("f.bin", new byte[300 << 10]);

            assertThatThrownBy(() -> Simulation.start(Worlds.world(Worlds.SMALL), session))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.key()).isEqualTo("design.different");
                        assertThat(failure.sentence()).contains("the object files/f.bin: digest is SHA-256=");
                    });
        }
    }
}
