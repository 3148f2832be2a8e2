package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, and each way in which it does not come about. */
class SessionConnectTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path temp;

    @AfterEach
    void nothingIsLeftBehind() {
        await().atMost(SOON).until(() -> Sessions.threads().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsWhatTheServerIs(ServerVersion version) {
        try (var server = TestServer.start(version, "max_payload: 2048");
                var session = Sessions.opened(server.url())) {
            assertThat(session.state()).isInstanceOfSatisfying(SessionState.Live.class, live -> {
                assertThat(live.server().name()).isEqualTo("test");
                assertThat(live.server().url()).isEqualTo(server.url());
                assertThat(live.server().maxPayload()).isEqualTo(2048);
                assertThat(live.server().jetStream()).isTrue();
                assertThat(live.server().clientId()).isPositive();
                assertThat(live.server().version()).startsWith(version == ServerVersion.V2_10 ? "2.10." : "2.");
            });
            assertThat(session.gaps()).isEmpty();
            assertThat(session.journal().after(0)).isEmpty();
            await().atMost(SOON).until(() -> session.rtt().isPresent());
            assertThat(session.rtt().orElseThrow()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1));
        }
    }

    @Test
    void nothingListens() {
        var failure = failureOf("nats://127.0.0.1:" + Sessions.deadPort());

        assertThat(failure.key()).isEqualTo("connect.refused");
    }

    @Test
    void tlsToADeadPortIsNoQuestionOfTls() {
        var failure = failureOf("tls://127.0.0.1:" + Sessions.deadPort());

        assertThat(failure.key()).isEqualTo("connect.refused");
    }

    @Test
    void nothingAnswers() throws IOException {
        try (var hole = new Sessions.BlackHole()) {
            var failure = failureOf(hole.url());

            assertThat(failure.key()).isEqualTo("connect.timeout");
        }
    }

    @Test
    void theNameIsNotKnown() {
        var failure = failureOf("nats://no-such-host.invalid:4222");

        assertThat(failure.key()).isEqualTo("connect.unknown-host");
        assertThat(failure.sentence()).contains("“no-such-host.invalid”");
    }

    @Test
    void theNetworkIsUnreachable() {
        assertThat(ConnectProblem.in(new IOException(new ConnectException("Network is unreachable"))))
                .contains(ConnectProblem.UNREACHABLE);
        assertThat(ConnectProblem.in(new NoRouteToHostException("No route to host")))
                .contains(ConnectProblem.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theMonitoringPortSaysNothing(ServerVersion version) {
        try (var server = TestServer.start(version)) {
            var failure = failureOf(server.monitoringUrl().replace("http:", "nats:"));

            assertThat(failure.key()).isEqualTo("connect.silent");
            assertThat(failure.remedy()).contains("8222");
        }
    }

    @Test
    void aServerThatGreetsAndThenHangsIsNotSilent() throws IOException {
        try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(other, "INFO {\"server_id\":\"X\",\"max_payload\":1024}\r\n"));

            var failure = failureOf("nats://127.0.0.1:" + other.getLocalPort());

            assertThat(failure.key()).isEqualTo("connect.timeout");
        }
    }

    @Test
    void anotherServiceGreets() throws IOException {
        try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(other, "SSH-2.0-OpenSSH_9.9\r\n"));

            var failure = failureOf("nats://127.0.0.1:" + other.getLocalPort());

            assertThat(failure.key()).isEqualTo("connect.no-nats");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theCredentialsAreRefusedAtOnce(ServerVersion version) {
        try (var server = TestServer.start(version, "authorization { user: plant, password: \"p@:s%\" }")) {
            long before = System.nanoTime();
            var wrong = failureOf(server.url().replace("://", "://plant:no@"), Tempo.NORMAL);
            assertThat(wrong.key()).isEqualTo("connect.authentication");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));

            var none = failureOf(server.url());
            assertThat(none.key()).isEqualTo("connect.credentials-wanted");

            try (var session = Sessions.opened(server.url().replace("://", "://plant:p%40%3As%25@"))) {
                assertThat(session.state()).isInstanceOf(SessionState.Live.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theServerIsFull(ServerVersion version) {
        try (var server = TestServer.start(version, "max_connections: 1");
                var first = Sessions.opened(server.url())) {
            var failure = failureOf(server.url());

            assertThat(failure.key()).isEqualTo("connect.turned-away");
            assertThat(failure.sentence()).containsIgnoringCase("maximum connections exceeded");
            assertThat(first.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aSecureConnectionDoesNotComeAbout(ServerVersion version) throws Exception {
        try (var plain = TestServer.start(version);
                var secure = TestServer.start(version, TlsFiles.in(temp).serverConfig())) {
            // The person asks for TLS and the server has none; and a certificate that nobody vouches for, whether the
            // person asked for TLS or only the server did.
            var none = failureOf(plain.url().replace("nats:", "tls:"), Tempo.NORMAL);
            assertThat(none.key()).isEqualTo("tls.not-offered");
            for (String url : List.of(secure.url(), secure.url().replace("nats:", "tls:"))) {
                var failure = failureOf(url, Tempo.NORMAL);
                assertThat(failure.key()).isEqualTo("tls.self-signed");
                assertThat(failure.sentence()).contains(url);
            }
        }
    }

    @Test
    void noneOfSeveralCanBeReached() throws IOException {
        try (var hole = new Sessions.BlackHole()) {
            String dead = "nats://127.0.0.1:" + Sessions.deadPort();

            var failure = failureOf(dead + "," + hole.url() + ",nats://no-such-host.invalid");

            assertThat(failure.key()).isEqualTo("connect.none");
            assertThat(failure.sentence())
                    .contains(dead + " (nothing listens there)")
                    .contains(hole.url() + " (no answer)")
                    .contains("nats://no-such-host.invalid:4222 (name not known)");
        }
    }

    @Test
    void theFirstOfSeveralBeingDeadIsNoLoss() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            // The client shuffles them, so that it takes some rounds to meet each order.
            for (int i = 0; i < 10; i++) {
                String dead = "127.0.0.1:" + Sessions.deadPort() + ",127.0.0.1:" + Sessions.deadPort();
                try (var session = Sessions.opened(dead + "," + server.url(), Sessions.QUICK)) {
                    assertThat(session.state()).isInstanceOf(SessionState.Live.class);
                    assertThat(session.gaps()).isEmpty();
                    assertThat(session.journal().after(0)).isEmpty();
                }
            }
        }
    }

    @Test
    void theProfilesNameReachesTheServerWhateverItIs() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var profile = Profile.of(server.url()).named("Werk \"Süd\" \\ 7\n✓" + "x".repeat(5_000));
            try (var session = new Session(profile, Clock.systemUTC())) {
                session.open();

                assertThat(Monitoring.page(server.monitoringUrl() + "/connz"))
                        .contains("Edgeglass: Werk \\\"Süd\\\" \\\\ 7 ✓xxx");
            }
        }
    }

    @Test
    void aSessionIsOpenedOnce() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            assertThatThrownBy(session::open).isInstanceOf(IllegalStateException.class);
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    @Test
    void closedBeforeItIsOpened() {
        var session = Sessions.of("127.0.0.1:" + Sessions.deadPort());
        session.close();

        assertThat(catchThrowableOfType(Failure.class, session::open).key()).isEqualTo("connect.interrupted");
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Closed.class,
                        closed -> assertThat(closed.reason()).isNull());
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void closedWhileItConnects(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version)) {
            server.suspend();
            var session = Sessions.of(server.url());
            var outcome = new CompletableFuture<Failure>();
            Thread.ofVirtual().start(() -> outcome.complete(catchThrowableOfType(Failure.class, session::open)));
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Connecting);
            long before = System.nanoTime();

            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
            assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
            server.resume();
            assertThat(outcome.get(10, TimeUnit.SECONDS).key()).isEqualTo("connect.interrupted");
            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Closed.class,
                            closed -> assertThat(closed.reason()).isNull());
            assertThat(session.journal().after(0)).isEmpty();
            await().atMost(SOON).until(() -> Monitoring.connections(server) == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptedWhileItWaitsForTheServersGreeting(boolean virtual) throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            server.suspend();

            assertThat(interrupted(server.url(), virtual).key()).isEqualTo("connect.interrupted");
        }
    }

    @Test
    void interruptedWhileNothingAnswers() throws Exception {
        try (var hole = new Sessions.BlackHole()) {
            // A plain thread cannot be interrupted there; its time runs out.
            assertThat(interrupted(hole.url(), true).key()).isEqualTo("connect.interrupted");
        }
    }

    private static Failure interrupted(String url, boolean virtual) throws Exception {
        var session = Sessions.of(url);
        var outcome = new CompletableFuture<Failure>();
        var opener = (virtual ? Thread.ofVirtual() : Thread.ofPlatform())
                .start(() -> outcome.complete(catchThrowableOfType(Failure.class, session::open)));
        await().atMost(SOON).until(() -> !Sessions.threads().isEmpty() || (virtual && waits(opener)));

        opener.interrupt();

        var failure = outcome.get(4, TimeUnit.SECONDS);
        assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
        return failure;
    }

    private static boolean waits(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.net.Socket"));
    }

    private static Failure failureOf(String urls) {
        return failureOf(urls, Sessions.QUICK);
    }

    /** The failure of a session that cannot be opened; it stays as the reason of its end, and is told once. */
    private static Failure failureOf(String urls, Tempo tempo) {
        var session = Sessions.of(urls, tempo);
        var failure = catchThrowableOfType(Failure.class, session::open);
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Closed.class,
                        closed -> assertThat(closed.reason()).isSameAs(failure));
        assertThat(Sessions.said(session)).containsExactly(failure.sentence());
        session.close();
        return failure;
    }

    private static void greet(ServerSocket other, String greeting) {
        while (!other.isClosed()) {
            try (var socket = other.accept()) {
                socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The test ends.
            }
        }
    }
}
