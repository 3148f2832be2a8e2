package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JetStreamProbeTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String INFO = "$JS.API.INFO";

    @TempDir
    private Path store;

    /** Takes the place of what the test server has for JetStream: of two of the same name the last one holds. */
    private String inDomain(String domain) {
        return "jetstream: { domain: " + domain + ", store_dir: \""
                + store.toString().replace('\\', '/') + "\" }";
    }

    private static JetStreamDetails answered(Session session) {
        await().atMost(SOON).until(() -> session.jetStream().isPresent());
        return session.jetStream().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsDomainAndApiLevelAndAsksOnceForEachConnection(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, inDomain("hub"));
                var other = TestClient.connect(server.url())) {
            var asked = Collections.synchronizedList(new ArrayList<String>());
            other.connection().createDispatcher(m -> asked.add(m.getSubject())).subscribe(INFO);
            other.connection().flush(SOON);
            try (var session = Sessions.opened(server.url(), Sessions.QUICK)) {
                JetStreamDetails details = answered(session);
                assertThat(details.domain()).contains("hub");
                assertThat(details.apiLevel().isPresent()).isEqualTo(version == ServerVersion.NEWEST);
                session.jetStream();
                session.liveConnection().flush(SOON);
                other.connection().flush(SOON);
                assertThat(asked).containsExactly(INFO);

                server.kill();
                await().atMost(SOON).until(() -> session.jetStream().isEmpty());
                server.restart(inDomain("edge"));
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> session.jetStream()
                                .flatMap(JetStreamDetails::domain)
                                .equals(Optional.of("edge")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish: { deny: \"$JS.API.>\" }",
                "subscribe: { deny: \"_INBOX.>\" }",
                "publish: { deny: [ \"_INBOX.>\", \"$JS.>\" ] }, subscribe: { deny: \"_INBOX.>\" }"
            })
    void aPersonWhoMayNotAskHearsNothingOfIt(String permissions) throws Exception {
        String users = "authorization { users: [ { user: a, password: a, permissions: { " + permissions + " } } ] }";
        try (var server = TestServer.start(ServerVersion.NEWEST, users);
                var session = Sessions.opened(server.url().replace("://", "://a:a@"))) {
            var told = new ArrayList<String>();
            try (var _ = session.serverErrors().listen(told::add)) {
                assertThat(session.jetStream()).isEmpty();
                await().atMost(SOON).until(() -> !told.isEmpty());
                session.liveConnection().flush(SOON);
                assertThat(session.jetStream()).isEmpty();
                assertThat(session.journal().after(0)).isEmpty();
            }
        }
    }

    @Test
    void whatThePersonAsksForAndMayNotIsSaidAllTheSame() throws Exception {
        String users = "authorization { users: [ { user: a, password: a,"
                + " permissions: { publish: { deny: \"$JS.API.>\" } } } ] }";
        try (var server = TestServer.start(ServerVersion.NEWEST, users);
                var session = Sessions.opened(server.url().replace("://", "://a:a@"))) {
            var told = new ArrayList<String>();
            try (var _ = session.serverErrors().listen(told::add)) {
                session.jetStream();
                await().atMost(SOON).until(() -> told.size() == 1);
                session.liveConnection().publish(INFO, new byte[0]);
                await().atMost(SOON).until(() -> Sessions.said(session).size() == 1);
            }
        }
    }

    @Test
    void withoutJetStreamThereIsNothingAndNoEvent() {
        try (var server = TestServer.start(ServerVersion.NEWEST, "jetstream: disabled");
                var session = Sessions.opened(server.url())) {
            assertThat(session.jetStream()).isEmpty();
            await().during(Duration.ofMillis(300))
                    .atMost(SOON)
                    .until(() -> session.jetStream().isEmpty()
                            && session.journal().after(0).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"error\":{\"code\":503}}"})
    void anAnswerThatIsNoneIsNothing(String said) {
        assertThat(JetStreamProbe.read(said.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void anAnswerWithoutDomainAndLevelIsAnAnswer() {
        assertThat(JetStreamProbe.read("{\"api\":{\"total\":1}}".getBytes(StandardCharsets.UTF_8)))
                .contains(new JetStreamDetails(Optional.empty(), OptionalInt.empty()));
    }
}
