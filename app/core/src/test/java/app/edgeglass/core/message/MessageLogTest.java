package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLogTest {

    private static final Budget SMALL = new Budget(1 << 20, 256 * 1024, 64L << 20);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageComesBackAsItArrived() {
        var capture = new Capture(SMALL);
        byte[] payload = {0, 1, (byte) 0xFF, '\r', '\n'};
        capture.accept(
                utf8("a.온도"), utf8("_INBOX.1"), utf8("NATS/1.0\r\nX-A: 1\r\nX-A:2\r\nno colon\r\n\r\n"), payload);
        LoggedMessage message = capture.log()
                .last(capture.tree().find("a.온도"), Integer.MAX_VALUE)
                .orElseThrow()
                .whole();
        assertThat(message.number()).isOne();
        assertThat(message.subject()).isEqualTo("a.온도");
        assertThat(message.replyTo()).isEqualTo("_INBOX.1");
        assertThat(message.headers())
                .isEqualTo(List.of(new Header("X-A", "1"), new Header("X-A", "2"), new Header("no colon", "")));
        assertThat(message.payload()).isEqualTo(payload);
    }

    @Test
    void theOldestGoFirstAndTheCountersAddUp() {
        var capture = new Capture(SMALL);
        var payload = new byte[1_000];
        for (int i = 0; i < 5_000; i++) {
            capture.accept("busy", payload);
        }
        Counters counters = capture.counters(0);
        assertThat(counters.received()).isEqualTo(5_000);
        assertThat(counters.evicted()).isPositive();
        assertThat(counters.kept() + counters.evicted()).isEqualTo(5_000);
        assertThat(scan(capture)).isEqualTo(counters.kept());
        assertThat(capture.log().use().recentBytes()).isLessThanOrEqualTo(1 << 20);
    }

    private static long scan(Capture capture) {
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        return index.advance(List.of()).size();
    }

    @Test
    void aQuietSubjectKeepsItsLastValueWhileABusyOneFillsTheLog() {
        var capture = new Capture(SMALL);
        for (int i = 0; i < 50; i++) {
            capture.accept("quiet." + i, utf8("value " + i));
        }
        for (int i = 0; i < 20_000; i++) {
            capture.accept("busy", new byte[500]);
        }
        for (int i = 0; i < 50; i++) {
            int node = capture.tree().find("quiet." + i);
            MessageHead last = capture.log().last(node, 1_000).orElseThrow();
            assertThat(new String(last.payload(), StandardCharsets.UTF_8)).isEqualTo("value " + i);
        }
        assertThat(capture.log().use().lastsLost()).isZero();
    }

    @Test
    void moreLastValuesThanTheirBudgetAreCountedWhenTheyGo() {
        var capture = new Capture(SMALL);
        for (int i = 0; i < 2_000; i++) {
            capture.accept("quiet." + i, new byte[1_000]);
        }
        for (int i = 0; i < 3_000; i++) {
            capture.accept("busy", new byte[1_000]);
        }
        long kept = 0;
        for (int i = 0; i < 2_000; i++) {
            int node = capture.tree().find("quiet." + i);
            assertThat(capture.tree().messages(node)).isOne();
            if (capture.log().last(node, 10).isPresent()) {
                kept++;
            }
        }
        LogUse use = capture.log().use();
        assertThat(use.lastBytes()).isLessThanOrEqualTo(use.lastBudget());
        assertThat(kept).isPositive();
        assertThat(kept + use.lastsLost()).isEqualTo(2_000);
    }

    @Test
    void aValueThatWasReplacedMakesRoomForOnesThatAreStillCurrent() {
        var capture = new Capture(SMALL);
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < 100; i++) {
                capture.accept("slow." + i, utf8("round " + round + " " + "x".repeat(500)));
            }
            for (int i = 0; i < 1_500; i++) {
                capture.accept("busy", new byte[1_000]);
            }
        }
        for (int i = 0; i < 100; i++) {
            MessageHead last =
                    capture.log().last(capture.tree().find("slow." + i), 8).orElseThrow();
            assertThat(new String(last.payload(), StandardCharsets.UTF_8)).isEqualTo("round 29");
        }
    }

    @Test
    void whatAloneWouldFillTheLogIsCountedButNotKept() {
        var capture = new Capture(SMALL);
        capture.accept("small", new byte[10]);
        capture.accept("huge", new byte[1 << 20]);
        assertThat(capture.counters(0).refused()).isOne();
        assertThat(capture.counters(0).kept()).isOne();
        assertThat(capture.tree().messages(capture.tree().find("huge"))).isOne();
        assertThat(capture.log().last(capture.tree().find("huge"), 1)).isEmpty();
    }

    @Test
    void theMessageBeforeIsTheOneBeforeOnTheSameSubject() {
        var capture = new Capture(SMALL);
        capture.accept("a", utf8("1"));
        capture.accept("b", utf8("other"));
        capture.accept("a", utf8("2"));
        long ref = capture.tree().lastRef(capture.tree().find("a"));
        LoggedMessage before = capture.log().previous(ref).orElseThrow();
        assertThat(new String(before.payload(), StandardCharsets.UTF_8)).isEqualTo("1");
        long first = capture.log().previousRef(ref).orElseThrow();
        assertThat(capture.log().previous(first)).isEmpty();
    }

    @Test
    void onlyTheFirstPartOfAPayloadIsReadWhenAskedSo() {
        var capture = new Capture(SMALL);
        capture.accept("a", new byte[100_000]);
        MessageHead head = capture.log().last(capture.tree().find("a"), 64).orElseThrow();
        assertThat(head.payload()).hasSize(64);
        assertThat(head.payloadSize()).isEqualTo(100_000);
        assertThat(head.isWhole()).isFalse();
    }

    @Test
    void aRecordTakesNoMoreThanItsHeadBesideThePayload() {
        var capture = new Capture(SMALL);
        for (int i = 0; i < 1_000; i++) {
            capture.accept("a." + i % 10, new byte[i % 97]);
        }
        long payloads = capture.counters(0).receivedBytes();
        assertThat(capture.log().use().recentBytes() - payloads).isEqualTo(1_000L * LogRecord.HEADER);
        assertThat(LogRecord.HEADER).isLessThanOrEqualTo(24);
    }

    @Test
    void aPayloadThatNeedsALongerLengthComesBackWhole() {
        var capture = new Capture(new Budget(80 << 20, 1 << 20, 4 << 20));
        var payload = new byte[17 << 20];
        new Random(1).nextBytes(payload);
        capture.accept("first", new byte[3]);
        capture.accept(utf8("large"), utf8("answer.here"), utf8("NATS/1.0\r\nA:1\r\n\r\n"), payload);
        capture.accept("after", utf8("after"));
        LoggedMessage large = capture.log()
                .last(capture.tree().find("large"), Integer.MAX_VALUE)
                .orElseThrow()
                .whole();
        assertThat(large.payload()).isEqualTo(payload);
        assertThat(large.replyTo()).isEqualTo("answer.here");
        assertThat(large.headers()).containsExactly(new Header("A", "1"));
        assertThat(scan(capture)).isEqualTo(3);
    }

    /** Subjects without end and messages without end: every part keeps to what it was given. */
    @Test
    void theBudgetHolds() {
        for (Budget budget : List.of(Budget.LEAST, new Budget(9 << 20, 3 << 20, 21 << 20))) {
            var capture = new Capture(budget);
            for (int i = 0; i < 700_000; i++) {
                capture.accept("s." + i % 7 + ".device." + i + ".value", new byte[i % 50]);
                if (i % 1_000 == 0) {
                    assertThat(capture.tree().memory()).isLessThanOrEqualTo(budget.treeBytes());
                    assertThat(capture.log().use().recentBytes()).isLessThanOrEqualTo(budget.logBytes());
                    assertThat(capture.log().use().lastBytes()).isLessThanOrEqualTo(budget.lastBytes());
                }
            }
            Counters counters = capture.counters(0);
            assertThat(counters.refused()).isZero();
            assertThat(counters.kept() + counters.evicted()).isEqualTo(700_000);
            assertThat(scan(capture)).isEqualTo(Math.min(counters.kept(), BranchIndex.MOST_ROWS));
            assertThat(capture.tree().hasRests()).isTrue();
        }
    }

    /** For want of room in the tree subjects count together; their messages are as good as any. */
    @Test
    void whatCountsOnARestKeepsItsOwnSubjectIsFoundByItAndHasItsOwnMessageBefore() {
        var capture = new Capture(new Budget(1 << 20, 256 * 1024, 1 << 20));
        for (int i = 0; !capture.tree().hasRests(); i++) {
            capture.accept("dev." + i, utf8("first"));
        }
        int rest = capture.tree().find("dev.>");
        capture.accept("dev.new-a", utf8("a1"));
        capture.accept("dev.new-b", utf8("b1"));
        capture.accept("dev.new-a", utf8("a2"));
        long ref = capture.tree().lastRef(rest);
        assertThat(capture.log().read(ref).orElseThrow().subject()).isEqualTo("dev.new-a");
        assertThat(new String(capture.log().previous(ref).orElseThrow().payload(), StandardCharsets.UTF_8))
                .isEqualTo("a1");
        long first = capture.log().previousRef(ref).orElseThrow();
        assertThat(capture.log().previousRef(first)).isEmpty();
        var found =
                new BranchIndex(capture, capture.tree().find("dev"), MessageFilter.parse("new-b")).advance(List.of());
        assertThat(found.size()).isOne();
        assertThat(capture.log().read(found.rows()[0]).orElseThrow().payload()).isEqualTo(utf8("b1"));
        assertThat(new BranchIndex(capture, rest, MessageFilter.parse("!new"))
                        .advance(List.of())
                        .size())
                .isOne();
    }

    /** A reader gets a message whole or not at all, however fast the writer goes round, and whatever size the ring has. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReaderNeverSeesAHalfOverwrittenMessage(boolean resized) throws InterruptedException {
        var capture = new Capture(new Budget(64 * 1024, 64 * 1024, 8L << 20));
        var done = new AtomicBoolean();
        var wrong = new AtomicReference<String>("");
        var read = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            var random = new Random(1);
            while (!done.get()) {
                long oldest = capture.log().oldest();
                long end = capture.log().end();
                var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
                long[] rows = index.advance(List.of()).rows();
                if (rows.length == 0 || end < oldest) {
                    continue;
                }
                int quiet = 1 + random.nextInt(Math.max(1, capture.tree().size() - 1));
                capture.log().last(quiet, 300).ifPresent(message -> {
                    if (message.node() != quiet || message.payload().length != message.payloadSize()) {
                        wrong.set("the last message of " + quiet + " is another’s");
                    }
                });
                capture.log().read(rows[random.nextInt(rows.length)]).ifPresent(message -> {
                    read.incrementAndGet();
                    byte expected = (byte) message.number();
                    for (byte b : message.payload()) {
                        if (b != expected) {
                            wrong.set("message " + message.number() + " has bytes of another");
                            return;
                        }
                    }
                });
            }
        });
        var random = new Random(2);
        for (int i = 1; i <= 400_000; i++) {
            var payload = new byte[random.nextInt(300)];
            Arrays.fill(payload, (byte) i);
            capture.accept("s" + i % 7, payload);
            if (resized && i % 50 == 0) {
                capture.resize(new Budget(64 * 1024 + random.nextInt(128 * 1024), 64 * 1024, 8L << 20));
            }
        }
        done.set(true);
        reader.join();
        assertThat(wrong.get()).isEmpty();
        assertThat(read.get()).isPositive();
    }

    /** The oldest message is the one that the writer is about to write over. */
    @Test
    void theOldestMessageIsReadWholeOrNotAtAll() throws InterruptedException {
        var capture = new Capture(new Budget(64 * 1024, 64 * 1024, 1 << 20));
        var done = new AtomicBoolean();
        var wrong = new AtomicReference<String>("");
        var read = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                capture.log().read(LogRef.recent(capture.log().oldest())).ifPresent(message -> {
                    read.incrementAndGet();
                    byte[] payload = message.payload();
                    if (payload[0] != payload[payload.length - 1]) {
                        wrong.set("message " + message.number() + " ends as another");
                    }
                });
            }
        });
        var payload = new byte[12_000];
        for (int i = 1; i <= 400_000; i++) {
            Arrays.fill(payload, (byte) i);
            capture.accept("s", payload);
        }
        done.set(true);
        reader.join();
        assertThat(wrong.get()).isEmpty();
        assertThat(read.get()).isPositive();
    }
}
