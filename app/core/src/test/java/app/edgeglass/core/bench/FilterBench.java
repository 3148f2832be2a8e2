package app.edgeglass.core.bench;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.CaptureFilter;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.subject.TreeSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pictures of a large tree cost: from a new filter to all of its rows, opening a branch of 100,000, ordering it, and
 * the sample before each picture. Medians of several runs, and the first one, which is the one that a person waits for. The
 * last line is the slowest of the filters by wildcards.
 *
 * <p>Run as {@code FilterBench [SUBJECTS]}; a million without an argument.
 */
public final class FilterBench {

    private static final int SUBJECTS = 1_000_000;
    private static final int SIBLINGS = 100_000;
    private static final int RUNS = 11;
    private static final List<String> WILDCARDS =
            List.of("site.3.device.*.sensor.>", "*.*.device.77.>", "!site.3.>", "site.*.device.*.sensor.4");
    private static final List<String> OTHERS =
            List.of("sensor.77", "temp", "77", "/sensor\\.9+[1-3]$/", "payload:976", "site payload:\"value\" !9");

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Capture capture = new Capture(Budget.DEFAULT);
    private final TreeSample sample = new TreeSample(capture.tree());
    private final Expansion expansion = new Expansion();
    private final TreeFlattener flattener = new TreeFlattener(sample, expansion);
    private long nanos = 1;

    private FilterBench(int subjects) {
        for (int i = 0; i < subjects; i++) {
            capture.accept(
                    "site." + i % 10 + ".device." + i / 100 % 1_000 + ".sensor." + i,
                    ("{\"ts\":" + i + ",\"value\":" + i % 977 + ",\"quality\":\"good\"}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < SIBLINGS; i++) {
            capture.accept("flat.d" + i, new byte[] {'1'});
        }
    }

    public static void main(String[] args) {
        int subjects = args.length == 0 ? SUBJECTS : Integer.parseInt(args[0]);
        new FilterBench(subjects).run(subjects);
    }

    private void run(int subjects) {
        System.out.printf(
                "%,d subjects and %,d siblings, %,d nodes%n",
                subjects, SIBLINGS, capture.tree().size());
        measure("sample", () -> {
            sample.take(nanos += 100_000_000);
            return null;
        });
        measure("rows, all closed", () -> flattener.rows(false));
        expansion.set(capture.tree().find("flat"), true);
        measure("open " + SIBLINGS, () -> flattener.rows(false));
        for (RowOrder order : RowOrder.values()) {
            flattener.order(order);
            measure("order by " + order, () -> flattener.rows(false));
        }
        flattener.order(RowOrder.NAME);
        expansion.set(capture.tree().find("flat"), false);
        double slowest = 0;
        for (String filter : WILDCARDS) {
            slowest = Math.max(slowest, filter(filter));
        }
        OTHERS.forEach(this::filter);
        figures.put("filter_ms", slowest);
        write();
        System.out.println("filter ms=%.0f".formatted(slowest));
    }

    private double filter(String text) {
        return measure("filter " + text, () -> {
            flattener.filter(new CaptureFilter(capture, MessageFilter.parse(text)));
            TreeRows rows = flattener.rows(false);
            // A filter that is slow to answer comes in steps; a person sees rows after the first.
            while (rows.pendingSubjects() > 0) {
                rows = flattener.rows(false);
            }
            return rows;
        });
    }

    private double measure(String what, Supplier<? extends @org.jspecify.annotations.Nullable TreeRows> work) {
        var millis = new ArrayList<Double>();
        String shown = "";
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            TreeRows rows = work.get();
            millis.add((System.nanoTime() - start) / 1e6);
            shown = rows == null ? "" : "%,d subjects, %,d rows".formatted(rows.shownSubjects(), rows.size());
        }
        double first = millis.getFirst();
        Collections.sort(millis);
        double median = millis.get(millis.size() / 2);
        figures.put(what, Map.of("first_ms", first, "median_ms", median, "max_ms", millis.getLast()));
        System.out.printf("%-36s first %7.1f ms, median %7.1f ms   %s%n", what, first, median, shown);
        return median;
    }

    private void write() {
        try {
            Path file = Files.createDirectories(Path.of("target", "bench")).resolve("filter.json");
            Files.writeString(file, JsonMapper.shared().writeValueAsString(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
