package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.connection.profile.Link.Reconnect;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links that break, servers that go away, freeze and come back. */
class SessionReconnectTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @AfterEach
    void nothingIsLeftBehind() {
        await().atMost(SOON).until(() -> Sessions.threads().isEmpty());
    }

    /** With the tempo that people get: traffic is back within three seconds of the server's return. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void survivesAServerThatIsKilledAndStartedAgain(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var session = Sessions.opened(server.url())) {
            var received = new AtomicInteger();
            session.openConnection()
                    .createDispatcher(message -> received.incrementAndGet())
                    .subscribe("site.>");
            session.liveConnection().flush(SOON);
            await().atMost(SOON).until(() -> session.rtt().isPresent());
            Instant before = Instant.now();

            server.kill();

            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
            assertThat(session.state().since()).isBetween(before, Instant.now());
            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Reconnecting.class,
                            away -> assertThat(away.lastServer()).isEqualTo(server.url()));
            assertThat(session.rtt()).isEmpty();
            assertThat(session.gaps()).hasSize(1).first().satisfies(gap -> {
                assertThat(gap.number()).isEqualTo(1);
                assertThat(gap.from()).isBetween(before, Instant.now());
                assertThat(gap.until()).isNull();
            });
            assertThatThrownBy(session::liveConnection).hasMessageContaining("is not connected");

            server.restart();
            Instant back = Instant.now();

            await().atMost(Duration.ofSeconds(3)).until(() -> session.state() instanceof SessionState.Live);
            assertThat(session.gaps())
                    .hasSize(1)
                    .first()
                    .satisfies(gap -> assertThat(gap.until()).isBetween(back.minusSeconds(1), Instant.now()));
            session.liveConnection().flush(SOON);
            try (var other = TestClient.connect(server.url())) {
                other.connection().publish("site.a", new byte[1]);
                await().atMost(SOON).until(() -> received.get() == 1);
            }
            assertThat(Sessions.said(session))
                    .satisfiesExactly(
                            lost -> assertThat(lost).isEqualTo("The connection to " + server.url() + " was lost."),
                            again -> assertThat(again).startsWith("The connection is back after"));
            await().atMost(SOON).until(() -> session.rtt().isPresent());
        }
    }

    @Test
    void neverGivesUp() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url(), Sessions.HASTY)) {
            server.kill();
            // More often than the client's own limit of 60.
            try (var nobody =
                    new ServerSocket(server.port(), 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                for (int i = 0; i < 70; i++) {
                    nobody.accept().close();
                }
            }
            assertThat(session.state()).isInstanceOf(SessionState.Reconnecting.class);

            server.restart();

            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
            assertThat(session.gaps()).hasSize(1);
            assertThat(session.journal().after(0)).hasSize(2);
        }
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToTheBoundAndNeverNotAtAll() {
        var backoff = new Backoff(new Reconnect(true, Duration.ofMillis(1), Duration.ofSeconds(1)));

        assertThat(backoff.after(0)).isEqualTo(Duration.ofMillis(1));
        assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(1));
        assertThat(backoff.after(4)).isBetween(Duration.ofMillis(8), Duration.ofMillis(11));
        assertThat(backoff.after(11)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1334));
        assertThat(backoff.after(Long.MAX_VALUE)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1334));
        assertThat(IntStream.range(0, 50).mapToObj(i -> backoff.after(20)).distinct())
                .as("a site's clients do not all come at once")
                .hasSizeGreaterThan(10);
    }

    /** Two servers as one cluster with credentials, of which the profile names one: the session moves to the other. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void movesWithItsCredentialsToAServerThatTheClusterNamed(ServerVersion version) throws Exception {
        int routeA = Sessions.deadPort();
        int routeB = Sessions.deadPort();
        String users = "authorization { user: plant, password: \"s3:cr%t\" }";
        try (var a = TestServer.start(version, "server_name: a", users, cluster(routeA, routeB));
                var b = TestServer.start(version, "server_name: b", users, cluster(routeB, routeA))) {
            String url = a.url().replace("://", "://plant:s3%3Acr%25t@");
            try (var session = Sessions.opened(url, Sessions.QUICK)) {
                await().atMost(SOON)
                        .until(() -> session.liveConnection().getServers().size() > 1);

                a.kill();

                await().atMost(SOON)
                        .until(() -> session.state() instanceof SessionState.Live live
                                && live.server().name().equals("b"));
                assertThat(session.state()).isInstanceOfSatisfying(SessionState.Live.class, live -> {
                    assertThat(live.server().url()).isEqualTo(b.url());
                    assertThat(live.server().cluster()).contains("c");
                });
                assertThat(session.gaps()).hasSize(1);
            }
        }
    }

    private static String cluster(int port, int other) {
        return "cluster { name: c, listen: \"127.0.0.1:" + port + "\", routes: [\"nats://127.0.0.1:" + other + "\"] }";
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void noticesAServerThatIsFrozenAndComesBack(ServerVersion version) {
        try (var server = TestServer.start(version);
                var session = Sessions.opened(server.url(), Sessions.QUICK)) {
            await().atMost(SOON).until(() -> session.rtt().isPresent());
            server.suspend();

            await().atMost(SOON).until(() -> session.silentSince().isPresent());
            Instant heard = session.silentSince().orElseThrow();
            assertThat(session.rtt()).isEmpty();
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
            assertThat(Sessions.said(session)).singleElement().asString().contains("has not answered for");

            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
            assertThat(session.silentSince()).isEmpty();
            // What was sent since the server was heard for the last time is lost too.
            assertThat(session.gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.from()).isEqualTo(heard));

            server.resume();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
            assertThat(session.gaps()).allSatisfy(gap -> assertThat(gap.until()).isNotNull());
        }
    }

    @Test
    void aServerThatHesitatesIsHeardAgainWithoutAGap() {
        var patient = new Tempo(
                Duration.ofMillis(300),
                Duration.ofMillis(50),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofSeconds(2));
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url(), patient)) {
            await().atMost(SOON).until(() -> session.rtt().isPresent());
            server.suspend();
            await().atMost(SOON).until(() -> session.silentSince().isPresent());

            server.resume();

            await().atMost(SOON).until(() -> session.silentSince().isEmpty());
            await().atMost(SOON).until(() -> session.rtt().isPresent());
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
            assertThat(session.gaps()).isEmpty();
            assertThat(session.journal().after(0))
                    .extracting(SessionEvent::severity)
                    .containsExactly(Severity.WARNING, Severity.INFO);
        }
    }

    /** With the tempo that people get. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void closesWithinBoundsWhenTheServerIsFrozen(ServerVersion version) {
        try (var server = TestServer.start(version)) {
            var session = Sessions.opened(server.url());
            server.suspend();
            long before = System.nanoTime();

            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
        }
    }

    @Test
    void closesAtOnceWhileItReconnects() throws IOException {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Sessions.opened(server.url());
            server.kill();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
            long before = System.nanoTime();

            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Closed.class,
                            closed -> assertThat(closed.reason()).isNull());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void endsForGoodWithTheReasonWhenTheCredentialsHaveChanged(ServerVersion version) {
        try (var server = TestServer.start(version, "authorization { user: plant, password: old }")) {
            var session = Sessions.opened(server.url().replace("://", "://plant:old@"), Sessions.QUICK);
            server.kill();
            server.restart("authorization { user: plant, password: new }");

            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Closed);
            session.close();

            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Closed.class,
                            closed -> assertThat(closed.reason()).isNotNull().satisfies(reason -> {
                                assertThat(reason.key()).isEqualTo("session.credentials-refused");
                                assertThat(reason.sentence()).contains("Authorization Violation");
                            }));
            assertThat(Sessions.said(session)).last().asString().contains("has ended for good");
            assertThat(session.gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.until()).isNull());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aServerThatIsAboutToShutDownSaysSo(ServerVersion version) {
        try (var server = TestServer.start(version, "lame_duck_duration: \"30s\"", "lame_duck_grace_period: \"1s\"");
                var session = Sessions.opened(server.url())) {
            server.signal("USR2");

            await().atMost(SOON).until(() -> !Sessions.said(session).isEmpty());
            assertThat(Sessions.said(session))
                    .containsExactly("The server " + server.url()
                            + " is about to shut down (lame duck mode), and no other one is known.");
        }
    }
}
