package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A subscription that the server does not allow says so itself, at once and after each reconnect. */
class FeedRefusalTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static String allowing(String... patterns) {
        return "authorization { users = [ { user: u, password: p, permissions: { publish: \">\", subscribe: { allow: [\""
                + String.join("\", \"", patterns) + "\", \"_INBOX.>\"] } } } ] }";
    }

    private static Session open(TestServer server) {
        var session = new Session(Profile.of(server.url().replace("//", "//u:p@")), Clock.systemUTC());
        session.open();
        return session;
    }

    private static FeedSubscription add(Feed feed, String pattern, String queue) {
        return feed.add(SubjectPattern.parse(pattern), queue.isEmpty() ? Optional.empty() : Optional.of(queue));
    }

    private static void awaitRefused(Feed feed, FeedSubscription subscription, String key) {
        await().atMost(SOON).until(() -> feed.refusal(subscription).isPresent());
        assertThat(feed.refusal(subscription))
                .hasValueSatisfying(failure -> assertThat(failure.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsWhichSubscriptionAndWhichGroup(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, allowing("open.>", "jobs", "jobs workers"));
                var session = open(server);
                var feed = new Feed(session, Budget.LEAST)) {
            var all = add(feed, ">", "");
            var open = add(feed, "open.>", "");
            var jobs = add(feed, "jobs", "");
            var workers = add(feed, "jobs", "workers");
            var others = add(feed, "jobs", "others");

            awaitRefused(feed, all, "feed.denied");
            awaitRefused(feed, others, "feed.denied-queue");
            session.liveConnection().flush(SOON);
            assertThat(feed.refusal(open)).isEmpty();
            assertThat(feed.refusal(jobs)).isEmpty();
            assertThat(feed.refusal(workers)).isEmpty();
            assertThat(session.state()).isInstanceOf(SessionState.Live.class);
            assertThat(session.gaps()).isEmpty();

            feed.enable(others, false);
            assertThat(feed.refusal(others)).isEmpty();
            feed.enable(others, true);
            awaitRefused(feed, others, "feed.denied-queue");

            // A look at what it would bring is refused as well, rather than seeing nothing.
            assertThat(catchThrowableOfType(
                                    Failure.class,
                                    () -> RatePreview.measure(session, SubjectPattern.parse("hidden.*"), SOON))
                            .key())
                    .isEqualTo("feed.denied");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsWhatIsRefusedAfterAReconnectAndWhatIsTakenAway(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, allowing(">"));
                var session = open(server);
                var feed = new Feed(session, Budget.LEAST)) {
            var site = add(feed, "site.>", "");
            var open = add(feed, "open.>", "");
            session.liveConnection().flush(SOON);
            assertThat(feed.refusal(site)).isEmpty();

            server.restart(allowing("open.>"));
            awaitRefused(feed, site, "feed.denied");
            assertThat(feed.refusal(open)).isEmpty();
            assertThat(session.gaps()).hasSize(1);

            server.restart(allowing(">"));
            await().atMost(SOON)
                    .until(() -> session.gaps().size() == 2 && session.state() instanceof SessionState.Live);
            session.liveConnection().flush(SOON);
            assertThat(feed.refusal(site)).isEmpty();
            assertThat(server.subscriptions("site.>")).isEqualTo(1);

            server.reload(allowing("open.>"));
            awaitRefused(feed, site, "feed.denied");
            assertThat(feed.refusal(open)).isEmpty();
            assertThat(session.gaps()).as("no reconnect for it").hasSize(2);
        }
    }
}
