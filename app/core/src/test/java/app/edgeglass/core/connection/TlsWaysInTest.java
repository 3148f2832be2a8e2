package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secure connections to the servers of {@code samples/servers}, and what is said when they are not. */
class TlsWaysInTest {

    private static final String PASSWORD = "key-s3cret";
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    Path certs;

    private final TestAuthority authority = new TestAuthority("Plant authority");
    private final TestAuthority.Issued plant =
            authority.issue("plant", TestAuthority.from(Duration.ofDays(-1)), inAYear());

    @BeforeEach
    void makeCertificates() {
        authority.write(certs, "authority");
        authority.server().write(certs, "server");
        plant.write(certs, "plant");
    }

    private static Instant inAYear() {
        return TestAuthority.from(Duration.ofDays(365));
    }

    private TestServer sample(String name) {
        return SampleServers.start(ServerVersion.NEWEST, name, certs, Sessions.deadPort());
    }

    private static String localhost(TestServer server) {
        return "nats://localhost:" + server.port();
    }

    private Tls trusting() {
        return trusting(certs.resolve("authority.pem"), Optional.empty(), false);
    }

    private static Tls trusting(Path file, Optional<Tls.Identity> identity, boolean first) {
        return new Tls(false, first, new Tls.Trust.File(file), identity);
    }

    private static void opens(String url, Tls tls, Secrets secrets) {
        try (var session = session(url, tls, new Login.None(), secrets)) {
            session.open();
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    private static Failure fails(String url, Tls tls) {
        return fails(url, tls, Secrets.NONE);
    }

    private static Failure fails(String url, Tls tls, Secrets secrets) {
        try (var session = session(url, tls, new Login.None(), secrets)) {
            return catchThrowableOfType(Failure.class, session::open);
        }
    }

    private static Session session(String url, Tls tls, Login login, Secrets secrets) {
        return new Session(Profile.of(url).withTls(tls).withLogin(login), secrets, Clock.systemUTC(), Sessions.SECURE);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void overTls13WithAnAuthorityOfOnesOwnAlsoWhenOnlyTheServerAsksForIt(ServerVersion version) throws Exception {
        try (var server = SampleServers.start(version, "tls.conf", certs, Sessions.deadPort());
                var session = session(localhost(server), trusting(), new Login.None(), Secrets.NONE)) {
            session.open();

            assertThat(Monitoring.page(server.monitoringUrl() + "/connz")).contains("\"tls_version\": \"1.3\"");
            assertThat(fails(localhost(server), Tls.DEFAULT).key()).isEqualTo("tls.untrusted");
        }
    }

    /** Another authority, and with it other certificates on both sides; and one that is too old, until it is mended. */
    @Test
    void comesBackOverTlsWithTheFilesOfTheMoment() {
        try (var server = sample("mutual-tls.conf");
                var session = session(localhost(server), mutual(identity("plant")), new Login.None(), Secrets.NONE)) {
            session.open();
            var next = new TestAuthority("Next authority");
            next.write(certs, "authority");
            next.server().write(certs, "server");
            next.issue("plant", TestAuthority.from(Duration.ofDays(-1)), inAYear())
                    .write(certs, "plant");

            server.restart();

            await().atMost(SOON).until(() -> session.gaps().size() == 1);
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);

            next.issue(
                            "localhost",
                            TestAuthority.from(Duration.ofDays(-9)),
                            TestAuthority.from(Duration.ofDays(-2)),
                            "localhost")
                    .write(certs, "server");
            server.restart();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Sessions.said(session))
                            .anySatisfy(said ->
                                    assertThat(said).contains("“localhost”").contains("expired on")));
            assertThat(session.state()).isInstanceOf(SessionState.Reconnecting.class);

            next.server().write(certs, "server");
            server.restart();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
        }
    }

    @Test
    void namesWhatIsWrongWithTheServersCertificate() {
        authority
                .issue(
                        "localhost",
                        TestAuthority.from(Duration.ofDays(-9)),
                        TestAuthority.from(Duration.ofDays(-2)),
                        "localhost")
                .write(certs, "server");
        try (var server = sample("tls.conf")) {
            var failure = fails(localhost(server), trusting());
            assertThat(failure.key()).isEqualTo("tls.expired");
            assertThat(failure.sentence()).contains("localhost").contains("20");
        }
        authority
                .issue(
                        "localhost",
                        TestAuthority.from(Duration.ofDays(2)),
                        TestAuthority.from(Duration.ofDays(9)),
                        "localhost")
                .write(certs, "server");
        try (var server = sample("tls.conf")) {
            assertThat(fails(localhost(server), trusting()).key()).isEqualTo("tls.not-yet-valid");
        }
        authority
                .issue("hub", TestAuthority.from(Duration.ofDays(-2)), inAYear(), "hub.plant", "10.1.2.3")
                .write(certs, "server");
        try (var server = sample("tls.conf")) {
            var failure = fails(localhost(server), trusting());
            assertThat(failure.key()).isEqualTo("tls.wrong-name");
            assertThat(failure.sentence()).contains("hub.plant, 10.1.2.3");
        }
        var other = new TestAuthority("Another authority");
        other.server().write(certs, "server");
        try (var server = sample("tls.conf")) {
            var failure = fails(localhost(server), trusting());
            assertThat(failure.key()).isEqualTo("tls.untrusted");
            assertThat(failure.sentence()).contains("Another authority");
        }
    }

