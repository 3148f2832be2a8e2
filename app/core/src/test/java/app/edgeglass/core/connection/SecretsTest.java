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
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.TestOperator;
import app.edgeglass.core.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.nats.client.NKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** No secret of a URL or of a profile is in a sentence, an exception, a string or a log. */
class SecretsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SECRET = "s3cr3t";
    private static final String USER = "w1lly";

    @TempDir
    Path temp;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final StringWriter told = new StringWriter();
    private Level before = Level.DEBUG;

    @BeforeEach
    void listen() {
        before = Objects.requireNonNullElse(root.getLevel(), Level.DEBUG);
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @Test
    void whenItDoesNotConnect() throws Exception {
        try (var hole = new Sessions.BlackHole();
                var server = TestServer.start(ServerVersion.NEWEST, "authorization { user: u, password: p }")) {
            String dead = "nats://127.0.0.1:" + Sessions.deadPort();
            for (String user : List.of(USER + ":" + SECRET, SECRET)) {
                for (String url : List.of(
                        dead,
                        hole.url(),
                        server.url(),
                        server.monitoringUrl().replace("http", "nats"),
                        dead.replace("nats", "tls"),
                        dead.replace("nats", "ws"),
                        "nats://no-such-host.invalid")) {
                    fails(url.replace("://", "://" + user + "@"));
                }
                fails(dead.replace("://", "://" + user + "@") + ","
                        + server.url().replace("://", "://" + user + "@"));
                fails(dead.replace("://", "://" + user + "@") + ",nats://" + user + "@no-such-host.invalid");
            }
        }
        nothingIsTold();
    }

    @Test
    void whileItIsLiveAndWhileItReconnects() throws Exception {
        String users = "authorization { users: [ { user: " + USER + ", password: " + SECRET
                + ", permissions: { publish: { deny: x } } } ] }";
        try (var server = TestServer.start(ServerVersion.NEWEST, users)) {
            var session =
                    Sessions.opened(server.url().replace("://", "://" + USER + ":" + SECRET + "@"), Sessions.QUICK);
            tell(session);
            session.liveConnection().publish("x", new byte[0]);
            await().atMost(SOON).until(() -> !Sessions.said(session).isEmpty());
            server.kill();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
            tell(session);
            tell(catchThrowableOfType(Failure.class, session::liveConnection));
            server.restart();
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
            tell(session);
            server.kill();
            server.restart("authorization { user: " + USER + ", password: other }");
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Closed);
            session.close();
            tell(session);
        }
        nothingIsTold();
    }

    /** Each kind of secret, with the server that takes it and with one that refuses it. */
    @Test
    void ofEachWayIn() throws Exception {
        var operator = new TestOperator();
        String credentials = operator.credentials();
        List<String> parts = credentials
                .lines()
                .filter(line -> line.length() > 50 && !line.contains(" "))
                .toList();
        String seed = new String(NKey.createUser(new SecureRandom()).getSeed());
        String bearer = operator.bearerJwt();
        String halfSeed = seed.substring(0, 40);
        String opener = "0pener";
        var known = new EnumMap<Secret, SecretValue>(Map.of(
                Secret.PASSWORD, SecretValue.of(SECRET),
                Secret.TOKEN, SecretValue.of(SECRET),
                Secret.SEED, SecretValue.of(parts.get(1)),
                Secret.JWT, SecretValue.of(parts.get(0)),
                Secret.CREDENTIALS, SecretValue.of(credentials),
                Secret.KEY_PASSWORD, SecretValue.of(opener),
                Secret.TRUST_PASSWORD, SecretValue.of(opener)));
        told.append(known.toString()).append(Secrets.of(known).toString());
        var authority = new TestAuthority("Plant authority");
        Path own = authority.server().store(temp.resolve("own.p12"), "PKCS12", opener.toCharArray());
        Path trusted = authority.store(temp.resolve("trusted.p12"), "PKCS12", opener.toCharArray());
        var tls = new Tls(true, false, new Tls.Trust.File(trusted), Optional.of(new Tls.Identity.Store(own)));
        var swapped = new Tls(true, false, new Tls.Trust.File(own), Optional.of(new Tls.Identity.Store(trusted)));
        try (var signed = TestServer.start(ServerVersion.NEWEST, operator.serverConfig());
                var closed = TestServer.start(ServerVersion.NEWEST, "authorization { token: other }")) {
            for (String url : List.of(signed.url(), closed.url(), "nats://127.0.0.1:" + Sessions.deadPort())) {
                for (var login : List.of(
                        new Login.Password(USER),
                        new Login.Token(),
                        new Login.NKey(Optional.empty()),
                        new Login.Credentials(Optional.empty()),
                        new Login.Jwt(false),
                        new Login.Jwt(true))) {
                    tries(Profile.of(url).withLogin(login), known);
                }
                tries(Profile.of(url).withTls(tls), known);
                tries(Profile.of(url).withTls(swapped), known);
                known.put(Secret.JWT, SecretValue.of(bearer));
                tries(Profile.of(url).withLogin(new Login.Jwt(true)), known);
                known.put(Secret.SEED, SecretValue.of(halfSeed));
                tries(Profile.of(url).withLogin(new Login.NKey(Optional.empty())), known);
                known.put(Secret.CREDENTIALS, SecretValue.of(credentials.replace(parts.get(1), halfSeed)));
                tries(Profile.of(url).withLogin(new Login.Credentials(Optional.empty())), known);
                known.put(Secret.SEED, SecretValue.of(parts.get(1)));
                known.put(Secret.JWT, SecretValue.of(parts.get(0)));
                known.put(Secret.CREDENTIALS, SecretValue.of(credentials));
            }
        }
        // The user of a password is no secret here: the person shall read whom the server refused.
        nothingIsTold(SECRET, parts.get(0), parts.get(1), bearer, halfSeed, opener);
    }

    private void tries(Profile profile, Map<Secret, SecretValue> known) {
        try (var session = new Session(profile, Secrets.of(known), Clock.systemUTC(), Sessions.QUICK)) {
            session.open();
            tell(session);
        } catch (Failure failure) {
            tell(failure);
        }
    }

    private void fails(String url) {
        var session = Sessions.of(url, Sessions.QUICK);
        tell(catchThrowableOfType(Failure.class, session::open));
        tell(session);
        session.close();
    }

    private void tell(Failure failure) {
        told.append(failure.sentence()).append(failure.remedy());
        failure.printStackTrace(new PrintWriter(told));
    }

    private void tell(Session session) {
        told.append(session.profile().toString())
                .append(session.state().toString())
                .append(session.journal().after(0).toString());
        if (session.state() instanceof SessionState.Closed closed && closed.reason() != null) {
            tell(closed.reason());
        }
    }

    private void nothingIsTold() {
        nothingIsTold(SECRET, USER);
    }

    private void nothingIsTold(String... secrets) {
        assertThat(told.toString()).isNotEmpty().doesNotContain(secrets);
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getFormattedMessage() + trace).doesNotContain(secrets);
        });
        assertThat(Thread.getAllStackTraces().keySet())
                .allSatisfy(thread -> assertThat(thread.getName()).doesNotContain(secrets));
    }
}
