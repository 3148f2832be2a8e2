package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.FrozenListener;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was sent is received, or dropped and counted, or falls into a gap that is shown. */
class AccountingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FLOOD = 300_000;

    private static Session open(TestServer server) {
        var session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        return session;
    }

    private static void flood(TestServer server, int messages, int size) {
        var payload = new byte[size];
        try (var plain = new PlainClient(server.port())) {
            for (int i = 0; i < messages; i++) {
                plain.publish(("flood." + i % 100).getBytes(StandardCharsets.US_ASCII), payload);
            }
            plain.flush();
        }
    }

    private static void addsUp(Feed feed, long sent) {
        Counters counters = feed.counters();
        assertThat(counters.received() + counters.dropped()).isEqualTo(sent);
        assertThat(counters.kept() + counters.evicted() + counters.copies() + counters.refused())
                .isEqualTo(counters.received());
        SubjectTree tree = feed.capture().tree();
        long inTree = 0;
        for (int node = 0; node < tree.size(); node++) {
            inTree += tree.messages(node);
        }
        assertThat(inTree).isEqualTo(counters.received() - counters.copies() - counters.refused());
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aFloodByTheTapLosesNothing(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var session = open(server);
                var feed = new Feed(session, Budget.LEAST)) {
            feed.add(SubjectPattern.ALL, Optional.empty());
            session.liveConnection().flush(SOON);
            flood(server, FLOOD, 128);
            await().atMost(SOON).until(() -> feed.counters().received() == FLOOD);
            assertThat(feed.counters().dropped()).isZero();
            assertThat(feed.counters().evicted()).isPositive();
            addsUp(feed, FLOOD);
            assertThat(session.gaps()).isEmpty();
        }
    }

    /** By the dispatcher a reader that is slow makes the client drop, and count what it drops. */
    @Test
    void aSlowReaderBehindADispatcherDropsAndCounts() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = open(server);
                var feed = new Feed(FeedPath.dispatcher(session), Budget.LEAST)) {
            feed.add(SubjectPattern.ALL, Optional.empty());
            session.liveConnection().flush(SOON);
            // Who holds the lock keeps the feed waiting, as slow work would, while the library's queue fills.
            session.taps().lock().lock();
            try {
                flood(server, FLOOD, 1_000);
                await().atMost(SOON).until(() -> feed.counters().dropped() > 0);
            } finally {
                session.taps().lock().unlock();
            }
            await().atMost(SOON)
                    .until(() -> feed.counters().received() + feed.counters().dropped() == FLOOD);
            addsUp(feed, FLOOD);
            assertThat(session.journal().changes()).isLessThan(30);
            assertThat(session.gaps()).isEmpty();
        }
    }

    /** By the tap it keeps the server waiting, which cuts it off at last: that is a gap. */
    @Test
    void aSlowReaderAtTheTapIsCutOffAndThatIsAGap() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST, "max_pending: 4MB");
                var session = open(server);
                var feed = new Feed(session, Budget.LEAST)) {
            feed.add(SubjectPattern.ALL, Optional.empty());
            session.liveConnection().flush(SOON);
            session.taps().lock().lock();
            try {
                flood(server, FLOOD, 500);
            } finally {
                session.taps().lock().unlock();
            }
            // The library may have given up its reading thread, which then ends the connection that it made meanwhile;
            // it
            // waits eleven seconds for such a thread, each time.
            await().during(Duration.ofSeconds(1)).atMost(SOON.multipliedBy(3)).untilAsserted(() -> {
                assertThat(session.gaps()).isNotEmpty();
                assertThat(session.state()).isInstanceOf(SessionState.Live.class);
                assertThat(session.state().since()).isBefore(Instant.now().minusSeconds(1));
                assertThat(feed.counters().received()).isPositive();
            });
            assertThat(session.gaps()).allSatisfy(gap -> assertThat(gap.until()).isNotNull());
            long before = feed.counters().received();
            assertThat(before).isBetween(1L, FLOOD - 1L);
            assertThat(feed.counters().dropped()).isZero();

            session.liveConnection().flush(SOON);
            flood(server, 1_000, 10);
            await().atMost(SOON).until(() -> feed.counters().received() == before + 1_000);
            addsUp(feed, before + 1_000);
            // Among the rows it stands before the messages that came behind it.
            BranchRows rows =
                    new BranchIndex(feed.capture(), SubjectTree.ROOT, MessageFilter.NONE).advance(session.gaps());
            assertThat(rows.gapAt(rows.size() - 1_001)).isPresent();
        }
    }

    /** Of a client that was frozen no library tells anything: its process stood still while the server cut it off. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aClientThatWasFrozenAndCutOffShowsAGap(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, "max_pending: 4MB");
                var listener = FrozenListener.start(server.url())) {
            flood(server, 1_000, 10);
            assertThat(listener.await(said -> said.received() == 1_000).gaps()).isZero();

            listener.signal("STOP");
            Instant frozen = Instant.now();
            flood(server, FLOOD, 500);
            await().atMost(SOON).until(() -> server.log().contains("Slow Consumer"));
            // Long enough that it should have heard of the server meanwhile.
            await().atMost(SOON).until(() -> Instant.now().isAfter(frozen.plusSeconds(5)));
            listener.signal("CONT");

            var cut = listener.await(said -> said.gaps() == 1 && said.live());
            assertThat(cut.received()).isLessThan(1_000 + FLOOD);
            assertThat(cut.dropped()).isZero();
            // Nothing that was lost was published before the gap.
            assertThat(cut.gapFrom()).isBefore(frozen);
            flood(server, 500, 10);
            listener.await(said -> said.received() == cut.received() + 500);
        }
    }

    /** What is still under way when a subscription is switched off is counted, and once only. */
    @Test
    void lateMessagesOfASubscriptionThatWasSwitchedOffCountOnce() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = open(server);
                var feed = new Feed(session, Budget.LEAST)) {
            var alone = feed.add(SubjectPattern.parse("flood.1"), Optional.empty());
            var other = feed.add(SubjectPattern.parse("flood.*"), Optional.empty());
            session.liveConnection().flush(SOON);
            session.taps().lock().lock();
            try {
                flood(server, 1_000, 10);
                feed.enable(alone, false);
            } finally {
                session.taps().lock().unlock();
            }
            await().atMost(SOON).until(() -> other.received() == 1_000 && alone.received() == 10);
            assertThat(feed.counters().copies()).isEqualTo(10);
            assertThat(feed.capture().tree().messages(feed.capture().tree().find("flood.1")))
                    .isEqualTo(10);

            session.taps().lock().lock();
            try {
                flood(server, 1_000, 10);
                feed.enable(other, false);
            } finally {
                session.taps().lock().unlock();
            }
            await().atMost(SOON).until(() -> other.received() == 2_000);
            assertThat(feed.counters().received()).isEqualTo(2_010);
            assertThat(feed.counters().kept()).isEqualTo(2_000);
        }
    }
}
