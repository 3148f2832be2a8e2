package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.RequestOutcome.Failed;
import app.edgeglass.core.publish.RequestOutcome.Replies;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a read-only profile and one of production let out, by each of the ways in which something is sent. */
class ReadOnlyTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final RequestPlan ONE = RequestPlan.one(SOON);

    private static Composition text(String subject) {
        return new Composition(subject, "", List.of(), BodyFormat.TEXT, "body", null);
    }

    private static RequestOutcome ask(OpenSession here, String subject) throws InterruptedException {
        return here.requester().prepare(Draft.of(subject, new byte[0]), ONE).await();
    }

    private static String refused(OpenSession here, String subject) throws InterruptedException {
        return ((Failed) ask(here, subject)).failure().key();
    }

    private static void makeStream(TestClient client) throws Exception {
        client.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("ORDERS")
                        .subjects("orders.>")
                        .storageType(StorageType.Memory)
                        .build());
        client.connection().jetStream().publish("orders.1", "first".getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void nothingLeavesAReadOnlyProfileButWhatReads(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.open(Profile.of(server.url()).withReadOnly(true))) {
            makeStream(other);
            var heard = other.connection().subscribe("orders.>");
            other.connection().flush(SOON);

            // Once, again from the history, and again and again.
            var draft = Draft.of("orders.2", "second".getBytes(UTF_8));
            for (int again = 0; again < 2; again++) {
                assertThat(catchThrowableOfType(
                                        Failure.class, () -> here.publisher().publish(draft))
                                .key())
                        .isEqualTo("guard.read-only");
            }
            RepeatProgress repeated = here.repeater()
                    .prepare(text("orders.{{counter}}"), new RepeatPlan(0, Duration.ofMillis(1)))
                    .run();
            assertThat(repeated.sent()).isZero();
            assertThat(repeated.ended()).isTrue();
            assertThat(Objects.requireNonNull(repeated.failure()).key()).isEqualTo("guard.read-only");
            assertThat(refused(here, "orders.ask")).isEqualTo("guard.read-only");
            for (String subject : List.of(
                    "$JS.API.STREAM.DELETE.ORDERS",
                    "$JS.API.STREAM.PURGE.ORDERS",
                    "$JS.API.CONSUMER.CREATE.ORDERS",
                    "$JS.API.STREAM.CREATE.MORE")) {
                assertThat(refused(here, subject)).isEqualTo("guard.read-only");
            }

            // What only reads is answered.
            assertThat(ask(here, "$JS.API.STREAM.INFO.ORDERS"))
                    .isInstanceOfSatisfying(
                            Replies.class,
                            replies -> assertThat(new String(
                                            replies.replies().getFirst().payload(), UTF_8))
                                    .contains("\"messages\":1,"));

            here.session().liveConnection().RTT();
            other.connection().publish("orders.last", new byte[0]);
            assertThat(Objects.requireNonNull(heard.nextMessage(SOON)).getSubject())
                    .isEqualTo("orders.last");
            assertThat(other.connection().jetStreamManagement().getStreamNames())
                    .containsExactly("ORDERS");
            assertThat(other.connection().jetStreamManagement().getConsumerNames("ORDERS"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void noBareMessageDestroysInProduction(ServerVersion version) throws Exception {
        var production = Environment.PRODUCTION;
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.open(Profile.of(server.url()).withEnvironment(production))) {
            makeStream(other);

            assertThat(refused(here, "$JS.API.STREAM.DELETE.ORDERS")).isEqualTo("guard.unnamed");
            var rollUp =
                    new Draft("orders.2", List.of(new Header("Nats-Rollup", "all")), "second".getBytes(UTF_8), null);
            assertThat(catchThrowableOfType(
                                    Failure.class, () -> here.publisher().publish(rollUp))
                            .key())
                    .isEqualTo("guard.unnamed");

            here.publisher().publish(Draft.of("orders.3", "third".getBytes(UTF_8)));
            assertThat(other.connection()
                            .jetStreamManagement()
                            .getStreamInfo("ORDERS")
                            .getStreamState()
                            .getMsgCount())
                    .isEqualTo(2);
        }
    }
}
