package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Counting on subjects that are known, adding ones that are not, the sums over a tree, and a pattern against a subject. */
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeKernels {

    private static final long BUDGET = 512L << 20;

    /** A tree, and its subjects in an order that the processor cannot guess. */
    @State(Scope.Thread)
    public static class Known {

        @Param({"1000", "100000", "1000000"})
        public int subjects;

        private final SubjectTree tree = new SubjectTree(BUDGET);
        private byte[][] names = {};
        private int next;

        @Setup
        public void fill() {
            names = new byte[subjects][];
            var random = new Random(7);
            for (int i = 0; i < subjects; i++) {
                byte[] name = TreeKernels.name(i);
                tree.count(name, 0, name.length, 1, 1);
                int other = random.nextInt(i + 1);
                names[i] = names[other];
                names[other] = name;
            }
        }

        private byte[] following() {
            next = next + 1 == names.length ? 0 : next + 1;
            return names[next];
        }
    }

    /** A tree that grows, and begins anew when it is large. */
    @State(Scope.Thread)
    public static class Growing {

        private static final int MOST = 1_000_000;

        private SubjectTree tree = new SubjectTree(BUDGET);
        private final byte[][] names = new byte[MOST][];
        private int size;

        @Setup
        public void name() {
            for (int i = 0; i < MOST; i++) {
                names[i] = TreeKernels.name(i);
            }
        }
    }

    /** A million subjects. */
    @State(Scope.Thread)
    public static class Sampled {

        private final Known known = new Known();
        private final TreeSample sample = new TreeSample(known.tree);

        @Setup
        public void fill() {
            known.subjects = 1_000_000;
            known.fill();
        }
    }

    private static byte[] name(int number) {
        return ("site." + number % 10 + ".device." + number / 10 % 1_000 + ".sensor." + number / 10_000)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public int count(Known known) {
        byte[] name = known.following();
        return known.tree.count(name, 0, name.length, 128, 1);
    }

    @Benchmark
    public int insert(Growing growing) {
        if (growing.size == Growing.MOST) {
            growing.size = 0;
            growing.tree = new SubjectTree(BUDGET);
        }
        byte[] name = growing.names[growing.size++];
        return growing.tree.count(name, 0, name.length, 128, 1);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long sample(Sampled sampled) {
        sampled.sample.take(System.nanoTime());
        return sampled.sample.messages(SubjectTree.ROOT);
    }

    /** One pattern that holds and one that does not. */
    @State(Scope.Thread)
    public static class Patterns {

        private final SubjectMatcher holds =
                SubjectPattern.parse("site.*.device.77.>").matcher();
        private final SubjectMatcher not =
                SubjectPattern.parse("site.*.device.*.temperature").matcher();
        private final byte[] subject = "site.3.device.77.sensor.9".getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public boolean match(Patterns patterns) {
        byte[] subject = patterns.subject;
        return patterns.holds.matches(subject, 0, subject.length) ^ patterns.not.matches(subject, 0, subject.length);
    }
}
