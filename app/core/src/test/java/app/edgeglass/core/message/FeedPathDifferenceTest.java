package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.PlainRecorder;
import app.edgeglass.core.testing.RandomProtocol;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.StreamServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same bytes by both paths: whatever a person could see of them must be the same. */
class FeedPathDifferenceTest {

    private static final Budget BUDGET = new Budget(4 << 20, 1 << 20, 8L << 20);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] LAST = "MSG the.last 4 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** All that is to be the same. */
    private record Seen(
            Counters counters,
            List<Long> bySubscription,
            Map<String, String> tree,
            List<String> log,
            List<String> others,
            List<String> errors,
            long inMessages,
            List<String> subscribed) {}

    /** Subscriptions 1 to 3 are the feed's, 4 is somebody else's, the rest nobody's. */
    private static Seen play(Function<Session, FeedPath> path, byte[] stream, long seed, int most) throws Exception {
        var random = new Random(seed);
        try (var server = new StreamServer();
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            var feed = new Feed(path.apply(session), BUDGET);
            feed.add(SubjectPattern.parse("a.*"), Optional.empty());
            feed.add(SubjectPattern.ALL, Optional.empty());
            feed.add(SubjectPattern.parse("공장.>"), Optional.of("workers"));
            var others = new CopyOnWriteArrayList<String>();
            session.liveConnection()
                    .createDispatcher(message -> others.add(message.getSubject() + " " + message.getReplyTo() + " "
                            + Arrays.hashCode(message.getData()) + " "
                            + new String(
                                    app.edgeglass.core.connection.HeaderArmour.headers(message),
                                    StandardCharsets.UTF_8)))
                    .subscribe("other");
            session.liveConnection().flush(SOON);
            server.answer(false);
            server.send(stream, random, most);
            server.send(LAST, random, most);
            await().atMost(SOON)
                    .until(() -> !others.isEmpty() && others.getLast().startsWith("the.last"));
            await().atMost(SOON).until(() -> feed.pending() == 0);
            await().atMost(SOON)
                    .until(() -> feed.counters().received()
                            == feed.subscriptions().stream()
                                    .mapToLong(FeedSubscription::received)
                                    .sum());
            var seen = new Seen(
                    feed.counters(),
                    feed.subscriptions().stream()
                            .map(FeedSubscription::received)
                            .toList(),
                    tree(feed.capture().tree()),
                    log(feed.capture()),
                    List.copyOf(others),
                    session.journal().after(0).stream()
                            .map(event -> event.sentence())
                            .toList(),
                    session.traffic().inMessages(),
                    server.said("SUB"));
            server.answer(true);
            return seen;
        }
    }

    private static Map<String, String> tree(SubjectTree tree) {
        var all = new TreeMap<String, String>();
        for (int node = 0; node < tree.size(); node++) {
            all.put(tree.subject(node), tree.messages(node) + " messages " + tree.bytes(node) + " bytes");
        }
        return all;
    }

    private static List<String> log(Capture capture) {
        var lines = new ArrayList<String>();
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        for (long ref : index.advance(List.of()).rows()) {
            MessageHead head = capture.log().read(ref, Integer.MAX_VALUE).orElseThrow();
            lines.add(
                    head.number() + " " + head.subject() + " " + new String(head.reply(), StandardCharsets.UTF_8) + " "
                            + new String(head.headerBlock(), StandardCharsets.UTF_8) + " "
                            + Arrays.hashCode(head.payload()) + " "
                            + capture.log()
                                    .previousRef(ref)
                                    .flatMap(capture.log()::read)
                                    .map(LoggedMessage::number));
        }
        return lines;
    }

    private static void compare(byte[] stream, long seed, int most) throws Exception {
        Seen tap = play(FeedPath::tap, stream, seed, most);
        Seen dispatcher = play(FeedPath::dispatcher, stream, seed, most);
        assertThat(tap.others()).isEqualTo(dispatcher.others());
        assertThat(tap.log()).isEqualTo(dispatcher.log());
        assertThat(tap.tree()).isEqualTo(dispatcher.tree());
        assertThat(tap).isEqualTo(dispatcher);
        assertThat(tap.counters().received()).isPositive();
        assertThat(tap.log()).isNotEmpty();
        assertThat(tap.subscribed()).containsExactly("SUB a.* 1", "SUB > 2", "SUB 공장.> workers 3", "SUB other 4");
    }

    @Test
    void whatChanceMakesUp() throws Exception {
        int[] mosts = {37, 700, 9_000, 200_000};
        for (int round = 0; round < 24; round++) {
            var random = new Random(round);
            byte[] stream = new RandomProtocol(random, 1, 2, 3, 4, 77).frames(300);
            compare(stream, round, mosts[round % mosts.length]);
        }
    }

    /** More than the log holds: what is evicted, and what outlives it, is the same too. */
    @Test
    void moreThanTheLogHolds() throws Exception {
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < 120; i++) {
            stream.writeBytes(new RandomProtocol(new Random(i), 1, 2, 3).frames(60));
        }
        compare(stream.toByteArray(), 5, 60_000);
        assertThat(play(FeedPath::tap, stream.toByteArray(), 5, 60_000)
                        .counters()
                        .evicted())
                .isPositive();
    }

    /** What a real server sends to the same subscriptions. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatARealServerSends(ServerVersion version) throws Exception {
        byte[] recorded =
                PlainRecorder.record(version, List.of("SUB a.* 1", "SUB > 2", "SUB 공장.> workers 3", "SUB other.> 4"));
        for (int most : new int[] {5, 1_000, 100_000}) {
            compare(recorded, most, most);
        }
    }
}
