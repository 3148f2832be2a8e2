package app.edgeglass.core.message;

import app.edgeglass.core.connection.MessageFrame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Keeping a message of 128 bytes in a log that is full, so that each makes room for itself. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogKernels {

    private static final int SUBJECTS = 1_000;

    private final Capture capture = new Capture(new Budget(64 << 20, 16 << 20, 16 << 20));
    private final MessageFrame[] frames = new MessageFrame[SUBJECTS];
    private final int[] nodes = new int[SUBJECTS];
    private long number;

    public LogKernels() {
        for (int i = 0; i < SUBJECTS; i++) {
            byte[] subject = ("site." + i % 10 + ".device." + i).getBytes(StandardCharsets.US_ASCII);
            frames[i] = MessageFrame.of(subject, new byte[0], new byte[0], new byte[128]);
            nodes[i] = capture.tree().count(subject, 0, subject.length, 128, 1);
        }
    }

    @Benchmark
    public boolean append() {
        int which = (int) (number++ % SUBJECTS);
        return capture.log().append(nodes[which], number, 1, frames[which], false);
    }
}
