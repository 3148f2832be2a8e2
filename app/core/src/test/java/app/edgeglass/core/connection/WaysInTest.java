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
import app.edgeglass.core.testing.TestOperator;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.core.testing.UnreadableFile;
import io.nats.client.NKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to be let in without TLS, on the servers of {@code samples/servers}, and its twin with what does not fit. */
class WaysInTest {

    private static final String GOOD = "sample-only";
    private static final Tempo QUICK = Sessions.QUICK;
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    Path temp;

    private TestServer sample(String name) {
        return SampleServers.start(ServerVersion.NEWEST, name, temp, Sessions.deadPort());
    }

    private static Path sampleFile(String name) {
        return SampleServers.folder().resolve(name);
    }

    private static Secrets secret(Secret which, String text) {
        return Secrets.of(Map.of(which, SecretValue.of(text)));
    }

    private static void opens(String url, Login login, Secrets secrets) {
        try (var session = new Session(Profile.of(url).withLogin(login), secrets, Clock.systemUTC(), QUICK)) {
            session.open();
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
        }
    }

    private static Failure fails(String url, Login login, Secrets secrets) {
        try (var session =
                new Session(Profile.of(url).named("Plant 7").withLogin(login), secrets, Clock.systemUTC(), QUICK)) {
            return catchThrowableOfType(Failure.class, session::open);
        }
    }

    @Test
    void byPassword() {
        try (var server = sample("password.conf")) {
            var plant = new Login.Password("plant");
            opens(server.url(), plant, secret(Secret.PASSWORD, GOOD));

            var refused = fails(server.url(), plant, secret(Secret.PASSWORD, "other"));
            assertThat(refused.key()).isEqualTo("connect.password-refused");
            assertThat(refused.sentence()).contains("plant").doesNotContain("other");
            assertThat(fails(server.url(), plant, Secrets.NONE).key()).isEqualTo("login.password-unknown");
            assertThat(fails(server.url(), new Login.None(), Secrets.NONE).key())
                    .isEqualTo("connect.credentials-wanted");
        }
    }

    @Test
    void byToken() {
        try (var server = sample("token.conf")) {
            opens(server.url(), new Login.Token(), secret(Secret.TOKEN, GOOD));

            assertThat(fails(server.url(), new Login.Token(), secret(Secret.TOKEN, "other"))
                            .key())
                    .isEqualTo("connect.token-refused");
        }
    }

    @Test
    void byTheSeedOfAnNKeyTypedOrFromAFile() throws Exception {
        Path file = sampleFile("plant.nk");
        try (var server = sample("nkey.conf")) {
            opens(server.url(), new Login.NKey(Optional.of(file)), Secrets.NONE);
            opens(server.url(), new Login.NKey(Optional.empty()), secret(Secret.SEED, Files.readString(file)));

            String other = new String(NKey.createUser(new SecureRandom()).getSeed());
            var refused = fails(server.url(), new Login.NKey(Optional.empty()), secret(Secret.SEED, other));
            assertThat(refused.key()).isEqualTo("connect.nkey-refused");
        }
    }

