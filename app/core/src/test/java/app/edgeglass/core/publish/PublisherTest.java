package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublisherTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static void assertFails(String key, ThrowingCallable publishing) {
        assertThatThrownBy(publishing)
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsExactlyTheDraft(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var subscription = other.connection().subscribe(">");
            other.connection().flush(SOON);
            var payload = new byte[] {0, (byte) 0xFF, '{', '\r', '\n'};

            Sent sent = here.publisher()
                    .publish(new Draft(
                            "site.münchen.温度",
                            List.of(new Header("Trace", "1"), new Header("Empty", ""), new Header("Trace", "2")),
                            payload,
                            "answers.here"));

            Message message = Objects.requireNonNull(subscription.nextMessage(SOON));
            assertThat(message.getSubject()).isEqualTo("site.münchen.温度");
            assertThat(message.getData()).isEqualTo(payload);
            assertThat(message.getReplyTo()).isEqualTo("answers.here");
            assertThat(message.getHeaders().get("Trace")).containsExactly("1", "2");
            assertThat(message.getHeaders().get("Empty")).containsExactly("");
            assertThat(sent.subject()).isEqualTo("site.münchen.温度");
            assertThat(sent.payloadBytes()).isEqualTo(5);
            assertThat(sent.confirmedAfter()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void obeysTheServersLargestPayloadToTheByte(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, "max_payload: 1000");
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var subscription = other.connection().subscribe("a");
            other.connection().flush(SOON);
            var headers = List.of(new Header("Name", "value"));
            int room = 1000 - Draft.headerBytes(headers);

            here.publisher().publish(Draft.of("a", new byte[1000]));
            here.publisher().publish(new Draft("a", headers, new byte[room], null));
            assertFails("publish.too-large", () -> here.publisher().publish(Draft.of("a", new byte[1001])));
            assertFails(
                    "publish.too-large-headers",
                    () -> here.publisher().publish(new Draft("a", headers, new byte[room + 1], null)));

            assertThat(Objects.requireNonNull(subscription.nextMessage(SOON)).getData())
                    .hasSize(1000);
            assertThat(Objects.requireNonNull(subscription.nextMessage(SOON)).getData())
                    .hasSize(room);
            assertThat(here.session().state()).isInstanceOf(SessionState.Live.class);
            assertThat(here.session().gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsNothingThatIsNotValid(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var subscription = other.connection().subscribe(">");
            other.connection().flush(SOON);

            for (String subject : List.of("", "a b", "a..b", "a.*", "a\r\nPUB x 0", "a".repeat(65_536))) {
                assertThatThrownBy(() -> here.publisher().publish(Draft.of(subject, new byte[0])))
                        .as(subject)
                        .isInstanceOf(Failure.class);
            }
            here.publisher().publish(Draft.of("last", new byte[0]));

            assertThat(Objects.requireNonNull(subscription.nextMessage(SOON)).getSubject())
                    .isEqualTo("last");
        }
    }

    /** The longest subject that is let through must not cost the connection. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsTheLongestSubjectThatItAllows(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            String longest = "a".repeat(app.edgeglass.core.subject.Subject.MOST_BYTES);
            here.publisher()
                    .publish(new Draft(longest, List.of(new Header("A", "b")), new byte[100_000], "r".repeat(100)));
            assertThat(here.session().gaps()).isEmpty();
        }
    }

    private static final String DENYING = """
            authorization { users = [ { user: u, password: p, permissions: {
              publish: { deny: ["secret.>"] }, subscribe: ">" } } ] }""";

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsARefusalOfTheServer(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, DENYING);
                var here = OpenSession.open(Profile.of(server.url().replace("//", "//u:p@")))) {
            var publisher = here.publisher();
            for (int i = 0; i < 20; i++) {
                publisher.publish(Draft.of("open.x", new byte[0]));
                assertFails("publish.denied", () -> publisher.publish(Draft.of("secret.it's", new byte[0])));
            }
            assertThat(here.session().gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void refusesWithAReadOnlyProfile(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.open(Profile.of(server.url()).withReadOnly(true))) {
            var subscription = other.connection().subscribe(">");
            other.connection().flush(SOON);
            assertThatThrownBy(() -> here.publisher().publish(Draft.of("a", new byte[0])))
                    .isInstanceOfSatisfying(Failure.class, e -> {
                        assertThat(e.key()).isEqualTo("guard.read-only");
                        assertThat(e.sentence()).contains("publish to a");
                    });
            here.session().liveConnection().RTT();
            other.connection().publish("last", new byte[0]);
            assertThat(Objects.requireNonNull(subscription.nextMessage(SOON)).getSubject())
                    .isEqualTo("last");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void keepsNothingForLater(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            server.kill();
            await().atMost(SOON).until(() -> here.session().state() instanceof SessionState.Reconnecting);
            assertFails("session.not-live", () -> here.publisher().publish(Draft.of("a", "old".getBytes(UTF_8))));
            // As when the connection breaks between the look at it and the sending: the client itself must refuse.
            var connection = here.session().openConnection();
            assertThatThrownBy(() -> connection.publish("a", "old".getBytes(UTF_8)))
                    .isInstanceOf(IllegalStateException.class);

            server.restart();
            try (var other = TestClient.connect(server.url())) {
                var subscription = other.connection().subscribe("a");
                other.connection().flush(SOON);
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> here.session().state() instanceof SessionState.Live);
                here.publisher().publish(Draft.of("a", "new".getBytes(UTF_8)));
                assertThat(Objects.requireNonNull(subscription.nextMessage(SOON))
                                .getData())
                        .isEqualTo("new".getBytes(UTF_8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void doesNotSayThatItSentWhatNobodyConfirmed(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            server.suspend();
            var publishing = CompletableFuture.supplyAsync(() -> {
                try {
                    return here.publisher().publish(Draft.of("a", new byte[0])).subject();
                } catch (Failure e) {
                    return e.key();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(SOON).until(() -> here.session().traffic().outMessages() > 0);
            assertThat(publishing).isNotDone();
            server.kill();
            assertThat(publishing.join()).isEqualTo("publish.unconfirmed");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void canBeBrokenOff(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            server.suspend();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> here.publisher().publish(Draft.of("a", new byte[0])))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            server.resume();
        }
    }
}
