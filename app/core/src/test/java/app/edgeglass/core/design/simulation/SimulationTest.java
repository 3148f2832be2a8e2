package app.edgeglass.core.design.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.design.SampleFolder;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void goesOnByItselfAfterTheServerWasKilled(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var session = Worlds.session(server);
                var simulation = Simulation.start(Worlds.EDGE_FLEET, session)) {
            await().until(() -> simulation.progress().answered() > 0);
            server.kill();
            await().until(() -> simulation.state() instanceof SimulationState.Waiting);
            assertThat(simulation.progress().perSecond()).isZero();
            long published = simulation.progress().published();
            long answered = simulation.progress().answered();

            server.restart();

            await().atMost(Duration.ofSeconds(15))
                    .until(() -> simulation.state() instanceof SimulationState.Running
                            && simulation.progress().published() > published + 100
                            && simulation.progress().answered() > answered);
            assertThat(simulation.progress().missed()).isZero();
            try (var client = TestClient.connect(server.url())) {
                long delivered = simulation.progress().delivered();
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> simulation.progress().delivered() > delivered);
                assertThat(Worlds.messages(client, "TELEMETRY")).isPositive();
            }
        }
    }

    @Test
    void stoppingLeavesNoThreadAndNoSubscription() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(server)) {
            // The inbox for the connection's own requests stays with the connection.
            session.liveConnection().request("nobody", new byte[0], Duration.ofSeconds(1));
            long subscriptions = subscriptions(server, session);
            var design = SampleFolder.samples().load("orders").orThrow();
            var simulation = Simulation.start(design, session, 5, Clock.systemUTC());
            await().until(() -> simulation.progress().acked() > 0);
            assertThat(Worlds.simulationThreads()).isEqualTo(1);

            simulation.stop();
            simulation.stop();

            assertThat(simulation.state())
                    .isInstanceOfSatisfying(
                            SimulationState.Stopped.class,
                            stopped -> assertThat(stopped.reason()).isNull());
            await().untilAsserted(() -> assertThat(Worlds.simulationThreads()).isZero());
            await().untilAsserted(
                            () -> assertThat(subscriptions(server, session)).isEqualTo(subscriptions));
            long published = simulation.progress().published();
            try (var client = TestClient.connect(server.url())) {
                var management = client.connection().jetStreamManagement();
                assertThat(management.getConsumerNames("ORDERS"))
                        .containsExactlyInAnyOrder("order-processor", "billing", "audit");
            }
            assertThat(simulation.progress().published()).isEqualTo(published);
        }
    }

    private static long subscriptions(TestServer server, Session session) throws Exception {
        int id = session.liveConnection().getServerInfo().getClientId();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.monitoringUrl() + "/connz?cid=" + id))
                    .build();
            var page = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared()
                    .readTree(page)
                    .path("connections")
                    .path(0)
                    .path("subscriptions")
                    .asLong();
        }
    }

    @Test
    void endsWhenItsSessionIsClosed() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Worlds.session(server);
            var simulation = Simulation.start(Worlds.world(Worlds.SMALL), session);
            session.close();

            await().untilAsserted(() -> assertThat(simulation.state()).isInstanceOf(SimulationState.Stopped.class));
            await().untilAsserted(() -> assertThat(Worlds.simulationThreads()).isZero());
            assertThat(simulation.stop()).hasSize(4);
        }
    }

    @Test
    void followsTheSpeed() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(server);
                var simulation = Simulation.start(
                        Worlds.world("subjects: [{subject: a, rate: 100/s}]"), session, 1, Clock.systemUTC())) {
            await().untilAsserted(
                            () -> assertThat(simulation.progress().perSecond()).isBetween(90.0, 110.0));

            simulation.setSpeed(50);

            assertThat(simulation.speed()).isEqualTo(50);
            await().untilAsserted(
                            () -> assertThat(simulation.progress().perSecond()).isBetween(4_500.0, 5_500.0));
            assertThat(simulation.progress().missed()).isZero();
        }
    }

    @Test
    void countsWhatNoStreamAcknowledges() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(server);
                var simulation = Simulation.start(
                        Worlds.world("subjects: [{subject: nowhere.a, rate: 50/s, ack: true}]"), session)) {
            await().untilAsserted(
                            () -> assertThat(simulation.progress().errors()).isGreaterThan(3));
            assertThat(simulation.progress().lastError()).isEqualTo("nowhere.a: no stream answered");
            assertThat(simulation.progress().acknowledged()).isZero();
        }
    }

    @Test
    void stopsSoonWhenTheServerIsFrozen() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(server)) {
            var simulation = Simulation.start(Worlds.EDGE_FLEET, session, 50, Clock.systemUTC());
            await().until(() -> simulation.progress().published() > 1_000);
            server.suspend();
            try {
                long published = simulation.progress().published();
                await().until(() -> simulation.progress().published() > published + 1_000);
                long began = System.nanoTime();
                simulation.stop();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
                await().untilAsserted(
                                () -> assertThat(Worlds.simulationThreads()).isZero());
            } finally {
                server.resume();
            }
        }
    }

    @Test
    void stoppedWhileTheServerIsAwayItLeavesNothingBehind() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Worlds.session(server)) {
            session.liveConnection().request("nobody", new byte[0], Duration.ofSeconds(1));
            long subscriptions = subscriptions(server, session);
            var simulation = Simulation.start(Worlds.EDGE_FLEET, session);
            server.kill();
            await().until(() -> simulation.state() instanceof SimulationState.Waiting);
            simulation.stop();
            server.restart();

            await().atMost(Duration.ofSeconds(15)).until(() -> session.state() instanceof SessionState.Live);
            assertThat(subscriptions(server, session)).isEqualTo(subscriptions);
            assertThat(Worlds.simulationThreads()).isZero();
        }
    }
}
