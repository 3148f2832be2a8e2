package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session does while it is live, and its end. */
class SessionTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @AfterEach
    void nothingIsLeftBehind() {
        await().atMost(SOON).until(() -> Sessions.threads().isEmpty());
    }

    @Test
    void keepsNoProgramAlive() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            assertThat(Sessions.threads()).isNotEmpty().allMatch(Thread::isDaemon);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread ->
                            thread.getName().contains(session.profile().name()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void subjectsArriveAsTheyWereSent(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var session = Sessions.opened(server.url())) {
            List<String> received = Collections.synchronizedList(new ArrayList<>());
            session.openConnection()
                    .createDispatcher(message -> received.add(message.getSubject()))
                    .subscribe(">");
            session.liveConnection().flush(SOON);

            other.connection().publish("werk.süd.温度.№7", new byte[0]);
            session.liveConnection().publish("zurück.ß", new byte[0]);

            await().atMost(SOON).until(() -> received.size() == 2);
            assertThat(received).containsExactlyInAnyOrder("werk.süd.温度.№7", "zurück.ß");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void withoutEchoOnlyOthersHearWhatItPublishes(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var session = new Session(Profile.of(server.url()).withEcho(false), Clock.systemUTC())) {
            session.open();
            var own = new AtomicInteger();
            var others = new AtomicInteger();
            session.openConnection()
                    .createDispatcher(message -> own.incrementAndGet())
                    .subscribe("a");
            other.connection()
                    .createDispatcher(message -> others.incrementAndGet())
                    .subscribe("a");
            session.liveConnection().flush(SOON);
            other.connection().flush(SOON);

            session.liveConnection().publish("a", new byte[0]);
            session.liveConnection().flush(SOON);

            await().atMost(SOON).until(() -> others.get() == 1);
            assertThat(own).hasValue(0);
            assertThat(session.traffic().inMessages()).isZero();
        }
    }

    @Test
    void countsMessagesButNotThePings() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url(), Sessions.QUICK)) {
            session.openConnection().createDispatcher(message -> {}).subscribe("a");
            session.liveConnection().flush(SOON);
            var before = session.traffic();

            session.liveConnection().publish("a", new byte[7]);
            session.liveConnection().publish("b", new byte[0]);
            session.liveConnection().flush(SOON);

            await().atMost(SOON).until(() -> session.traffic().inMessages() == 1);
            // Long enough for several pings.
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> session.traffic().outMessages() == before.outMessages() + 2);
            assertThat(session.traffic().outBytes() - before.outBytes())
                    .isEqualTo("PUB a 7\r\n1234567\r\nPUB b 0\r\n\r\n".length());
            assertThat(session.traffic().inBytes()).isGreaterThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aRefusedPermissionBecomesAnEvent(ServerVersion version) throws Exception {
        String users = "authorization { users: [ { user: a, password: a, permissions: {"
                + " publish: { deny: \"secret.>\" }, subscribe: { deny: \"hidden.>\" } } } ] }";
        try (var server = TestServer.start(version, users);
                var session = Sessions.opened(server.url().replace("://", "://a:a@"))) {
            session.liveConnection().publish("secret.plan", new byte[0]);
            await().atMost(SOON).until(() -> Sessions.said(session).size() == 1);
            session.liveConnection().subscribe("hidden.place");
            await().atMost(SOON).until(() -> Sessions.said(session).size() == 2);

            assertThat(session.journal().after(0)).allSatisfy(event -> {
                assertThat(event.severity()).isEqualTo(Severity.ERROR);
                assertThat(event.sentence()).startsWith("The server refused a permission");
                assertThat(event.remedy()).isNotEmpty();
            });
            assertThat(Sessions.said(session).get(0)).contains("secret.plan");
            assertThat(Sessions.said(session).get(1)).contains("hidden.place");
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    @Test
    void aRefusedSubjectBecomesAnEvent() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            session.liveConnection().subscribe("a..b");

            await().atMost(SOON).until(() -> Sessions.said(session).size() == 1);
            assertThat(Sessions.said(session)).singleElement().asString().startsWith("The server refused a subject");
        }
    }

    @Test
    void aStormOfSlowConsumersIsOneEvent() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = TestClient.connect(server.url());
                var session = Sessions.opened(server.url())) {
            var dispatcher = session.openConnection().createDispatcher(message -> Thread.onSpinWait());
            dispatcher.setPendingLimits(1, -1);
            dispatcher.subscribe("a");
            session.liveConnection().flush(SOON);

            for (int i = 0; i < 200_000; i++) {
                other.connection().publish("a", new byte[16]);
            }
            other.connection().flush(SOON);
            session.liveConnection().flush(SOON);

            await().atMost(SOON).until(() -> !session.journal().after(0).isEmpty());
            assertThat(dispatcher.getDroppedCount()).isGreaterThan(1_000);
            assertThat(session.journal().after(0)).singleElement().satisfies(event -> {
                assertThat(event.sentence()).contains("some are dropped here");
                assertThat(event.number()).isEqualTo(1);
            });
            // Once a second, while the library calls at each edge of a full queue.
            assertThat(session.journal().changes()).isLessThan(10);
        }
    }

    @Test
    void aHandlerThatThrowsIsToldAsOurFault() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            var taken = new AtomicInteger();
            session.openConnection()
                    .createDispatcher(message -> {
                        if (taken.incrementAndGet() == 1) {
                            throw new IllegalStateException("a bug");
                        }
                    })
                    .subscribe("a");
            session.liveConnection().publish("a", new byte[0]);
            session.liveConnection().publish("a", new byte[0]);

            await().atMost(SOON)
                    .until(() -> taken.get() == 2 && !Sessions.said(session).isEmpty());
            assertThat(Sessions.said(session)).singleElement().asString().contains("IllegalStateException");
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void closingSendsWhatWasPublishedBefore(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url())) {
            var received = new AtomicInteger();
            other.connection()
                    .createDispatcher(message -> received.incrementAndGet())
                    .subscribe("a");
            other.connection().flush(SOON);
            var session = Sessions.opened(server.url());
            byte[] payload = "x".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20_000; i++) {
                session.liveConnection().publish("a", payload);
            }

            session.close();

            await().atMost(SOON).until(() -> received.get() == 20_000);
            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Closed.class,
                            closed -> assertThat(closed.reason()).isNull());
            assertThat(Sessions.said(session)).isEmpty();
            assertThatThrownBy(session::openConnection).isInstanceOf(Failure.class);
            assertThatThrownBy(session::liveConnection).isInstanceOf(Failure.class);
            assertThat(session.rtt()).isEmpty();
        }
    }

    @Test
    void closingWaitsForWhatIsBeingTaken() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Sessions.opened(server.url());
            var taken = new AtomicInteger();
            var first = new CountDownLatch(1);
            session.openConnection()
                    .createDispatcher(message -> {
                        first.countDown();
                        Thread.sleep(5);
                        taken.incrementAndGet();
                    })
                    .subscribe("a");
            for (int i = 0; i < 50; i++) {
                session.liveConnection().publish("a", new byte[0]);
            }
            first.await();

            session.close();

            assertThat(taken).hasValue(50);
        }
    }

    @Test
    void isClosedOnceHoweverManyCloseIt() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Sessions.opened(server.url());
            var other = Thread.ofVirtual().start(session::close);
            session.close();
            other.join();

            assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
            await().atMost(SOON).until(() -> Monitoring.connections(server) == 0);
        }
    }

    @Test
    void closesAlsoOnAThreadThatWasInterrupted() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Sessions.opened(server.url());
            Thread.currentThread().interrupt();

            session.close();

            assertThat(Thread.interrupted()).isTrue();
            await().atMost(SOON).until(() -> Monitoring.connections(server) == 0);
        }
    }

    @Test
    void aReadOnlyProfileIsGuarded() {
        try (var session = new Session(Profile.of("localhost").withReadOnly(true), Clock.systemUTC())) {
            assertThatThrownBy(() -> session.guard().allow(Change.publish("a")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("publish to a");
        }
    }
}
