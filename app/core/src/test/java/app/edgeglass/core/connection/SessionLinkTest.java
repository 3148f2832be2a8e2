package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Link.Reconnect;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestCluster;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session makes of bad links, of a cluster that changes, and of credentials that are taken back. */
class SessionLinkTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Reconnect RARELY = new Reconnect(true, Duration.ofMinutes(5), Duration.ofMinutes(5));

    /** With pauses that no test would wait for. */
    private static final Tempo RARE = new Tempo(
            Duration.ofMillis(500),
            Duration.ofMinutes(10),
            Duration.ofMillis(400),
            Duration.ofMillis(100),
            Duration.ofSeconds(2));

    @AfterEach
    void nothingIsLeftBehind() {
        await().atMost(SOON).until(() -> Sessions.threads().isEmpty());
    }

    private static boolean isLive(Session session) {
        return session.state() instanceof SessionState.Live;
    }

    private static void awaitLive(Session session) {
        await().atMost(SOON).until(() -> isLive(session));
    }

    @Test
    void aPersonCutsThePauseShort() throws InterruptedException {
        var pause = new ReconnectPause(new Backoff(RARELY), Clock.systemUTC());
        var spent = CompletableFuture.supplyAsync(() -> pause.spend(1));
        await().atMost(SOON).until(() -> pause.until().isPresent());
        assertThat(pause.until().orElseThrow()).isAfter(Instant.now().plusSeconds(200));

        pause.skip();

        assertThat(spent.join()).isPositive();
        assertThat(pause.until()).isEmpty();
        pause.end();
        assertThat(pause.spend(1)).as("none at the end").isPositive();
    }

    @Test
    void whenTheCredentialsAreRefusedThePauseIsLongerThanTheLongest() {
        var pause = new ReconnectPause(
                new Backoff(new Reconnect(true, Duration.ofMillis(1), Duration.ofMinutes(5))), Clock.systemUTC());
        pause.spend(1);
        pause.refused();
        var spent = CompletableFuture.supplyAsync(() -> pause.spend(1));
        await().atMost(SOON).until(() -> pause.until().isPresent());
        assertThat(pause.until().orElseThrow()).isAfter(Instant.now().plusSeconds(800));
        pause.end();
        assertThat(spent.join()).isPositive();
    }

    /** The client offers no way to end a pause; and one that is live is made anew. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void reconnectsNow(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var link = FaultyLink.to(server);
                var session = Sessions.withReconnect(link.url(), RARELY, RARE)) {
            session.openConnection().createDispatcher(message -> {}).subscribe("site.>");
            session.liveConnection().flush(SOON);
            link.down();
            await().atMost(SOON).until(() -> session.nextAttempt().isPresent());
            assertThat(session.nextAttempt().orElseThrow())
                    .isAfter(Instant.now().plusSeconds(200));
            session.reconnectNow();
            await().atMost(SOON).until(() -> session.nextAttempt().isPresent());
            assertThat(session.state()).isInstanceOf(SessionState.Reconnecting.class);

            link.up();
            session.reconnectNow();

            awaitLive(session);
            assertThat(session.nextAttempt()).isEmpty();
            assertThat(session.gaps()).hasSize(1);
            session.liveConnection().flush(SOON);
            assertThat(server.subscriptions("site.>")).isEqualTo(1);

            session.reconnectNow();

            await().atMost(SOON).until(() -> session.gaps().size() == 2 && isLive(session));
            session.liveConnection().flush(SOON);
            assertThat(session.gaps()).allSatisfy(gap -> assertThat(gap.until()).isNotNull());
            await().atMost(SOON).until(() -> server.subscriptions("site.>") == 1);
        }
    }

    @Test
    void closesAtOnceInALongPause() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var session = Sessions.withReconnect(server.url(), RARELY, RARE);
            server.kill();
            await().atMost(SOON).until(() -> session.nextAttempt().isPresent());
            long before = System.nanoTime();

            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aLinkThatGoesSilentIsToldWithinTwoPingsAndComesBackByItself() throws Exception {
        Duration ping = Duration.ofSeconds(1);
        var tempo = new Tempo(
                Duration.ofMillis(500), Duration.ofMillis(100), ping, Duration.ofMillis(200), Duration.ofSeconds(2));
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var session = Sessions.opened(link.url(), tempo)) {
            session.openConnection().createDispatcher(message -> {}).subscribe("site.>");
            session.liveConnection().flush(SOON);
            await().atMost(SOON).until(() -> session.rtt().isPresent());

            link.fallSilent();
            await().atMost(ping.multipliedBy(2))
                    .until(() -> session.silentSince().isPresent() || !isLive(session));
            Instant heard = session.silentSince()
                    .orElseGet(() -> session.gaps().getLast().from());
            await().atMost(ping.multipliedBy(3)).until(() -> session.state() instanceof SessionState.Reconnecting);
            // Further attempts are taken and lead nowhere.
            await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> !isLive(session));
            assertThat(session.gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.from()).isEqualTo(heard));

            link.heal();

            awaitLive(session);
            session.liveConnection().flush(SOON);
            await().atMost(SOON).until(() -> server.subscriptions("site.>") == 1);
            assertThat(session.gaps()).allSatisfy(gap -> assertThat(gap.until()).isNotNull());
        }
    }

    @Test
    void aSlowLinkIsALiveLink() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var session = Sessions.opened(link.url())) {
            link.delay(Duration.ofMillis(150));
            await().atMost(SOON)
                    .until(() -> session.rtt()
                            .filter(rtt -> rtt.compareTo(Duration.ofMillis(300)) >= 0)
                            .isPresent());
            assertThat(isLive(session)).isTrue();
            assertThat(session.gaps()).isEmpty();
            assertThat(session.journal().after(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aClusterThatGrowsIsToldAndALameDuckIsLeft(ServerVersion version) throws Exception {
        try (var cluster =
                TestCluster.start(version, 2, "lame_duck_duration: \"30s\"", "lame_duck_grace_period: \"1s\"")) {
            cluster.node(1).kill();
            await().atMost(SOON)
                    .until(() -> cluster.node(0)
                                    .monitoring("/varz")
                                    .path("connect_urls")
                                    .size()
                            == 1);
            try (var session = Sessions.opened(cluster.node(0).url(), Sessions.QUICK)) {
                session.openConnection().createDispatcher(message -> {}).subscribe("site.>");
                session.liveConnection().flush(SOON);
                assertThat(session.servers()).containsExactly(cluster.node(0).url());

                cluster.node(1).restart();

                await().atMost(SOON).until(() -> session.servers().size() == 2);
                assertThat(session.servers())
                        .containsExactlyInAnyOrder(
                                cluster.node(0).url(), cluster.node(1).url());
                await().atMost(SOON).until(() -> !Sessions.said(session).isEmpty());
                assertThat(Sessions.said(session))
                        .singleElement()
                        .asString()
                        .startsWith("The cluster has told of further servers")
                        .contains(cluster.node(1).url());

                cluster.node(0).signal("USR2");

                await().atMost(SOON)
                        .until(() -> session.state() instanceof SessionState.Live live
                                && live.server().url().equals(cluster.node(1).url()));
                assertThat(Sessions.said(session))
                        .contains("The server " + cluster.node(0).url() + " is about to shut down (lame duck mode).");
                assertThat(session.gaps()).hasSize(1);
                session.liveConnection().flush(SOON);
                assertThat(cluster.node(1).subscriptions("site.>")).isEqualTo(1);
            }
        }
    }

    private static String reasonOfEnd(Session session) {
        return session.state() instanceof SessionState.Closed(var _, Failure reason) ? reason.key() : "none";
    }

    private static String users(String... names) {
        var users = List.of(names).stream()
                .map(name -> "{ user: " + name + ", password: p }")
                .toList();
        return "authorization { users = [ " + String.join(", ", users) + " ] }";
    }

    /** A user that is removed while it is connected: asked once more, then the end with its reason, and no loop. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void endsWithTheReasonWhenItsUserIsRemoved(ServerVersion version) {
        try (var server = TestServer.start(version, users("plant", "other"))) {
            server.restart();
            try (var session = Sessions.opened(server.url().replace("://", "://plant:p@"), Sessions.QUICK)) {
                server.reload(users("other"));

                await().atMost(SOON).until(() -> session.state() instanceof SessionState.Closed);
                assertThat(reasonOfEnd(session)).isEqualTo("session.credentials-refused");
                assertThat(Sessions.said(session)).anyMatch(said -> said.contains("refuses the credentials"));
                assertThat(server.log().lines().filter(line -> line.contains("authentication error")))
                        .hasSizeLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void comesBackWhenTheCredentialsAreTakenAgainInBetween() {
        try (var server = TestServer.start(ServerVersion.NEWEST, users("plant", "other"));
                var session = Sessions.withReconnect(
                        server.url().replace("://", "://plant:p@"),
                        new Reconnect(true, Duration.ofMillis(10), Duration.ofMinutes(5)),
                        RARE)) {
            server.kill();
            server.restart(users("other"));
            // Refused once: the pause is the longest, though it would have been short.
            await().atMost(SOON)
                    .until(() -> session.nextAttempt()
                            .filter(at -> at.isAfter(Instant.now().plusSeconds(200)))
                            .isPresent());
            server.restart(users("plant", "other"));
            session.reconnectNow();

            awaitLive(session);
            assertThat(session.gaps()).hasSize(1);
        }
    }

    /** Of several servers one is dead, one is deaf and one refuses: the client shuffles them. */
    @Test
    void connectsToTheOneOfSeveralThatTakesIt() throws Exception {
        try (var good = TestServer.start(ServerVersion.NEWEST, users("plant"));
                var bad = TestServer.start(ServerVersion.NEWEST, users("other"));
                var hole = new Sessions.BlackHole()) {
            String urls = String.join(
                    ",",
                    bad.url().replace("://", "://plant:p@"),
                    "nats://plant:p@127.0.0.1:" + Sessions.deadPort(),
                    hole.url().replace("://", "://plant:p@"),
                    good.url().replace("://", "://plant:p@"));
            for (int i = 0; i < 6; i++) {
                long before = System.nanoTime();
                try (var session = Sessions.opened(urls, Sessions.QUICK)) {
                    assertThat(Duration.ofNanos(System.nanoTime() - before))
                            .as("an attempt for each that leads nowhere")
                            .isLessThan(Duration.ofSeconds(2));
                    assertThat(session.state())
                            .isInstanceOfSatisfying(
                                    SessionState.Live.class,
                                    live -> assertThat(live.server().url()).isEqualTo(good.url()));
                    assertThat(session.gaps()).isEmpty();
                }
            }
        }
    }

    @Test
    void aProfileThatDoesNotReconnectEndsWithAReason() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.withReconnect(
                        server.url(), new Reconnect(false, Duration.ofSeconds(1), Duration.ofSeconds(1)), RARE)) {
            awaitLive(session);
            server.kill();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Closed);
            assertThat(reasonOfEnd(session)).isEqualTo("session.ended-once");
            assertThat(session.gaps()).hasSize(1);
        }
    }
}
