package app.edgeglass.core.bench;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Processor time for each message, with a real server, at an even rate that both can well keep up with. */
final class PacedRun {

    private static final int SUBJECTS = 1_000;
    private static final int PAYLOAD = 128;
    private static final int RATE = 200_000;
    private static final int MESSAGES = 4 * RATE;

    private final int rounds;
    private final boolean tap;
    private final Consumer<String> out;
    private final Map<String, Object> report;

    PacedRun(int rounds, boolean tap, Consumer<String> out, Map<String, Object> report) {
        this.rounds = rounds;
        this.tap = tap;
        this.out = out;
        this.report = report;
    }

    private record Round(double raw, double full) {

        double ratio() {
            return full / raw;
        }
    }

    double ratio() throws Exception {
        var measured = new ArrayList<Round>();
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var publisher = new Child(PacedPublisher.class, server.port(), SUBJECTS, PAYLOAD, RATE)) {
            for (int round = 0; round <= rounds; round++) {
                double raw = microsPerMessage(new Clients.Raw(server.port()), publisher);
                double full = microsPerMessage(new Clients.Full(server.port(), tap), publisher);
                if (round > 0) {
                    measured.add(new Round(raw, full));
                }
            }
        }
        double raw = IngestBench.Medians.of(measured, Round::raw);
        double full = IngestBench.Medians.of(measured, Round::full);
        double ratio = IngestBench.Medians.of(measured, Round::ratio);
        List<String> ratios =
                measured.stream().map(round -> "%.2f".formatted(round.ratio())).toList();
        out.accept("CPU a message at %d/s, %d B, real server: raw %.3f us, full %.3f us, ratio %.2f %s"
                .formatted(RATE, PAYLOAD, raw, full, ratio, ratios));
        report.put("cpu", Map.of("rate", RATE, "raw_us", raw, "full_us", full, "ratio", ratio));
        return ratio;
    }

    private static double microsPerMessage(Clients client, Child publisher) throws Exception {
        System.gc();
        try (client) {
            client.flush();
            long before = IngestBench.processorNanos();
            publisher.say(Integer.toString(MESSAGES));
            publisher.line();
            while (client.received() + client.dropped() < MESSAGES) {
                Thread.sleep(10);
            }
            double nanos = IngestBench.processorNanos() - before;
            if (client.dropped() > 0 || client.unaccounted(MESSAGES) > 0) {
                throw new IllegalStateException("dropped or lost at an even rate");
            }
            return nanos / MESSAGES / 1e3;
        }
    }
}
