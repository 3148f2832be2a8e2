package app.edgeglass.core.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the way of a message into tree and log costs, beside a jnats dispatcher that only counts, in one run and in turn.
 *
 * <p>First against a {@link FrameSource}, so that the client is the limit: messages a second from the first to the last,
 * for each number of subjects and each payload; the ratio is full path by raw dispatcher, the median over the rounds. Then
 * with a real server at an even rate: processor time of the whole process for each message.
 *
 * <p>Arguments, each optional: {@code --rounds N} (5), {@code --quick} (128 bytes only, fewer messages),
 * {@code --payload N} (only this payload, and the last line's ratios are of it),
 * {@code --path dispatcher} (the full path by way of a dispatcher instead of the tap). The last line is for scripts; its
 * ratios are those of 128 bytes.
 */
public final class IngestBench {

    private static final int STATED_PAYLOAD = 128;
    private static final long STALLED_NANOS = Duration.ofSeconds(5).toNanos();

    private final int rounds;
    private final boolean quick;
    private final boolean tap;
    /** The only payload to measure; 0 for all. */
    private final int only;

    private final Map<String, Object> report = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private long unaccounted;

    private IngestBench(List<String> arguments) {
        int at = arguments.indexOf("--rounds");
        rounds = at < 0 ? 5 : Integer.parseInt(arguments.get(at + 1));
        quick = arguments.contains("--quick");
        int payload = arguments.indexOf("--payload");
        only = payload >= 0 ? Integer.parseInt(arguments.get(payload + 1)) : quick ? STATED_PAYLOAD : 0;
        tap = !arguments.contains("dispatcher");
    }

    public static void main(String[] args) throws Exception {
        new IngestBench(List.of(args)).run();
    }

    private record Row(double raw, double full, double ratio) {}

    private void run() throws Exception {
        say("%9s %8s %12s %12s %7s  %s".formatted("subjects", "payload", "raw/s", "full/s", "ratio", "[ratios]"));
        var stated = new LinkedHashMap<Integer, Double>();
        for (int subjects : new int[] {1_000, 100_000, 1_000_000}) {
            for (int payload : only > 0 ? new int[] {only} : new int[] {16, STATED_PAYLOAD, 1024}) {
                double ratio = measure(subjects, payload);
                if (payload == (only > 0 ? only : STATED_PAYLOAD)) {
                    stated.put(subjects, ratio);
                }
            }
        }
        double cpu = new PacedRun(quick ? 3 : rounds, tap, this::say, report).ratio();
        report.put("path", tap ? "tap" : "dispatcher");
        report.put("rounds", rounds);
        report.put("rows", rows);
        report.put("unaccounted", unaccounted);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        write();
        say("ingest ratio=%.2f ratio_100k=%.2f ratio_1m=%.2f cpu_ratio=%.2f unaccounted=%d"
                .formatted(stated.get(1_000), stated.get(100_000), stated.get(1_000_000), cpu, unaccounted));
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "ingest.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }

    private double measure(int subjects, int payload) throws Exception {
        // Enough to come round all subjects, and for a second or so.
        int messages = payload > STATED_PAYLOAD ? 1_000_000 : quick ? 2_000_000 : 3_000_000;
        var measured = new ArrayList<Row>();
        try (var source = new Child(FrameSource.class, subjects, payload, messages)) {
            int port = Integer.parseInt(source.line());
            for (int round = 0; round <= rounds; round++) {
                double raw = rate(new Clients.Raw(port), messages);
                double full = rate(new Clients.Full(port, tap), messages);
                if (round > 0) {
                    measured.add(new Row(raw, full, full / raw));
                }
            }
        }
        Row median = new Row(
                Medians.of(measured, Row::raw), Medians.of(measured, Row::full), Medians.of(measured, Row::ratio));
        String ratios = measured.stream()
                .map(row -> "%.2f".formatted(row.ratio()))
                .toList()
                .toString();
        say("%9d %8d %12.0f %12.0f %7.2f  %s"
                .formatted(subjects, payload, median.raw(), median.full(), median.ratio(), ratios));
        rows.add(Map.of(
                "subjects",
                subjects,
                "payload",
                payload,
                "messages",
                messages,
                "raw_per_second",
                median.raw(),
                "full_per_second",
                median.full(),
                "ratio",
                median.ratio(),
                "ratios",
                measured.stream().map(Row::ratio).toList()));
        return median.ratio();
    }

    private double rate(Clients client, long messages) throws Exception {
        System.gc(); // Nobody pays for the garbage of the one before.
        try (client) {
            Thread.ofVirtual().start(() -> {
                try {
                    client.flush();
                } catch (Exception e) {
                    // What did not come shows in the count.
                }
            });
            while (client.received() == 0) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            long last = start;
            long before = 0;
            while (before + client.dropped() < messages && System.nanoTime() - last < STALLED_NANOS) {
                Thread.sleep(1);
                long now = client.received();
                if (now != before) {
                    before = now;
                    last = System.nanoTime();
                }
            }
            if (client.dropped() > 0) {
                say("dropped: %d of %d".formatted(client.dropped(), messages));
            }
            unaccounted = Math.max(unaccounted, client.unaccounted(messages));
            return before / ((last - start) / 1e9);
        }
    }

    private void say(String line) {
        System.out.println(line);
    }

    /** For the process as a whole: its own threads, the collector's, the compiler's. */
    static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Medians. */
    static final class Medians {

        private Medians() {}

        static <T> double of(List<T> all, java.util.function.ToDoubleFunction<T> value) {
            double[] sorted = all.stream().mapToDouble(value).toArray();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
