package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.Examinations.at;
import static app.edgeglass.core.connection.doctor.Examinations.deadPort;
import static app.edgeglass.core.connection.doctor.Examinations.diagnose;
import static app.edgeglass.core.connection.doctor.Examinations.fact;
import static app.edgeglass.core.connection.doctor.Examinations.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor before secure servers: which certificates were shown is told whatever is wrong with them. */
class TlsDoctorTest {

    @TempDir
    Path certs;

    private final TestAuthority authority = new TestAuthority("Plant authority");

    @BeforeEach
    void makeCertificates() {
        authority.write(certs, "authority");
        authority.server().write(certs, "server");
        authority.issue("plant", in(-1), in(365)).write(certs, "plant");
    }

    private static Instant in(int days) {
        return TestAuthority.from(Duration.ofDays(days));
    }

    private TestServer sample(String name) {
        return SampleServers.start(ServerVersion.NEWEST, name, certs, deadPort());
    }

    private Tls trusting(boolean first, Tls.Identity... identity) {
        return new Tls(
                false,
                first,
                new Tls.Trust.File(certs.resolve("authority.pem")),
                List.of(identity).stream().findFirst());
    }

    private Tls.Identity plant() {
        return new Tls.Identity.Pem(certs.resolve("plant.pem"), certs.resolve("plant-key.pem"));
    }

    private static Diagnosis examine(TestServer server, Tls tls) {
        return diagnose(Profile.of("nats://localhost:" + server.port()).withTls(tls), Secrets.NONE);
    }