    @Test
    void byTheCredentialsOfTheSampleAccount() {
        Path file = sampleFile("plant.creds");
        try (var server = sample("jwt.conf")) {
            opens(server.url(), new Login.Credentials(Optional.of(file)), Secrets.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void byCredentialsThatAnAccountIssued(ServerVersion version) throws Exception {
        var operator = new TestOperator();
        String text = operator.credentials();
        Path file = Files.writeString(temp.resolve("visitor.creds"), text);
        try (var server = TestServer.start(version, operator.serverConfig())) {
            opens(server.url(), new Login.Credentials(Optional.of(file)), Secrets.NONE);
            opens(server.url(), new Login.Credentials(Optional.empty()), secret(Secret.CREDENTIALS, text));
            var parts = text.lines()
                    .filter(line -> line.length() > 50 && !line.contains(" "))
                    .toList();
            opens(
                    server.url(),
                    new Login.Jwt(false),
                    Secrets.of(Map.of(
                            Secret.JWT, SecretValue.of(parts.get(0)), Secret.SEED, SecretValue.of(parts.get(1)))));

            String foreign = new TestOperator().credentials();
            assertThat(fails(server.url(), new Login.Credentials(Optional.empty()), secret(Secret.CREDENTIALS, foreign))
                            .key())
                    .isEqualTo("connect.jwt-refused");
            String old = operator.credentials(Instant.now().minus(Duration.ofHours(1)), Duration.ofMinutes(1));
            assertThat(fails(server.url(), new Login.Credentials(Optional.empty()), secret(Secret.CREDENTIALS, old))
                            .key())
                    .isEqualTo("connect.jwt-expired");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void byAJwtWithoutASeed(ServerVersion version) {
        var operator = new TestOperator();
        try (var server = TestServer.start(version, operator.serverConfig())) {
            opens(server.url(), new Login.Jwt(true), secret(Secret.JWT, operator.bearerJwt()));

            String signed = operator.credentials().lines().toList().get(1);
            assertThat(fails(server.url(), new Login.Jwt(true), secret(Secret.JWT, signed))
                            .key())
                    .isEqualTo("connect.jwt-refused");
        }
    }

    @Test
    void aRenewedFileServesWhenTheServerEndsTheOldOne() throws Exception {
        var operator = new TestOperator();
        Path file = temp.resolve("visitor.creds");
        Files.writeString(file, operator.credentials(Instant.now(), Duration.ofSeconds(3)));
        var login = new Login.Credentials(Optional.of(file));
        try (var server = TestServer.start(ServerVersion.NEWEST, operator.serverConfig());
                var session = new Session(
                        Profile.of(server.url()).withLogin(login), Secrets.NONE, Clock.systemUTC(), QUICK)) {
            session.open();
            Files.writeString(file, operator.credentials());

            await().atMost(SOON).until(() -> session.gaps().size() == 1);
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
            assertThat(Sessions.said(session))
                    .anySatisfy(said -> assertThat(said).containsIgnoringCase("expired"));
        }
    }

    @Test
    void withoutAnything() {
        try (var server = sample("open.conf")) {
            opens(server.url(), new Login.None(), Secrets.NONE);
            // A server that asks for nothing takes whatever is offered.
            opens(server.url(), new Login.Password("plant"), secret(Secret.PASSWORD, GOOD));
            opens(server.url(), new Login.Credentials(Optional.of(sampleFile("plant.creds"))), Secrets.NONE);
        }
    }

    @Test
    void throughAWebSocket() {
        int port = Sessions.deadPort();
        try (var server = SampleServers.start(ServerVersion.NEWEST, "websocket.conf", temp, port)) {
            assertThat(server.isRunning()).isTrue();
            String url = "ws://127.0.0.1:" + port;
            opens(url, new Login.Password("plant"), secret(Secret.PASSWORD, GOOD));

            var clear = Profile.of(url).withTls(new Tls(true, false, new Tls.Trust.Java(), Optional.empty()));
            try (var session = new Session(clear, Secrets.NONE, Clock.systemUTC(), QUICK)) {
                assertThat(catchThrowableOfType(Failure.class, session::open).key())
                        .isEqualTo("profile.clear-websocket");
            }
            assertThat(fails(url, new Login.Password("plant"), secret(Secret.PASSWORD, "other"))
                            .key())
                    .isEqualTo("connect.password-refused");
        }
    }

    /** What is wrong with the files is said before anything is sent: nobody listens here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent               |                                | login.file-missing",
                "empty                | ''                             | login.file-empty",
                "no credentials       | hello                          | login.creds-no-jwt",
                "a JWT alone          | -----BEGIN NATS USER JWT-----~a.b.c~------END NATS USER JWT------ | login.creds-no-seed",
                "half a seed          | -----BEGIN NATS USER JWT-----~a.b.c~------END NATS USER JWT------~~-----BEGIN USER NKEY SEED-----~SUAB~------END USER NKEY SEED------ | login.seed-damaged"
            })
    void namesWhatIsWrongWithCredentials(String what, String text, String key) throws IOException {
        Path file = temp.resolve("plant.creds");
        if (text != null) {
            Files.writeString(file, text.replace('~', '\n'));
        }

        var failure = fails(dead(), new Login.Credentials(Optional.of(file)), Secrets.NONE);

        assertThat(failure.key()).as(what).isEqualTo(key);
        assertThat(failure.sentence()).contains(file.toString());
        if (text == null) {
            assertThat(file).doesNotExist();
        } else {
            assertThat(file).hasContent(text.replace('~', '\n'));
        }
    }

    @Test
    void namesWhatIsWrongWithTheFileItself() throws Exception {
        Path denied = UnreadableFile.in(temp);
        Path binary = Files.write(temp.resolve("plant.p12"), new byte[] {0x30, (byte) 0x82, 1, 1, (byte) 0xFF});
        Path large = Files.write(temp.resolve("large"), new byte[300_000]);
        for (var login : List.of(new Login.NKey(Optional.of(denied)), new Login.Credentials(Optional.of(denied)))) {
            var failure = fails(dead(), login, Secrets.NONE);
            assertThat(failure.key()).isEqualTo("login.file-denied");
            assertThat(failure.sentence()).contains(denied.toString());
        }
        assertThat(fileFailure(binary)).isEqualTo("login.file-no-text");
        assertThat(fileFailure(large)).isEqualTo("login.file-large");
        assertThat(fileFailure(temp)).isEqualTo("login.file-no-file");
    }

    private static String fileFailure(Path file) {
        return fails(dead(), new Login.Credentials(Optional.of(file)), Secrets.NONE)
                .key();
    }

    @Test
    void namesASeedOfTheWrongKind() throws Exception {
        String account = new String(NKey.createAccount(new SecureRandom()).getSeed());
        var login = new Login.NKey(Optional.empty());

        var failure = fails(dead(), login, secret(Secret.SEED, account));

        assertThat(failure.key()).isEqualTo("login.seed-kind");
        assertThat(failure.sentence()).contains("account").doesNotContain(account);
        assertThat(fails(dead(), login, secret(Secret.SEED, "hello")).key()).isEqualTo("login.no-seed");
        assertThat(fails(dead(), new Login.Jwt(true), secret(Secret.JWT, "hello"))
                        .key())
                .isEqualTo("login.no-jwt");
    }

    private static String dead() {
        return "nats://127.0.0.1:" + Sessions.deadPort();
    }
}
