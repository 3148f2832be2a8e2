package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** User, password and token of a URL are in no sentence, no exception, no string and no log. */
class SecretsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SECRET = "s3cr3t";
    private static final String USER = "w1lly";

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
        assertThat(told.toString()).isNotEmpty().doesNotContain(SECRET).doesNotContain(USER);
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getFormattedMessage() + trace)
                    .doesNotContain(SECRET)
                    .doesNotContain(USER);
        });
        assertThat(Thread.getAllStackTraces().keySet())
                .allSatisfy(thread -> assertThat(thread.getName()).doesNotContain(SECRET));
    }
}
