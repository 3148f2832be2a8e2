package app.edgeglass.core.bench;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.CaptureFilter;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.subject.TreeSample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long it takes from a new filter to its rows, over 100,000 subjects with a small JSON payload each: the median of
 * several runs for each kind of term. The last line is the slowest kind.
 */
public final class FilterBench {

    private static final int SUBJECTS = 100_000;
    private static final int RUNS = 15;
    private static final int WARM_UP = 5;

    private FilterBench() {}

    public static void main(String[] args) {
        var capture = new Capture(Budget.DEFAULT);
        for (int i = 0; i < SUBJECTS; i++) {
            capture.accept(
                    "site." + i % 10 + ".device." + i / 100 + ".sensor." + i,
                    ("{\"ts\":" + i + ",\"value\":" + i % 977 + ",\"quality\":\"good\"}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        var sample = new TreeSample(capture.tree());
        var flattener = new TreeFlattener(sample, new Expansion());
        sample.take(System.nanoTime());
        double slowest = 0;
        for (String filter : List.of(
                "sensor.77",
                "site.3.device.*.sensor.>",
                "/sensor\\.9+[1-3]$/",
                "!site.3.>",
                "payload:976",
                "site payload:\"value\" !9")) {
            slowest = Math.max(slowest, measure(capture, flattener, filter));
        }
        System.out.println("filter slowest=%.0fms subjects=%d".formatted(slowest, SUBJECTS));
    }

    private static double measure(Capture capture, TreeFlattener flattener, String text) {
        var millis = new ArrayList<Double>();
        int shown = 0;
        for (int run = 0; run < RUNS + WARM_UP; run++) {
            long start = System.nanoTime();
            flattener.filter(new CaptureFilter(capture, MessageFilter.parse(text)));
            TreeRows rows = flattener.rows(false);
            if (run >= WARM_UP) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
            shown = rows.shownSubjects();
        }
        Collections.sort(millis);
        double median = millis.get(millis.size() / 2);
        System.out.println("filter=%s shown=%d median=%.1fms [%.1f-%.1f]"
                .formatted(text, shown, median, millis.getFirst(), millis.getLast()));
        return median;
    }
}
