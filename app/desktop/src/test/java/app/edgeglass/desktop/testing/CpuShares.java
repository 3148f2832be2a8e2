package app.edgeglass.desktop.testing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a processor's time this process and its threads took between two moments, in cores. Unlike the time that passes
 * it does not depend on what else the machine does.
 */
public final class CpuShares {

    private static final String WINDOW = "JavaFX Application Thread";
    private static final int SHOWN = 6;

    private final long begun = System.nanoTime();
    private final long processBefore = process();
    private final long childrenBefore = children();
    private final Map<String, Long> before = threads();
    private final Map<String, Double> shares = new HashMap<>();
    private double process;
    private double children;
    private double seconds;

    /** To be called once. */
    public void end() {
        double nanos = System.nanoTime() - begun;
        seconds = nanos / 1e9;
        process = (process() - processBefore) / nanos;
        children = (children() - childrenBefore) / nanos;
        threads().forEach((name, now) -> shares.put(name, (now - before.getOrDefault(name, 0L)) / nanos));
    }

    public double seconds() {
        return seconds;
    }

    /** The window's own thread. */
    public double ofWindow() {
        return shares.getOrDefault(WINDOW, 0.0);
    }

    /**
     * The process, the processes that it started, and those of its threads that took most; the collector and the compiler
     * are in the first only.
     */
    public String largest() {
        return String.format(Locale.ROOT, "process %.2f, its children %.2f; ", process, children)
                + shares.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(SHOWN)
                        .map(share -> String.format(Locale.ROOT, "%s %.2f", share.getKey(), share.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                nanos.merge(
                        thread.getThreadName(), Math.max(0, threads.getThreadCpuTime(thread.getThreadId())), Long::sum);
            }
        }
        return nanos;
    }

    private static long children() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static long process() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
