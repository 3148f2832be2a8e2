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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        var others = new Random(43);
        for (int i = 0; i < 200_000; i++) {
            String subject = randomSubject(random);
            expected.merge(subject, 1L, Long::sum);
            if (i % 10 == 0) {
                // What is expected need not come, and need not be there.
                expect(tree, random.nextInt(40), subject, randomSubject(others));
            }
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

    private static void expect(SubjectTree tree, int times, String... subjects) {
        for (int i = 0; i < times; i++) {
            byte[] bytes = subjects[i % subjects.length].getBytes(StandardCharsets.UTF_8);
            tree.expect(bytes, 0, bytes.length);
        }
        tree.fetch();
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

    /** Sums stay right, and what the rests stand for is known about. */
    @Test
    void beyondItsBudgetWhatIsNewCountsOnTheRestOfItsBranch() {
        var tree = new SubjectTree(4L << 20);
        int own = 0;
        for (int i = 0; i < 300_000; i++) {
            own += count(tree, "site." + i % 7 + ".device." + i + ".value", i + 1) >= 0 ? 1 : 0;
        }
        assertThat(own).isBetween(10_000, 200_000);
        assertThat(tree.memory()).isLessThanOrEqualTo(4L << 20);
        assertThat(tree.hasRests()).isTrue();
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isEqualTo(300_000);
        assertThat(sample.subjects(SubjectTree.ROOT)).isBetween(270_000, 330_000);
        for (int site = 0; site < 7; site++) {
            int expected = 300_000 / 7 + (site < 300_000 % 7 ? 1 : 0);
            assertThat(sample.messages(tree.find("site." + site))).isEqualTo(expected);
            int rest = tree.find("site." + site + ".device.>");
            assertThat(tree.isRest(rest)).isTrue();
            assertThat(sample.subjects(rest)).isCloseTo((int) sample.messages(rest), Offset.offset(12_000));
        }
        // The same subjects again are no more of them, and those that have a node go on counting there.
        int rest = tree.find("site.0.device.>");
        int about = sample.subjects(rest);
        int node = tree.find("site.0.device.0.value");
        assertThat(count(tree, "site.0.device.0.value", 9)).isEqualTo(node);
        for (int i = 299_999; i > 290_000; i--) {
            assertThat(count(tree, "site." + i % 7 + ".device." + i + ".value", 9))
                    .isNegative();
        }
        sample.take(2);
        assertThat(sample.subjects(rest)).isEqualTo(about);
        assertThat(tree.messages(node)).isEqualTo(2);
        // With more room they get nodes of their own.
        tree.limit(8L << 20);
        assertThat(count(tree, "site.0.device.new.value", 9)).isEqualTo(tree.find("site.0.device.new.value"));
    }

    /** More branches that have a rest than there is room for. */
    @Test
    void theLastRestIsThatOfTheWholeTree() {
        var tree = new SubjectTree(1L << 20);
        int branches = 0;
        while (count(tree, "b." + branches + ".x", 1) >= 0) {
            branches++;
        }
        for (int i = 0; i < 3; i++) {
            for (int branch = 0; branch < branches; branch++) {
                assertThat(count(tree, "b." + branch + ".y" + i, 1)).isNegative();
            }
        }
        assertThat(count(tree, "another", 1)).isEqualTo(~tree.find(">"));
        assertThat(tree.memory()).isLessThanOrEqualTo(1L << 20);
        assertThat(tree.find("b.0.>")).isNotEqualTo(SubjectTree.NONE);
        assertThat(tree.find("b." + (branches - 1) + ".>")).isEqualTo(SubjectTree.NONE);
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isEqualTo(branches * 4L + 2);
    }

    /** Such a subject is against the rules, but servers let it pass. */
    @Test
    void aSubjectThatIsNamedAsARestWasBeforeIsOneToo() {
        var tree = new SubjectTree(1L << 20);
        int literal = count(tree, "b.>", 1);
        assertThat(tree.isRest(literal)).isFalse();
        for (int i = 0; i < 30_000; i++) {
            count(tree, "b.x" + i, 1);
        }
        assertThat(tree.isRest(literal)).isTrue();
        assertThat(count(tree, "b.>", 1)).isEqualTo(literal);
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isEqualTo(30_002);
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
    @ParameterizedTest
    @ValueSource(longs = {PLENTY, 4L << 20})
    void readersSeeCompleteNodesWhileAnotherThreadCounts(long budget) throws InterruptedException {
        var tree = new SubjectTree(budget);
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
        // The newest node, the moment it can be seen, by its number and by the link to it.
        Thread hasty = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                int node = tree.size() - 1;
                int child = node == SubjectTree.ROOT ? SubjectTree.NONE : tree.firstChild(tree.parent(node));
                for (int newest : new int[] {node, child}) {
                    if (newest > 0
                            && (!tree.subject(newest).startsWith("s")
                                    || tree.token(newest).isEmpty())) {
                        wrong.set("node " + newest + " was seen as " + tree.subject(newest));
                    }
                }
            }
        });
        for (int i = 0; i < 600_000; i++) {
            count(tree, "s." + i % 97 + ".d" + i % 20_011, i + 1);
        }
        done.set(true);
        reader.join();
        hasty.join();
        assertThat(wrong.get()).isEmpty();
        var sample = new TreeSample(tree);
        sample.take(1);
        assertThat(sample.messages(SubjectTree.ROOT)).isEqualTo(600_000);
    }
}