    private static List<Certificate> chain(Diagnosis diagnosis, Stage stage) {
        return outcome(diagnosis, stage).facts().chain();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsHowTheConnectionIsSecure(ServerVersion version) {
        try (var server = SampleServers.start(version, "tls.conf", certs, deadPort())) {
            var diagnosis = examine(server, trusting(false));

            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(fact(diagnosis, Stage.INFO, "doctor.fact.tls")).isEqualTo("required");
            assertThat(fact(diagnosis, Stage.TLS, "doctor.fact.protocol")).isEqualTo("TLSv1.3");
            assertThat(fact(diagnosis, Stage.TLS, "doctor.fact.cipher")).startsWith("TLS_");
            assertThat(fact(diagnosis, Stage.TLS, "doctor.fact.own-certificate"))
                    .isEqualTo("not asked for");
            Certificate shown = chain(diagnosis, Stage.TLS).getFirst();
            assertThat(shown.subject()).isEqualTo("CN=localhost");
            assertThat(shown.issuer()).isEqualTo("CN=Plant authority");
            assertThat(shown.names()).containsExactly("localhost", "127.0.0.1");
            assertThat(shown.daysLeft()).isBetween(363L, 365L);
            assertThat(shown.key()).isEqualTo("EC 256");
            assertThat(shown.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(shown.isSelfSigned()).isFalse();
        }
    }

    @Test
    void tellsTheCertificatesOfAServerThatIsNotBelieved() {
        try (var server = sample("tls.conf")) {
            var unknown = examine(server, Tls.DEFAULT);
            assertThat(at(unknown, Stage.TLS)).isEqualTo("tls.untrusted");
            assertThat(chain(unknown, Stage.TLS))
                    .extracting(Certificate::issuer)
                    .containsExactly("CN=Plant authority");
            assertThat(at(unknown, Stage.SIGN_IN)).isEqualTo("not reached");
            assertThat(unknown.report())
                    .contains(
                            "[FAILED]  Security (TLS)", "Certificate 1: CN=localhost", "Issued by: CN=Plant authority")
                    .contains("For: localhost, 127.0.0.1", "days left");
        }
        authority.issue("localhost", in(-9), in(-2), "localhost").write(certs, "server");
        try (var server = sample("tls.conf")) {
            var expired = examine(server, trusting(false));
            assertThat(at(expired, Stage.TLS)).isEqualTo("tls.expired");
            assertThat(chain(expired, Stage.TLS).getFirst().daysLeft()).isNegative();
            assertThat(expired.report()).contains("(expired)");
        }
        authority.issue("hub", in(-2), in(365), "hub.plant").write(certs, "server");
        try (var server = sample("tls.conf")) {
            var other = examine(server, trusting(false));
            assertThat(at(other, Stage.TLS)).isEqualTo("tls.wrong-name");
            assertThat(chain(other, Stage.TLS).getFirst().names()).containsExactly("hub.plant");
        }
        authority.issue("localhost", in(-80), in(9), "localhost").write(certs, "server");
        try (var server = sample("tls.conf")) {
            var soon = examine(server, trusting(false));
            assertThat(at(soon, Stage.TLS)).isEqualTo("doctor.expires-soon");
            assertThat(at(soon, Stage.SIGN_IN)).isEqualTo("passed");
            assertThat(soon.report()).contains("in 8 days");
        }
    }

    @Test
    void knowsACertificateThatNobodyVouchesFor() {
        // An authority that serves by its own certificate; its key is of no other use here.
        authority.writeWithKey(certs, "server");
        try (var server = sample("tls.conf")) {
            var diagnosis = diagnose(Profile.of("tls://127.0.0.1:" + server.port()), Secrets.NONE);
            assertThat(at(diagnosis, Stage.TLS)).isEqualTo("tls.self-signed");
            assertThat(chain(diagnosis, Stage.TLS))
                    .singleElement()
                    .satisfies(one -> assertThat(one.isSelfSigned()).isTrue());
        }
    }

    @Test
    void saysWhetherTheServerAsksForACertificateOfOurs() {
        try (var server = sample("mutual-tls.conf")) {
            var without = examine(server, trusting(false));
            assertThat(at(without, Stage.TLS)).isEqualTo("tls.client-wanted");
            assertThat(fact(without, Stage.TLS, "doctor.fact.own-certificate")).contains("has none");
            assertThat(chain(without, Stage.TLS)).isNotEmpty();

            var with = examine(server, trusting(false, plant()));
            assertThat(with.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(fact(with, Stage.TLS, "doctor.fact.own-certificate")).contains("shown");
            assertThat(fact(with, Stage.SIGN_IN, "doctor.fact.login")).contains("certificate");

            authority.issue("visitor", in(-2), in(9)).write(certs, "plant");
            var visitor = examine(server, trusting(false, plant()));
            assertThat(at(visitor, Stage.TLS)).isEqualTo("passed");
            assertThat(at(visitor, Stage.SIGN_IN)).isEqualTo("connect.certificate-refused");

            new TestAuthority("Another authority").issue("plant", in(-2), in(9)).write(certs, "plant");
            assertThat(at(examine(server, trusting(false, plant())), Stage.TLS)).isEqualTo("tls.client-foreign");
        }
    }

    @Test
    void knowsTlsFirstBothWays() {
        try (var server = sample("tls-first.conf")) {
            var diagnosis = examine(server, trusting(true));
            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(diagnosis.findings())
                    .extracting(Finding::stage)
                    .startsWith(Stage.NAME, Stage.TCP, Stage.TLS, Stage.INFO);

            var unaware = examine(server, trusting(false));
            assertThat(at(unaware, Stage.INFO)).isEqualTo("tls.first-wanted");
            assertThat(chain(unaware, Stage.INFO))
                    .extracting(Certificate::subject)
                    .containsExactly("CN=localhost");
        }
        try (var server = sample("tls.conf")) {
            assertThat(at(examine(server, trusting(true)), Stage.TLS)).isEqualTo("tls.none-here");
        }
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            assertThat(at(examine(server, trusting(false)), Stage.TLS)).isEqualTo("tls.not-offered");
            var missing = new Tls(true, true, new Tls.Trust.File(certs.resolve("none.pem")), Optional.empty());
            assertThat(at(examine(server, missing), Stage.TLS)).isEqualTo("tls.file-missing");
        }
    }

    @Test
    void examinesASecureWebSocket() {
        int port = deadPort();
        try (var server = SampleServers.start(ServerVersion.NEWEST, "websocket-tls.conf", certs, port)) {
            assertThat(server.isRunning()).isTrue();
            var secrets = Secrets.of(Map.of(Secret.PASSWORD, SecretValue.of("sample-only")));
            var profile = Profile.of("wss://localhost:" + port)
                    .withLogin(new Login.Password("plant"))
                    .withTls(trusting(false));

            var diagnosis = diagnose(profile, secrets);
            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(diagnosis.findings())
                    .extracting(Finding::stage)
                    .startsWith(Stage.NAME, Stage.TCP, Stage.TLS, Stage.WEBSOCKET, Stage.INFO);
            assertThat(at(diagnose(profile.withTls(Tls.DEFAULT), secrets), Stage.TLS))
                    .isEqualTo("tls.untrusted");
            assertThat(at(diagnose(Profile.of("ws://localhost:" + port), secrets), Stage.WEBSOCKET))
                    .isEqualTo("doctor.websocket-secure");
        }
    }
}