    @Test
    void withACertificateOfOnesOwn() throws Exception {
        Path certificate = certs.resolve("plant.pem");
        Path key = certs.resolve("plant-key.pem");
        try (var server = sample("mutual-tls.conf")) {
            opens(localhost(server), mutual(new Tls.Identity.Pem(certificate, key)), Secrets.NONE);
            opens(localhost(server), mutual(new Tls.Identity.Pem(certificate, lockedKey())), password());
            opens(localhost(server), mutual(new Tls.Identity.Store(store("PKCS12"))), password());
            opens(localhost(server), mutual(new Tls.Identity.Store(store("JKS"))), password());

            assertThat(fails(localhost(server), trusting()).key()).isEqualTo("tls.client-wanted");
            new TestAuthority("Another authority")
                    .issue("plant", TestAuthority.from(Duration.ofDays(-2)), inAYear())
                    .write(certs, "foreign");
            var foreign = fails(localhost(server), mutual(identity("foreign")));
            assertThat(foreign.key()).isEqualTo("tls.client-foreign");
            assertThat(foreign.sentence()).contains("“Another authority”").contains("“Plant authority”");
            authority
                    .issue("visitor", TestAuthority.from(Duration.ofDays(-2)), inAYear())
                    .write(certs, "visitor");
            assertThat(fails(localhost(server), mutual(identity("visitor"))).key())
                    .isEqualTo("connect.certificate-refused");
            authority
                    .issue("plant", TestAuthority.from(Duration.ofDays(-9)), TestAuthority.from(Duration.ofDays(-2)))
                    .write(certs, "old");
            var old = fails(localhost(server), mutual(identity("old")));
            assertThat(old.key()).isEqualTo("tls.own-expired");
            assertThat(old.sentence()).contains("“plant”").contains("20");
        }
    }

    @Test
    void withTlsFirst() {
        Tls first = trusting(certs.resolve("authority.pem"), Optional.empty(), true);
        try (var server = sample("tls-first.conf")) {
            opens(localhost(server), first, Secrets.NONE);

            var failure = fails(localhost(server), trusting());
            assertThat(failure.key()).isEqualTo("tls.first-wanted");
        }
        try (var server = sample("tls.conf")) {
            assertThat(fails(localhost(server), first).key()).isEqualTo("tls.none-here");
        }
    }

    @Test
    void throughASecureWebSocket() {
        int port = Sessions.deadPort();
        try (var server = SampleServers.start(ServerVersion.NEWEST, "websocket-tls.conf", certs, port)) {
            assertThat(server.isRunning()).isTrue();
            Secrets known = Secrets.of(Map.of(Secret.PASSWORD, SecretValue.of("sample-only")));
            try (var session = session("wss://localhost:" + port, trusting(), new Login.Password("plant"), known)) {
                session.open();
                assertThat(session.state()).isInstanceOf(SessionState.Live.class);
            }
            try (var session = session("wss://localhost:" + port, Tls.DEFAULT, new Login.Password("plant"), known)) {
                assertThat(catchThrowableOfType(Failure.class, session::open).key())
                        .isEqualTo("tls.untrusted");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerWithoutTlsIsRefusedByAProfileThatAsksForIt(boolean byScheme) {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            String url = byScheme ? server.url().replace("nats:", "tls:") : server.url();
            assertThat(fails(url, byScheme ? Tls.DEFAULT : trusting()).key()).isEqualTo("tls.not-offered");
        }
    }

    /** Said before anything is sent: nobody listens here. */
    @Test
    void namesWhatIsWrongWithTheFiles() throws Exception {
        Path certificate = certs.resolve("plant.pem");
        Path key = certs.resolve("plant-key.pem");
        authority.server().write(certs, "other");

        assertThat(key(trusting(certs.resolve("none.pem"), Optional.empty(), false)))
                .isEqualTo("tls.file-missing");
        assertThat(key(trusting(key, Optional.empty(), false))).isEqualTo("tls.pem-no-certificate");
        assertThat(key(mutual(new Tls.Identity.Pem(certificate, certificate)))).isEqualTo("tls.pem-no-key");
        assertThat(key(mutual(new Tls.Identity.Pem(certificate, certs.resolve("other-key.pem")))))
                .isEqualTo("tls.key-mismatch");
        assertThat(key(mutual(new Tls.Identity.Pem(certificate, lockedKey())))).isEqualTo("tls.key-locked");
        Secrets wrong = Secrets.of(Map.of(Secret.KEY_PASSWORD, SecretValue.of("wrong")));
        assertThat(fails(dead(), mutual(new Tls.Identity.Pem(certificate, lockedKey())), wrong)
                        .key())
                .isEqualTo("tls.key-password");
    }

    private static String key(Tls tls) {
        return fails(dead(), tls).key();
    }

    private static String dead() {
        return "tls://127.0.0.1:" + Sessions.deadPort();
    }

    private Tls mutual(Tls.Identity identity) {
        return trusting(certs.resolve("authority.pem"), Optional.of(identity), false);
    }

    private Tls.Identity identity(String name) {
        return new Tls.Identity.Pem(certs.resolve(name + ".pem"), certs.resolve(name + "-key.pem"));
    }

    private static Secrets password() {
        return Secrets.of(Map.of(Secret.KEY_PASSWORD, SecretValue.of(PASSWORD)));
    }

    private Path lockedKey() throws OperatorCreationException, IOException {
        var lock = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword(PASSWORD.toCharArray())
                .build();
        return TestAuthority.pem(
                certs.resolve("plant-locked.pem"),
                new JcaPKCS8Generator(plant.keys().getPrivate(), lock).generate());
    }

    private Path store(String kind) {
        return plant.store(certs.resolve("plant." + kind), kind, PASSWORD.toCharArray());
    }
}
