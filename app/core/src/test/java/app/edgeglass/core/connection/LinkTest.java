package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Link.Reconnect;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.SocksProxy;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile wishes of the wire. */
class LinkTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static Session session(Profile profile) {
        return new Session(profile, Secrets.NONE, Clock.systemUTC(), Sessions.QUICK);
    }

    private static Failure failure(Profile profile) {
        try (var session = session(profile)) {
            return catchThrowableOfType(Failure.class, session::open);
        }
    }

    private static Link link(Optional<HostAndPort> proxy, Duration ping, Reconnect reconnect, String name) {
        return new Link(proxy, "", true, ping, reconnect, name);
    }

    private static Profile through(int proxyPort, String url) {
        var proxy = new HostAndPort("127.0.0.1", proxyPort);
        return Profile.of(url)
                .withLink(
                        link(Optional.of(proxy), Link.DEFAULT_PING, Reconnect.DEFAULT, Link.DEFAULT.connectionName()));
    }

    @Test
    void throughASocksProxyThatKnowsNamesOfItsOwn() {
        try (var proxy = new SocksProxy();
                var server = TestServer.start(ServerVersion.NEWEST)) {
            String inner = "nats://" + SocksProxy.INNER_HOST + ":" + server.port();
            try (var session = session(through(proxy.port(), inner))) {
                session.open();
                assertThat(session.state()).isInstanceOf(SessionState.Live.class);
                assertThat(proxy.asked()).containsExactly(SocksProxy.INNER_HOST);

                server.restart();
                await().atMost(SOON).until(() -> session.gaps().size() == 1);
                await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
                assertThat(proxy.asked()).hasSizeGreaterThan(1).containsOnly(SocksProxy.INNER_HOST);
            }

            var refused = failure(through(proxy.port(), "nats://127.0.0.1:" + Sessions.deadPort()));
            assertThat(refused.key()).isEqualTo("connect.proxy-refused");
            assertThat(refused.sentence()).contains("127.0.0.1:" + proxy.port()).endsWith(": Connection refused.");
            var monitoring =
                    failure(through(proxy.port(), server.monitoringUrl().replace("http:", "nats:")));
            assertThat(monitoring.key()).isEqualTo("connect.silent");
        }
    }

    @Test
    void aProxyThatIsNotThereIsNoTroubleOfTheServer() {
        int dead = Sessions.deadPort();
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var failure = failure(through(dead, server.url()));

            assertThat(failure.key()).isEqualTo("connect.proxy");
            assertThat(failure.sentence()).contains("127.0.0.1:" + dead).doesNotContain(":" + server.port());
            // A NATS server is none: it does not speak SOCKS.
            assertThat(failure(through(server.port(), server.url() + ",127.0.0.1:" + dead))
                            .key())
                    .startsWith("connect.proxy");
        }
    }

    @Test
    void aNameOfOnesOwnAndPingsOfOnesOwn() throws Exception {
        var often = link(Optional.empty(), Duration.ofMillis(50), Reconnect.DEFAULT, "Plant \"7\"");
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = session(Profile.of(server.url()).withLink(often))) {
            session.open();

            assertThat(Monitoring.page(server.monitoringUrl() + "/connz"))
                    .contains("\"name\": \"Plant \\\"7\\\"\"")
                    .contains("\"lang\": \"java\"");
            server.suspend();
            // Two pings in vain are enough; with those of ten seconds it would take as many times longer.
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
            server.resume();
        }
    }

    @Test
    void endsWithTheFirstLossWhenTheProfileWishesNoReturn() {
        var once = link(
                Optional.empty(),
                Link.DEFAULT_PING,
                new Reconnect(false, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                "");
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = session(Profile.of(server.url()).withLink(once))) {
            session.open();
            server.kill();

            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Closed);
        }
    }

    @Test
    void waitsAsLongAsTheProfileWishes() {
        var slow = link(
                Optional.empty(),
                Link.DEFAULT_PING,
                new Reconnect(true, Duration.ofMillis(1_500), Duration.ofMinutes(5)),
                "");
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = new Session(
                        Profile.of(server.url()).withLink(slow), Secrets.NONE, Clock.systemUTC(), Tempo.NORMAL)) {
            session.open();
            Instant lost = Instant.now();
            server.restart();

            await().atMost(SOON).until(() -> session.gaps().size() == 1);
            await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
            assertThat(Duration.between(lost, Instant.now())).isGreaterThan(Duration.ofMillis(1_400));
        }
        assertThat(Tempo.NORMAL.adapted(slow.reconnect())).isEqualTo(slow.reconnect());
    }

    /** Said before anything is sent: nobody listens here. */
    @ParameterizedTest
    @CsvSource({
        "plant.*, , profile.inbox-prefix",
        "plant., , profile.inbox-prefix",
        "pl ant, , profile.inbox-prefix",
        ", hub.one, profile.jetstream-domain-tokens",
        ", >, profile.jetstream-domain",
    })
    void namesWhatNoServerCouldMakeSenseOf(String inboxes, String domain, String key) {
        var link = new Link(
                Optional.empty(), inboxes == null ? "" : inboxes, true, Link.DEFAULT_PING, Reconnect.DEFAULT, "");
        var profile = Profile.of("nats://127.0.0.1:" + Sessions.deadPort())
                .withLink(link)
                .withJetStream(domain == null ? new JetStreamPlace.Own() : new JetStreamPlace.Domain(domain));

        var failure = failure(profile);

        assertThat(failure.key()).isEqualTo(key);
        assertThat(failure.sentence()).contains(inboxes == null ? domain : inboxes);
        assertThat(failure.remedy()).isNotBlank();
    }
}
