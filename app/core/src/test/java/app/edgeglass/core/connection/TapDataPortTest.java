package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taps on real servers. */
class TapDataPortTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path temp;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger detours = new AtomicInteger();

    private Tap tap(Session session) {
        return session.taps()
                .open(
                        Optional.empty(),
                        frame -> taken.add(new String(
                                        frame.bytes(), frame.subjectAt(), frame.subjectLength(), StandardCharsets.UTF_8)
                                + " " + frame.payloadLength()));
    }

    private Dispatcher subscribe(Session session, Connection connection, String subject) throws Exception {
        Dispatcher dispatcher = connection.createDispatcher();
        dispatcher.subscribe(subject, tap(session).name(), message -> detours.incrementAndGet());
        connection.flush(SOON);
        return dispatcher;
    }

    private SSLContext trusting(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Messages of all sizes by a tap and by the library, and a round trip, over this connection. */
    private void exchange(Options.Builder builder) throws Exception {
        try (var session = Sessions.of("127.0.0.1:1")) {
            var statistics = new MessageStatistics();
            Connection connection = Nats.connect(builder.dataPortType(TapDataPort.class.getName())
                    .connectionListener(new SessionListener(session))
                    .statisticsCollector(statistics)
                    .connectionTimeout(SOON)
                    .build());
            try {
                subscribe(session, connection, "tapped");
                var others = new AtomicLong();
                connection
                        .createDispatcher(message -> others.addAndGet(message.getData().length))
                        .subscribe("other");
                long bytes = 0;
                for (int i = 0; i < 300; i++) {
                    int size = i * i % 70_000;
                    connection.publish("tapped", new byte[size]);
                    connection.publish("other", new byte[size]);
                    bytes += size;
                }
                connection.flush(SOON);
                long sent = bytes;
                await().atMost(SOON).until(() -> others.get() == sent);
                assertThat(taken).hasSize(300);
                assertThat(taken.get(260)).isEqualTo("tapped " + 260 * 260 % 70_000);
                assertThat(detours).hasValue(0);
                assertThat(statistics.getInMsgs()).isEqualTo(600);
                assertThat(connection.RTT()).isPositive();
            } finally {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void overTls(ServerVersion version) throws Exception {
        TlsFiles files = TlsFiles.in(temp);
        try (var server = TestServer.start(version, files.serverConfig())) {
            exchange(new Options.Builder().server(server.url()).sslContext(trusting(files.certificate())));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void overTlsBeforeTheGreeting(ServerVersion version) throws Exception {
        TlsFiles files = TlsFiles.in(temp);
        String config = files.serverConfig().replaceFirst("\\{", "{ handshake_first: true, ");
        try (var server = TestServer.start(version, config)) {
            exchange(new Options.Builder()
                    .server(server.url())
                    .sslContext(trusting(files.certificate()))
                    .tlsFirst());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void overAWebSocket(ServerVersion version) throws Exception {
        int port = Sessions.deadPort();
        try (var server = TestServer.start(version, "websocket { listen: \"127.0.0.1:" + port + "\", no_tls: true }")) {
            assertThat(server.isRunning()).isTrue();
            exchange(new Options.Builder().server("ws://127.0.0.1:" + port));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void afterAReconnectWithTheSameIdsAndSubscribedTwiceOver(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var session = Sessions.opened(server.url(), Sessions.QUICK)) {
            Connection connection = session.openConnection();
            Dispatcher dispatcher = subscribe(session, connection, "a.>");
            for (int round = 1; round <= 3; round++) {
                server.kill();
                await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
                // While away, one goes and one comes.
                dispatcher.unsubscribe("a.>");
                dispatcher.subscribe("a.>", tap(session).name(), message -> detours.incrementAndGet());
                server.restart();
                await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
                connection.flush(SOON);
                taken.clear();
                try (var other = TestClient.connect(server.url())) {
                    for (int i = 0; i < 1_000; i++) {
                        other.connection().publish("a." + i, new byte[i]);
                    }
                    other.connection().flush(SOON);
                }
                await().atMost(SOON).until(() -> taken.size() >= 1_000);
                connection.flush(SOON);
                assertThat(taken).hasSize(1_000).last().isEqualTo("a.999 999");
            }
            assertThat(detours).hasValue(0);
            assertThat(session.gaps()).hasSize(3);
        }
    }

    /** The library gives up a reading thread that is busy for more than eleven seconds, and starts the next one. */
    @Test
    void aSinkThatIsBusyWhileTheConnectionIsRenewedIsNeverReadForTwice() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url(), Sessions.QUICK);
                var first = TestClient.connect(server.url())) {
            Connection connection = session.openConnection();
            subscribe(session, connection, "a.>");
            session.taps().lock().lock();
            try {
                first.connection().publish("a.before", new byte[1]);
                first.connection().flush(SOON);
                await().atMost(SOON).until(() -> session.taps().lock().hasQueuedThreads());
                server.kill();
                server.restart();
                await().atMost(SOON)
                        .until(() -> !session.gaps().isEmpty() && session.state() instanceof SessionState.Live);
            } finally {
                session.taps().lock().unlock();
            }
            await().during(Duration.ofSeconds(1))
                    .atMost(SOON)
                    .until(() -> session.state() instanceof SessionState.Live
                            && session.state().since().isBefore(Instant.now().minusSeconds(1)));
            connection.flush(SOON);
            assertThat(taken).containsExactly("a.before 1");
            taken.clear();
            try (var other = TestClient.connect(server.url())) {
                for (int i = 0; i < 5_000; i++) {
                    other.connection().publish("a." + i, new byte[i]);
                }
                other.connection().flush(SOON);
            }
            await().atMost(SOON).until(() -> taken.size() >= 5_000);
            connection.flush(SOON);
            assertThat(taken).hasSize(5_000).last().isEqualTo("a.4999 4999");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void drainingTakesWhatIsUnderWay(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var session = Sessions.opened(server.url())) {
            Connection connection = session.openConnection();
            subscribe(session, connection, "a");
            for (int i = 0; i < 20_000; i++) {
                connection.publish("a", new byte[100]);
            }
            assertThat(connection.drain(SOON).get()).isTrue();
            assertThat(taken).hasSize(20_000);
        }
    }

    /** The library would go on with pings that nobody answers in time, and give the connection up. */
    @Test
    void theLibraryLearnsThatMessagesCome() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = TestClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            Connection connection = session.openConnection();
            subscribe(session, connection, "a");
            long before = connection.getStatistics().getInMsgs();
            var sent = new AtomicLong();
            await().pollInterval(Duration.ofMillis(20))
                    .during(Duration.ofMillis(2_500))
                    .atMost(SOON)
                    .until(() -> {
                        other.connection().publish("a", new byte[3]);
                        sent.incrementAndGet();
                        return true;
                    });
            other.connection().flush(SOON);
            connection.flush(SOON);
            assertThat(taken).hasSize((int) sent.get());
            // What it learns it by is not counted in addition.
            assertThat(connection.getStatistics().getInMsgs() - before).isEqualTo(sent.get());
            assertThat(connection.getStatistics().getInBytes()).isEqualTo(sent.get() * "MSG a 1 3\r\nabc\r\n".length());
        }
    }

    @Test
    void whatASinkThrowsIsToldAsOurFaultAndTheConnectionStands() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            Connection connection = session.openConnection();
            var calls = new AtomicInteger();
            Tap broken = session.taps().open(Optional.empty(), frame -> {
                calls.incrementAndGet();
                throw new IllegalStateException("a bug");
            });
            connection.createDispatcher().subscribe("a", broken.name(), message -> detours.incrementAndGet());
            for (int i = 0; i < 100; i++) {
                connection.publish("a", new byte[1]);
            }
            connection.flush(SOON);
            assertThat(calls).hasValue(100);
            await().atMost(SOON).until(() -> !Sessions.said(session).isEmpty());
            assertThat(Sessions.said(session)).singleElement().asString().contains("IllegalStateException");
            assertThat(session.gaps()).isEmpty();
        }
    }

    @Test
    void aSubscriptionToTheSameSubjectByAnotherIsNotTapped() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = Sessions.opened(server.url())) {
            Connection connection = session.openConnection();
            subscribe(session, connection, "a");
            var other = new AtomicInteger();
            connection.createDispatcher(message -> other.incrementAndGet()).subscribe("a");
            connection.publish("a", new byte[1]);
            connection.flush(SOON);
            await().atMost(SOON).until(() -> other.get() == 1);
            assertThat(taken).containsExactly("a 1");
        }
    }
}
