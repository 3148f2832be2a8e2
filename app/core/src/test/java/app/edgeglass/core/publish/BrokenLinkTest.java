package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.Unsent;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.publish.RequestOutcome.Failed;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishing and requesting while the link is gone or takes nothing: nobody is kept waiting, nothing is sent later. */
class BrokenLinkTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** Waiting for room in the queue takes a quarter of a second; the rest is for a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final byte[] BODY = "old".getBytes(UTF_8);

    private static boolean isLive(Session session) {
        return session.state() instanceof SessionState.Live;
    }

    /** Publishes and requests from several threads at once; each gets its refusal at once. */
    private static Set<String> refusals(OpenSession here) {
        var keys = new ConcurrentSkipListSet<String>();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> keys.add(catchThrowableOfType(
                                Failure.class, () -> here.publisher().publish(Draft.of("a", BODY)))
                        .key()));
                threads.execute(() -> keys.add(refused(here)));
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        return keys;
    }

    private static String refused(OpenSession here) {
        try {
            RequestOutcome outcome = here.requester()
                    .prepare(Draft.of("a", BODY), RequestPlan.one(SOON))
                    .await();
            return outcome instanceof Failed(Failure failure) ? failure.key() : outcome.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands over as much as the client takes, and says how much that was. */
    private static long fill(OpenSession here) {
        var outgoing = new Outgoing(here.session());
        Permit permit = here.session().guard().allow(Change.publish("a"));
        var handed = new AtomicLong();
        Failure full = null;
        while (full == null) {
            long begun = System.nanoTime();
            full = catchThrowableOfType(Failure.class, () -> {
                outgoing.send(permit, Draft.of("a", BODY));
                handed.incrementAndGet();
            });
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        }
        assertThat(full.key()).isIn("publish.not-taken", "publish.silent");
        return handed.get();
    }

    /** The client's queue of 5,000 is full behind the socket's buffers, and the server never wakes up again. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsNothingLaterAndSaysHowMuch(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var here = OpenSession.on(server)) {
            Session session = here.session();
            here.publisher().publish(Draft.of("a", BODY));
            server.suspend();

            long handed = fill(here);
            assertThat(handed).isGreaterThan(5_000);
            assertThat(refusals(here)).isSubsetOf("publish.not-taken", "publish.silent");
            await().atMost(SOON).until(() -> session.silentSince().isPresent());
            assertThat(refusals(here)).containsExactly("publish.silent");

            server.kill();
            await().atMost(SOON).until(() -> !isLive(session));
            assertThat(refusals(here)).isSubsetOf("session.not-live", "publish.not-taken");
            server.restart();
            try (var other = TestClient.connect(server.url())) {
                var received = new AtomicLong();
                other.connection()
                        .createDispatcher(message -> received.incrementAndGet())
                        .subscribe("a");
                other.connection().flush(SOON);
                await().atMost(SOON).until(() -> isLive(session));
                here.publisher().publish(Draft.of("a", BODY));
                other.connection().flush(SOON);
                await().atMost(SOON).until(() -> received.get() > 0);

                assertThat(received).as("only what was published anew").hasValue(1);
                assertThat(session.unsent().dropped()).isBetween(4_000L, 5_000L);
                // What was asked of others before (requests) counts too.
                assertThat(session.unsent().unconfirmed() + session.unsent().dropped())
                        .isEqualTo(handed);
            }
            assertThat(session.journal().after(0))
                    .anyMatch(event -> event.sentence().contains("had been sent when the connection ended"))
                    .anyMatch(event -> event.sentence().contains("were not sent, and will not be"));
        }
    }

    /** A link that takes everything and answers nothing: until that is known a message may be on its way for seconds. */
    @Test
    void aSilentLinkIsFoundOutAndTakesNothingMore() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var here = OpenSession.open(Profile.of(link.url()))) {
            here.publisher().publish(Draft.of("a", BODY));
            link.fallSilent();
            long begun = System.nanoTime();

            Failure first =
                    catchThrowableOfType(Failure.class, () -> here.publisher().publish(Draft.of("a", BODY)));

            assertThat(first.key()).isEqualTo("publish.unconfirmed");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
            await().atMost(SOON).until(() -> here.session().silentSince().isPresent());
            assertThat(refusals(here)).containsExactly("publish.silent");

            here.session().reconnectNow();
            await().atMost(SOON).until(() -> !isLive(here.session()));
            assertThat(refusals(here)).isSubsetOf("session.not-live", "publish.not-taken");
            await().atMost(SOON).until(() -> here.session().unsent().unconfirmed() == 1);
            link.heal();
            await().atMost(SOON).until(() -> isLive(here.session()));
            assertThat(here.publisher().publish(Draft.of("a", BODY)).confirmedAfter())
                    .isPositive();
            assertThat(here.session().unsent().dropped()).isZero();
        }
    }

    /** What was confirmed is not doubted when the connection breaks later. */
    @Test
    void whatWasConfirmedIsNotDoubted() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var here = OpenSession.open(Profile.of(link.url()))) {
            for (int i = 0; i < 10; i++) {
                here.publisher().publish(Draft.of("a", BODY));
            }
            link.cut();
            await().atMost(SOON).until(() -> here.session().gaps().size() == 1 && isLive(here.session()));
            assertThat(here.session().unsent()).isEqualTo(Unsent.NONE);
            assertThat(here.session().journal().after(0)).hasSize(2);
        }
    }
}
