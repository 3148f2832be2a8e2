package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.RequestOutcome.Cancelled;
import app.edgeglass.core.publish.RequestOutcome.End;
import app.edgeglass.core.publish.RequestOutcome.Failed;
import app.edgeglass.core.publish.RequestOutcome.NoResponders;
import app.edgeglass.core.publish.RequestOutcome.Replies;
import app.edgeglass.core.publish.RequestOutcome.TimedOut;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RequesterTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    private static Draft ask(String subject) {
        return Draft.of(subject, "question".getBytes(UTF_8));
    }

    /** Answers each request as often as wanted, each time with the question and a number. */
    private static void respond(TestClient other, String subject, int times) throws Exception {
        other.connection()
                .createDispatcher(message -> {
                    for (int i = 1; i <= times; i++) {
                        String answer = new String(message.getData(), UTF_8) + " " + i;
                        other.connection().publish(message.getReplyTo(), answer.getBytes(UTF_8));
                    }
                })
                .subscribe(subject);
        other.connection().flush(LONG);
    }

    /** What the server says that our connections subscribe to. */
    private int subscriptions(TestServer server) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.monitoringUrl() + "/connz?subs=1"))
                .build();
        String body = http.send(request, BodyHandlers.ofString()).body();
        int count = 0;
        for (var connection : JsonMapper.shared().readTree(body).path("connections")) {
            if (connection.path("name").asString("").startsWith("Edgeglass")) {
                count += connection.path("subscriptions").asInt();
            }
        }
        return count;
    }

    private void assertNoSubscriptionLeft(TestServer server) {
        await().atMost(Duration.ofSeconds(5)).until(() -> subscriptions(server) == 0);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void bringsTheReplyAndItsLatency(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            other.connection()
                    .createDispatcher(message -> other.connection()
                            .publish(NatsMessage.builder()
                                    .subject(message.getReplyTo())
                                    .headers(new Headers()
                                            .add("Nats-Service-Error-Code", "404")
                                            .add("Nats-Service-Error", "not here"))
                                    .data(message.getHeaders().getFirst("Trace"))
                                    .build()))
                    .subscribe("svc");
            other.connection().flush(LONG);

            var draft = new Draft("svc", List.of(new Header("Trace", "t1")), new byte[0], "ignored");
            RequestOutcome outcome =
                    here.requester().prepare(draft, RequestPlan.one(LONG)).await();

            assertThat(outcome).isInstanceOfSatisfying(Replies.class, replies -> {
                assertThat(replies.end()).isEqualTo(End.COUNT);
                assertThat(replies.replies()).singleElement().satisfies(reply -> {
                    assertThat(reply.payload()).isEqualTo("t1".getBytes(UTF_8));
                    assertThat(reply.serviceError()).contains("404 not here");
                    assertThat(reply.status()).isNull();
                });
                assertThat(replies.first()).isPositive().isLessThan(LONG);
            });
            assertNoSubscriptionLeft(server);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void collectsUntilAsManyAsWanted(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var one = TestClient.connect(server.url());
                var two = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            respond(one, "svc", 1);
            respond(two, "svc", 1);

            var outcome = here.requester()
                    .prepare(ask("svc"), new RequestPlan(LONG, 2, Duration.ZERO))
                    .await();

            assertThat(outcome).isInstanceOfSatisfying(Replies.class, replies -> {
                assertThat(replies.replies()).extracting(Reply::number).containsExactly(1, 2);
                assertThat(replies.first()).isLessThanOrEqualTo(replies.last());
            });
            assertNoSubscriptionLeft(server);
        }
    }

    /** More may arrive in the moment in which the first ends the wait. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void takesNoMoreThanWanted(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            respond(other, "svc", 100);
            for (int i = 0; i < 20; i++) {
                assertThat(here.requester()
                                .prepare(ask("svc"), RequestPlan.one(LONG))
                                .await())
                        .isInstanceOfSatisfying(
                                Replies.class,
                                replies -> assertThat(replies.replies()).hasSize(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void collectsAllUntilTheTimeout(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            respond(other, "svc", 5);

            var run = here.requester().prepare(ask("svc"), RequestPlan.all(SHORT));
            var outcome = run.await();

            assertThat(outcome).isInstanceOfSatisfying(Replies.class, replies -> {
                assertThat(replies.end()).isEqualTo(End.TIMEOUT);
                assertThat(replies.replies())
                        .extracting(reply -> new String(reply.payload(), UTF_8))
                        .containsExactly("question 1", "question 2", "question 3", "question 4", "question 5");
            });
            assertThat(run.soFar()).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void endsWhenNoFurtherReplyComes(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            respond(other, "svc", 3);
            long begun = System.nanoTime();

            var outcome = here.requester()
                    .prepare(ask("svc"), new RequestPlan(LONG, 0, Duration.ofMillis(200)))
                    .await();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Replies.class, replies -> assertThat(replies.end()).isEqualTo(End.STALL));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsNobodyThereFromNobodyAnswering(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            assertThat(here.requester()
                            .prepare(ask("nobody"), RequestPlan.one(LONG))
                            .await())
                    .isInstanceOfSatisfying(
                            NoResponders.class, none -> assertThat(none.after()).isLessThan(LONG));

            other.connection().subscribe("silent");
            other.connection().flush(LONG);
            assertThat(here.requester()
                            .prepare(ask("silent"), RequestPlan.one(SHORT))
                            .await())
                    .isInstanceOfSatisfying(
                            TimedOut.class,
                            timedOut -> assertThat(timedOut.after()).isGreaterThanOrEqualTo(SHORT));
            assertNoSubscriptionLeft(server);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void showsWhatTheServerItselfAnswers(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            other.connection()
                    .createDispatcher(message -> {
                        // What a pull request to an empty stream is answered with.
                        byte[] status = "NATS/1.0 404 No Messages\r\n\r\n".getBytes(UTF_8);
                        RawPublisher.headersOnly(server.port(), message.getReplyTo(), status);
                    })
                    .subscribe("svc");
            other.connection().flush(LONG);

            assertThat(here.requester()
                            .prepare(ask("svc"), RequestPlan.one(LONG))
                            .await())
                    .isInstanceOfSatisfying(
                            Replies.class,
                            replies -> assertThat(replies.replies().getFirst().status())
                                    .isEqualTo("404 No Messages"));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void canBeCancelledAndKeepsWhatCame(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            respond(other, "svc", 2);
            other.connection().subscribe("silent");
            other.connection().flush(LONG);

            var some = here.requester().prepare(ask("svc"), RequestPlan.all(LONG));
            var someOutcome = CompletableFuture.supplyAsync(() -> outcome(some));
            await().atMost(Duration.ofSeconds(5)).until(() -> some.soFar().size() == 2);
            some.cancel();
            assertThat(someOutcome.join())
                    .isInstanceOfSatisfying(
                            Replies.class, replies -> assertThat(replies.end()).isEqualTo(End.CANCELLED));

            var none = here.requester().prepare(ask("silent"), RequestPlan.one(LONG));
            var noneOutcome = CompletableFuture.supplyAsync(() -> outcome(none));
            await().atMost(Duration.ofSeconds(5)).until(() -> subscriptions(server) == 1);
            none.cancel();
            assertThat(noneOutcome.join()).isInstanceOf(Cancelled.class);
            assertNoSubscriptionLeft(server);
        }
    }

    private static RequestOutcome outcome(RequestRun run) {
        try {
            return run.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void leavesNoSubscriptionWhenInterrupted(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            other.connection().subscribe("silent");
            other.connection().flush(LONG);
            var run = here.requester().prepare(ask("silent"), RequestPlan.one(LONG));
            var ended = new CompletableFuture<Boolean>();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    run.await();
                    ended.complete(false);
                } catch (InterruptedException e) {
                    ended.complete(true);
                }
            });
            await().atMost(Duration.ofSeconds(5)).until(() -> subscriptions(server) == 1);
            waiting.interrupt();
            assertThat(ended.join()).isTrue();
            assertNoSubscriptionLeft(server);
        }
    }

    private static final String DENYING = """
            authorization { users = [ { user: u, password: p, permissions: {
              publish: { deny: ["secret.>"] }, subscribe: { deny: ["_INBOX.>"] } } }
              { user: v, password: p, permissions: {
              publish: { deny: ["secret.>", "$JS.API.STREAM.>"] }, subscribe: ">" } } ] }""";

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsARefusalAtOnce(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, DENYING);
                var deaf = OpenSession.open(Profile.of(server.url().replace("//", "//u:p@")));
                var mute = OpenSession.open(Profile.of(server.url().replace("//", "//v:p@")))) {
            for (String subject : List.of("secret.x", "$JS.API.STREAM.NAMES")) {
                assertThat(mute.requester()
                                .prepare(ask(subject), RequestPlan.one(LONG))
                                .await())
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.failure().key()).isEqualTo("publish.denied"));
            }
            assertThat(deaf.requester()
                            .prepare(ask("open"), RequestPlan.one(LONG))
                            .await())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.failure().key()).isEqualTo("request.inbox-denied"));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void refusesBeforeSending(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var readOnly = OpenSession.open(Profile.of(server.url()).withReadOnly(true));
                var here = OpenSession.on(server)) {
            assertThat(readOnly.requester()
                            .prepare(ask("a"), RequestPlan.one(LONG))
                            .await())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.failure().key()).isEqualTo("guard.read-only"));
            assertThat(here.requester()
                            .prepare(ask("a..b"), RequestPlan.one(LONG))
                            .await())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.failure().key()).isEqualTo("subject.empty-token"));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsThatTheConnectionWasLost(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            other.connection().subscribe("silent");
            other.connection().flush(LONG);
            var run = here.requester().prepare(ask("silent"), RequestPlan.one(Duration.ofSeconds(2)));
            var outcome = CompletableFuture.supplyAsync(() -> outcome(run));
            await().atMost(Duration.ofSeconds(5)).until(() -> subscriptions(server) == 1);
            server.kill();
            assertThat(outcome.join())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.failure().key()).isEqualTo("request.connection-lost"));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void countsWhatItDoesNotKeep(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, "max_payload: 4MB");
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            other.connection()
                    .createDispatcher(message -> {
                        for (int i = 0; i < 6; i++) {
                            other.connection().publish(message.getReplyTo(), new byte[4_000_000]);
                        }
                    })
                    .subscribe("svc");
            other.connection().flush(LONG);

            var outcome = here.requester()
                    .prepare(ask("svc"), new RequestPlan(LONG, 6, Duration.ZERO))
                    .await();

            assertThat(outcome).isInstanceOfSatisfying(Replies.class, replies -> {
                assertThat(replies.replies()).hasSize(4);
                assertThat(replies.notKept()).isEqualTo(2);
            });
        }
    }
}
