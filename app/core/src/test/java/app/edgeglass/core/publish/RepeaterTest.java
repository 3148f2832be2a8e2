package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeaterTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Composition text(String subject, String body) {
        return new Composition(subject, "", List.of(), BodyFormat.TEXT, body, null);
    }

    private static List<String> collect(TestClient other, String subject) throws Exception {
        var bodies = new CopyOnWriteArrayList<String>();
        other.connection()
                .createDispatcher(
                        message -> bodies.add(message.getSubject() + " " + new String(message.getData(), UTF_8)))
                .subscribe(subject);
        other.connection().flush(SOON);
        return bodies;
    }

    private static CompletableFuture<RepeatProgress> start(RepeatRun run) {
        var future = new CompletableFuture<RepeatProgress>();
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(run.run());
            } catch (InterruptedException | RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsAllWithTheirNumbers(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var bodies = collect(other, "s.*");

            RepeatProgress progress = here.repeater()
                    .prepare(text("s.{{counter}}", "n{{counter}}"), new RepeatPlan(200, Duration.ofMillis(1)))
                    .run();

            assertThat(progress.ended()).isTrue();
            assertThat(progress.sent()).isEqualTo(200);
            assertThat(progress.failed() + progress.unconfirmed()).isZero();
            assertThat(progress.failure()).isNull();
            await().atMost(SOON).until(() -> bodies.size() == 200);
            assertThat(bodies.getFirst()).isEqualTo("s.1 n1");
            assertThat(bodies.getLast()).isEqualTo("s.200 n200");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void keepsItsPace(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            RepeatProgress progress = here.repeater()
                    .prepare(text("s", ""), new RepeatPlan(50, Duration.ofMillis(20)))
                    .run();

            // 49 waits of 20 ms; never faster, and what a busy machine costs does not add up.
            assertThat(progress.running()).isBetween(Duration.ofMillis(980), Duration.ofMillis(1_400));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void stopsAtOnce(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var bodies = collect(other, "s");
            var run = here.repeater().prepare(text("s", "{{counter}}"), new RepeatPlan(0, Duration.ofHours(1)));
            var outcome = start(run);
            await().atMost(SOON).until(() -> run.progress().sent() == 1);

            long begun = System.nanoTime();
            run.stop();

            assertThat(outcome.join().sent()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(run.progress().ended()).isTrue();
            assertThat(bodies).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void goesOnAfterALostConnection(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            var run = here.repeater().prepare(text("s", "{{counter}}"), new RepeatPlan(0, Duration.ofMillis(10)));
            var outcome = start(run);
            await().atMost(SOON).until(() -> run.progress().sent() > 0);
            server.kill();
            await().atMost(SOON).until(() -> run.progress().failed() > 0);
            server.restart();
            await().atMost(SOON).until(() -> here.session().state() instanceof SessionState.Live);
            long before = run.progress().sent();
            await().atMost(SOON).until(() -> run.progress().sent() > before);
            run.stop();

            RepeatProgress progress = outcome.join();
            assertThat(Objects.requireNonNull(progress.failure()).key())
                    .isIn("session.not-live", "publish.unconfirmed", "publish.not-taken");
        }
    }

    private static final String DENYING = """
            authorization { users = [ { user: u, password: p, permissions: {
              publish: { deny: ["secret.>"] }, subscribe: ">" } } ] }""";

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void endsWhenTheServerRefuses(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, DENYING);
                var here = OpenSession.open(Profile.of(server.url().replace("//", "//u:p@")))) {
            RepeatProgress progress = here.repeater()
                    .prepare(text("secret.x", ""), new RepeatPlan(0, Duration.ofMillis(5)))
                    .run();

            assertThat(progress.sent()).isZero();
            assertThat(progress.failed()).isPositive();
            assertThat(Objects.requireNonNull(progress.failure()).key()).isEqualTo("publish.denied");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void endsWhenADraftIsNotValid(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            RepeatProgress progress = here.repeater()
                    .prepare(text("a..b", ""), new RepeatPlan(0, Duration.ofMillis(5)))
                    .run();

            assertThat(progress.failed()).isEqualTo(1);
            Failure failure = Objects.requireNonNull(progress.failure());
            assertThat(failure.key()).isEqualTo("subject.empty-token");
        }
    }
}
