package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedBudgetTest {

    private static final long MIB = 1 << 20;

    /** So much that five have room for the least even when each has filled its tree before the next came. */
    private volatile Budget whole = new Budget(96 * MIB, 24 * MIB, 72 * MIB);

    private final SharedBudget shared = new SharedBudget(() -> whole);
    private final List<Writer> writers = new ArrayList<>();

    /** A feed without a connection: floods its capture with ever new subjects and with messages on one. */
    private final class Writer {

        private final ReentrantLock lock = new ReentrantLock();
        private final LeasedCapture leased = new LeasedCapture(shared, lock, "");
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicReference<Throwable> broken = new AtomicReference<>();
        private final Thread thread = Thread.ofPlatform().unstarted(this::flood);

        Writer start() {
            writers.add(this);
            thread.start();
            return this;
        }

        private void flood() {
            try {
                for (int i = 0; !done.get(); i++) {
                    bring("new." + i % 97 + ".device." + i, 40);
                    bring("busy", 200);
                }
            } catch (RuntimeException | Error e) {
                broken.set(e);
            }
        }

        void bring(String subject, int payload) {
            lock.lock();
            try {
                leased.get().accept(subject, new byte[payload]);
            } finally {
                lock.unlock();
            }
        }

        void awaitEvicting() {
            long before = leased.get().counters(0).evicted();
            while (leased.get().counters(0).evicted() <= before && broken.get() == null) {
                Thread.onSpinWait();
            }
        }

        void end() throws InterruptedException {
            done.set(true);
            thread.join();
            leased.close();
        }
    }

    @AfterEach
    void everyWriterCountedAllOfItsMessages() throws InterruptedException {
        for (Writer writer : writers) {
            writer.end();
            assertThat(writer.broken.get()).isNull();
            Capture capture = writer.leased.get();
            Counters counters = capture.counters(0);
            long rows = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE)
                    .advance(List.of())
                    .size();
            assertThat(rows).isEqualTo(Math.min(counters.kept(), BranchIndex.MOST_ROWS));
            assertThat(counters.kept() + counters.evicted() + counters.refused())
                    .isEqualTo(counters.received());
        }
    }

    private long taken() {
        return writers.stream()
                .mapToLong(writer -> writer.leased.get().memory())
                .sum();
    }

    private void holds() {
        assertThat(writers.stream().mapToLong(w -> w.leased.budget().total()).sum())
                .isLessThanOrEqualTo(whole.total());
        assertThat(taken()).isLessThanOrEqualTo(whole.total());
    }

    @Test
    void oneAloneHasAllOfIt() {
        try (var alone = new LeasedCapture(shared, new ReentrantLock(), "")) {
            assertThat(alone.budget()).isEqualTo(whole);
        }
    }

    @Test
    void whoeverOpensWhileOthersAreFullGetsItsPartAndTheWholeHolds() throws InterruptedException {
        Writer first = new Writer().start();
        first.awaitEvicting();
        long alone = first.leased.get().tree().memory();
        for (int open = 2; open <= 5; open++) {
            Writer next = new Writer().start();
            holds();
            next.awaitEvicting();
            writers.forEach(Writer::awaitEvicting);
            holds();
            // Also the last to come has room for messages and for subjects.
            assertThat(next.leased.get().tree().size()).isGreaterThan(20_000);
            assertThat(next.leased.budget().logBytes()).isGreaterThanOrEqualTo(Budget.LEAST.logBytes());
        }
        assertThat(first.leased.get().tree().memory()).isGreaterThanOrEqualTo(alone);
        assertThat(first.leased.get().tree().find("new.1.device.1")).isNotEqualTo(SubjectTree.NONE);

        // What one leaves the others get.
        long before = first.leased.budget().total();
        Writer last = writers.getLast();
        writers.remove(last);
        last.end();
        assertThat(first.leased.budget().total()).isGreaterThanOrEqualTo(before);
        first.leased.clear();
        assertThat(first.leased.budget().treeBytes()).isLessThan(alone);
        writers.forEach(Writer::awaitEvicting);
        holds();
    }

    @Test
    void anotherWholeIsDividedAnewAndTheOldestMessagesGo() throws InterruptedException {
        var writer = new Writer();
        for (int i = 0; i < 50_000; i++) {
            writer.bring("site." + i % 10, 200);
        }
        assertThat(writer.leased.get().counters(0).evicted()).isZero();
        whole = new Budget(4 * MIB, MIB, 4 * MIB);
        shared.settle();
        Capture capture = writer.leased.get();
        assertThat(capture.memory()).isLessThanOrEqualTo(whole.total());
        assertThat(capture.counters(0).evicted()).isPositive();
        BranchRows rows = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE).advance(List.of());
        assertThat(capture.log()
                        .read(rows.rows()[rows.size() - 1])
                        .orElseThrow()
                        .number())
                .isEqualTo(50_000);
        assertThat(capture.log().read(rows.rows()[0]).orElseThrow().number())
                .isEqualTo(50_000 - capture.counters(0).kept() + 1);

        whole = new Budget(64 * MIB, 8 * MIB, 8 * MIB);
        shared.settle();
        long kept = capture.counters(0).kept();
        for (int i = 0; i < 50_000; i++) {
            writer.bring("site." + i % 10, 200);
        }
        assertThat(capture.counters(0).kept()).isGreaterThan(kept + 49_000);
        writer.end();
    }

    @Test
    void oneMoreThanThereIsMemoryForIsRefusedAndTheOthersKeepTheirs() {
        var open = new ArrayList<LeasedCapture>();
        for (int i = 0; i < whole.total() / Budget.LEAST.total(); i++) {
            open.add(new LeasedCapture(shared, new ReentrantLock(), ""));
        }
        Budget part = open.getFirst().budget();
        assertThatThrownBy(() -> new LeasedCapture(shared, new ReentrantLock(), ""))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("memory.shared-out"));
        assertThat(open).extracting(LeasedCapture::budget).containsOnly(part);
        open.removeLast().close();
        assertThat(new LeasedCapture(shared, new ReentrantLock(), "").budget()).isEqualTo(part);
    }

    /** The oldest last values go with a smaller budget, and what stays can still be read. */
    @Test
    void lastValuesFollowTheBudget() {
        var capture = new Capture(whole);
        for (int i = 0; i < 40_000; i++) {
            capture.accept("quiet." + i, ("value " + i).getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 200_000; i++) {
            capture.accept("busy", new byte[200]);
        }
        assertThat(capture.log().use().lastsLost()).isZero();
        capture.resize(new Budget(4 * MIB, MIB, 24 * MIB));
        LogUse use = capture.log().use();
        assertThat(use.lastsLost()).isPositive();
        assertThat(use.lastBytes()).isLessThanOrEqualTo(MIB);
        SubjectTree tree = capture.tree();
        int kept = 0;
        for (int node = 1; node < tree.size(); node++) {
            var last = capture.log().last(node, 100);
            if (last.isPresent() && tree.subject(node).startsWith("quiet.")) {
                kept++;
                assertThat(new String(last.get().payload(), StandardCharsets.UTF_8))
                        .isEqualTo("value " + tree.token(node));
            }
        }
        assertThat(kept + use.lastsLost()).isEqualTo(40_000);
    }
}
