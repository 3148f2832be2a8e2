package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SubjectTreeTest {

    private static final long PLENTY = 256L << 20;

    private static int count(SubjectTree tree, String subject, long micros) {
        byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
        return tree.count(bytes, 0, bytes.length, 10, micros);
    }

    @Test
    void countsEachSubjectOfARandomWorldAsAMapWould() {
        var tree = new SubjectTree(PLENTY);
        var expected = new HashMap<String, Long>();
        var random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            String subject = randomSubject(random);
            expected.merge(subject, 1L, Long::sum);
            count(tree, subject, i + 1);
        }
        var found = new HashMap<String, Long>();
        for (int node = 1; node < tree.size(); node++) {
            if (tree.messages(node) > 0) {
                found.put(tree.subject(node), tree.messages(node));
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static String randomSubject(Random random) {
        var subject = new StringBuilder();
        int tokens = 1 + random.nextInt(5);
        for (int i = 0; i < tokens; i++) {
            if (i > 0) {
                subject.append('.');
            }
            subject.append(
                    switch (random.nextInt(4)) {
                        case 0 -> "d" + random.nextInt(300);
                        case 1 -> "측정" + random.nextInt(5);
                        case 2 -> "x".repeat(random.nextInt(40));
                        default -> "t" + random.nextInt(8);
                    });
        }
        return subject.toString();
    }

    @Test
    void aBranchIsNotASubjectUntilAMessageArrivesOnIt() {
        var tree = new SubjectTree(PLENTY);
        count(tree, "a.b.c", 1);
        int branch = tree.find("a.b");
        assertThat(tree.messages(branch)).isZero();
        count(tree, "a.b", 2);
        assertThat(tree.messages(branch)).isOne();
        assertThat(tree.firstMicros(branch)).isEqualTo(2);
        assertThat(tree.find("a.b.c")).isGreaterThan(branch);
        assertThat(tree.find("a.x")).isEqualTo(SubjectTree.NONE);
    }

    @Test
    void subjectsThatDifferOnlyInWhereTheDotsAreStayApart() {
        var tree = new SubjectTree(PLENTY);
        count(tree, "ab.c", 1);
        count(tree, "a.bc", 1);
        count(tree, "abc", 1);
        count(tree, "a.b.c", 1);
        count(tree, "a..c", 1);
        assertThat(tree.messages(tree.find("a..c"))).isOne();
        assertThat(subjects(tree)).isEqualTo(Set.of("ab.c", "a.bc", "abc", "a.b.c", "a..c"));
    }

    private static Set<String> subjects(SubjectTree tree) {
        var subjects = new HashSet<String>();
        for (int node = 1; node < tree.size(); node++) {
            if (tree.messages(node) > 0) {
                subjects.add(tree.subject(node));
            }
        }
        return subjects;
    }

    @Test
    void refusesNewSubjectsBeyondItsBudgetButGoesOnCountingTheOthers() {
        var tree = new SubjectTree(2L << 20);
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            if (count(tree, "inbox." + i, i) == SubjectTree.NONE) {
                refused++;
            }
        }
        assertThat(refused).isPositive().isLessThan(100_000);
        assertThat(tree.memory()).isLessThan(3L << 20);
        int node = tree.find("inbox.0");
        assertThat(count(tree, "inbox.0", 7)).isEqualTo(node);
        assertThat(tree.messages(node)).isEqualTo(2);
    }

    @Test
    void aSubjectOfTwoThousandTokensIsABranchLikeAnyOther() {
        var tree = new SubjectTree(PLENTY);
        String deep = "a" + ".a".repeat(1_999);
        count(tree, deep, 1);
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isOne();
        assertThat(tree.subject(tree.find(deep))).isEqualTo(deep);
        assertThat(tree.depth(tree.find(deep))).isEqualTo(2_000);
    }

    /** What a reader sees while the tree grows must be complete nodes, counters that never go back, and the right names. */
    @Test
    void readersSeeCompleteNodesWhileAnotherThreadCounts() throws InterruptedException {
        var tree = new SubjectTree(PLENTY);
        var done = new AtomicBoolean();
        var wrong = new AtomicReference<String>("");
        Thread reader = Thread.ofPlatform().start(() -> {
            Map<Integer, Long> seen = new HashMap<>();
            var sample = new TreeSample(tree);
            boolean last;
            do {
                last = done.get();
                sample.take(System.nanoTime());
                for (int node = 1; node < sample.size(); node++) {
                    String subject = tree.subject(node);
                    if (!subject.startsWith("s") || tree.parent(node) >= node) {
                        wrong.set("node " + node + " is " + subject);
                    }
                    long before = seen.getOrDefault(node, 0L);
                    if (sample.messages(node) < before) {
                        wrong.set(subject + " went back");
                    }
                    seen.put(node, sample.messages(node));
                }
            } while (!last);
        });
        for (int i = 0; i < 600_000; i++) {
            count(tree, "s." + i % 97 + ".d" + i % 20_011, i + 1);
        }
        done.set(true);
        reader.join();
        assertThat(wrong.get()).isEmpty();
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isEqualTo(600_000);
    }
}
