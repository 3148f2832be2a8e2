package app.edgeglass.core.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a read to each of its messages, without what becomes of them. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameKernels {

    private static final int FRAMES = 512;
    private static final int PAYLOAD = 128;

    private byte[] stream = {};
    private FrameReader reader = reader(new TapTable(), new Taps());
    private final byte[] rest = new byte[64 * 1024];
    private long bytes;

    /** As a read from a socket brings them: some 85 KiB. */
    @Setup
    public void render() throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            String line = "MSG site." + i % 10 + ".device." + i + ".sensor.temperature 7 " + PAYLOAD + "\r\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[PAYLOAD]);
            out.write('\r');
            out.write('\n');
        }
        stream = out.toByteArray();
        var taps = new Taps();
        var table = new TapTable();
        table.add(7, taps.open(Optional.empty(), frame -> bytes += frame.subjectLength() + frame.payloadLength()));
        reader = reader(table, taps);
    }

    private FrameReader reader(TapTable table, Taps taps) {
        return new FrameReader(this::next, taps, table, new MessageStatistics(), fault -> {}, () -> {});
    }

    private int next(byte[] into, int offset, int length) {
        System.arraycopy(stream, 0, into, offset, stream.length);
        return stream.length;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long frame() throws IOException {
        return reader.read(rest, 0, rest.length) + bytes;
    }
}
