package app.edgeglass.core.design.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.design.SampleFolder;
import app.edgeglass.core.design.simulation.Asset.Kind;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.ObjectInfo;
import io.nats.client.support.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples that come with the program, run against real servers. */
class SampleWorldsTest {

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theEdgeFleetIsThereWithinSecondsAndCountsWhatItPublishes(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server)) {
            Set<String> telemetry = ConcurrentHashMap.newKeySet();
            var received = new LongAdder();
            var bytes = new LongAdder();
            var dispatcher = client.connection().createDispatcher(message -> {
                if (!message.getSubject().endsWith(".cmd")) {
                    received.increment();
                    bytes.add(message.getData().length);
                }
                if (message.getSubject().contains(".device.")) {
                    telemetry.add(message.getSubject());
                }
            });
            dispatcher.subscribe("site.>");
            client.connection().flush(Duration.ofSeconds(2));

            var simulation = Simulation.start(Worlds.EDGE_FLEET, session);
            await().atMost(Duration.ofSeconds(10)).until(() -> telemetry.size() >= 360);
            await().until(() -> simulation.progress().answered() >= 3);
            assertThat(simulation.state()).isInstanceOf(SimulationState.Running.class);
            assertThat(simulation.progress().perSecond()).isBetween(100.0, 200.0);
            var remaining = simulation.stop();

            var progress = simulation.progress();
            await().untilAsserted(() -> assertThat(received.sum()).isEqualTo(progress.published()));
            assertThat(bytes.sum()).isEqualTo(progress.publishedBytes());
            assertThat(progress.errors()).as(progress.lastError()).isZero();
            assertThat(progress.missed()).isZero();
            assertThat(progress.requests()).isGreaterThanOrEqualTo(progress.answered());
            assertThat(remaining)
                    .containsExactly(
                            new Asset(Kind.STREAM, "TELEMETRY", true),
                            new Asset(Kind.STREAM, "ALARMS", true),
                            new Asset(Kind.CONSUMER, "ALARMS/pager", true),
                            new Asset(Kind.CONSUMER, "TELEMETRY/historian", true),
                            new Asset(Kind.BUCKET, "device-config", true),
                            new Asset(Kind.OBJECT_BUCKET, "firmware", true));
            assertFleetOnServer(client);
        }
    }

    private static void assertFleetOnServer(TestClient client) throws Exception {
        var connection = client.connection();
        assertThat(connection.keyValue("device-config").history("ulsan.01"))
                .hasSize(4)
                .allSatisfy(
                        entry -> assertThat(JsonParser.parse(entry.getValue())).isNotNull());
        assertThat(connection.keyValue("device-config").keys()).hasSize(63);
        assertThat(connection.objectStore("firmware").getList())
                .extracting(ObjectInfo::getSize)
                .containsExactlyInAnyOrder(2253L << 10, 2318L << 10, 184L << 10, 24L << 10);
        var telemetry = connection.jetStreamManagement().getStreamInfo("TELEMETRY");
        assertThat(telemetry.getStreamState().getMsgCount()).isGreaterThan(360);
        assertThat(telemetry.getConfiguration().getMaxAge()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void ordersConsumersLookAsInRealLife(ServerVersion version) throws Exception {
        var design = SampleFolder.samples().load("orders").orThrow();
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = Worlds.session(server);
                var simulation = Simulation.start(design, session, 8, Clock.systemUTC())) {
            var management = client.connection().jetStreamManagement();

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var processor = management.getConsumerInfo("ORDERS", "order-processor");
                assertThat(processor.getNumAckPending()).isPositive();
                assertThat(processor.getRedelivered()).isPositive();
                assertThat(processor.getAckFloor().getConsumerSequence()).isPositive();
                assertThat(management.getConsumerInfo("ORDERS", "billing").getNumPending())
                        .isPositive();
                assertThat(management
                                .getConsumerInfo("ORDERS", "audit")
                                .getDelivered()
                                .getConsumerSequence())
                        .isZero();
                assertThat(management.getStreamInfo("DLQ").getStreamState().getMsgCount())
                        .isPositive();
                var progress = simulation.progress();
                assertThat(progress.acked()).isPositive();
                assertThat(progress.naked()).isPositive();
                assertThat(progress.termed()).isPositive();
                assertThat(progress.left()).isPositive();
                assertThat(progress.deadLetters()).isPositive();
            });
            var letter = management.getFirstMessage("DLQ", "dlq.>");
            var headers = Objects.requireNonNull(letter.getHeaders());
            assertThat(letter.getSubject()).matches("dlq\\.(ORDERS\\.order-processor|TASKS\\.(email|invoice))");
            assertThat(headers.getFirst("Dead-Letter-Subject")).matches("orders\\.created|tasks\\..*");
            assertThat(headers.getFirst("Dead-Letter-Deliveries")).matches("[34]");
            assertThat(new String(letter.getData(), StandardCharsets.UTF_8)).contains("ORD-");
            // Interest and work queue keep only what somebody still has to do.
            assertThat(management.getStreamInfo("TASKS").getStreamState().getMsgCount())
                    .isLessThan(
                            management.getStreamInfo("TASKS").getStreamState().getLastSequence());
            await().until(() -> simulation.progress().unanswered() > 0);
            assertThat(simulation.progress().lastError()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theFactoryLineRunsWithoutAnError(ServerVersion version) {
        var design = SampleFolder.samples().load("factory-line").orThrow();
        try (var server = TestServer.start(version);
                var session = Worlds.session(server);
                var simulation = Simulation.start(design, session, 20, Clock.systemUTC())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> simulation.progress().published() > 2_000
                            && simulation.progress().acknowledged() > 0
                            && simulation.progress().answered() > 0);
            simulation.stop();
            assertThat(simulation.progress().lastError()).isNull();
        }
    }
}
