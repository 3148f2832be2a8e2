package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts and gaps of a feed behind a link that is slow, cut, silent and well again, one after the other. */
class FeedLinkTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int MANY = 1_000;

    private static void flood(TestServer server) {
        var payload = new byte[100];
        try (var plain = new PlainClient(server.port())) {
            for (int i = 0; i < MANY; i++) {
                plain.publish(("flood." + i % 10).getBytes(StandardCharsets.US_ASCII), payload);
            }
            plain.flush();
        }
    }

    private static void awaitBack(Session session, int gaps) {
        await().atMost(SOON).until(() -> session.gaps().size() == gaps && session.state() instanceof SessionState.Live);
    }

    private static void floodArrives(TestServer server, Session session, Feed feed) throws Exception {
        long before = feed.counters().received();
        session.liveConnection().flush(SOON);
        await().atMost(SOON).until(() -> server.subscriptions("flood.*") == 1);
        flood(server);
        await().atMost(SOON).until(() -> feed.counters().received() == before + MANY);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatTheLinkCarriesArrivesOnceAndTheRestIsAGap(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var link = FaultyLink.to(server);
                var session = new Session(Profile.of(link.url()), Clock.systemUTC())) {
            session.open();
            var feed = new Feed(session, Budget.LEAST);
            feed.add(SubjectPattern.parse("flood.*"), Optional.empty());
            floodArrives(server, session, feed);

            // Two seconds' worth of traffic, and pings that come late because of it.
            link.throttle(60_000);
            floodArrives(server, session, feed);
            link.heal();
            assertThat(session.gaps()).isEmpty();

            link.cut();
            awaitBack(session, 1);
            floodArrives(server, session, feed);

            link.down();
            await().atMost(SOON).until(() -> session.gaps().size() == 2);
            flood(server);
            link.up();
            awaitBack(session, 2);
            floodArrives(server, session, feed);

            link.fallSilent();
            session.reconnectNow();
            await().atMost(SOON).until(() -> session.gaps().size() == 3);
            flood(server);
            link.heal();
            awaitBack(session, 3);
            floodArrives(server, session, feed);

            assertThat(feed.counters().received()).isEqualTo(5 * MANY);
            assertThat(feed.counters().copies()).isZero();
            assertThat(session.gaps())
                    .hasSize(3)
                    .allSatisfy(gap -> assertThat(gap.until()).isAfterOrEqualTo(gap.from()));
            BranchRows rows =
                    new BranchIndex(feed.capture(), SubjectTree.ROOT, MessageFilter.NONE).advance(session.gaps());
            assertThat(rows.size()).isEqualTo(5 * MANY + 3);
            for (int gap = 1; gap <= 3; gap++) {
                assertThat(rows.gapAt((gap + 1) * MANY + gap - 1))
                        .as("before what came behind it")
                        .isPresent();
            }
        }
    }
}
