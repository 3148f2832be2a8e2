package app.edgeglass.core.bench;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.LogUse;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * What subjects and messages take of the heap, measured after collection, payloads not counted.
 *
 * <ul>
 *   <li>1,000,000 subjects {@code site.S.device.D.sensor.X} with one message each: heap with the tree and an empty log,
 *       divided by subjects
 *   <li>1,000,000 messages of 16 to 300 bytes on 1,000 subjects: heap that the log takes, less the payloads, divided by
 *       messages; nothing is evicted
 *   <li>for several budgets a flood of ever new subjects and of messages: the most heap beside the budget
 * </ul>
 */
public final class MemoryBench {

    private static final int SUBJECTS = 1_000_000;
    private static final int MESSAGES = 1_000_000;
    private static final long MIB = 1L << 20;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        double perSubject = perSubject();
        double overhead = logOverhead();
        double most = 0;
        for (Budget budget : new Budget[] {
            Budget.LEAST,
            new Budget(16 * MIB, 4 * MIB, 16 * MIB),
            new Budget(64 * MIB, 16 * MIB, 48 * MIB),
            Budget.DEFAULT
        }) {
            double share = flooded(budget);
            say("budget %4d MiB: heap %.3f of it".formatted(budget.total() / MIB, share));
            report.put("budget_%d_mib".formatted(budget.total() / MIB), share);
            most = Math.max(most, share);
        }
        report.put("bytes_per_subject", perSubject);
        report.put("log_overhead", overhead);
        report.put("java", Runtime.version().toString());
        Path file = Path.of("target", "bench", "memory.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        say("memory bytes_per_subject=%.0f log_overhead=%.1f budget_share=%.3f".formatted(perSubject, overhead, most));
    }

    private static double perSubject() {
        long before = heap();
        var capture = new Capture(new Budget(64 * 1024, 64 * 1024, 512 * MIB));
        for (int number : Subjects.shuffled(SUBJECTS)) {
            count(capture, number);
        }
        double each = (heap() - before) / (double) SUBJECTS;
        say("%d subjects, %d nodes: %.1f B a subject; by its own count %.1f B"
                .formatted(SUBJECTS, capture.tree().size(), each, capture.tree().memory() / (double) SUBJECTS));
        return each;
    }

    private static void count(Capture capture, int number) {
        byte[] subject = Subjects.name(number);
        capture.tree().count(subject, 0, subject.length, 16, 1);
    }

    private static double logOverhead() {
        long before = heap();
        var capture = new Capture(new Budget(512 * MIB, 64 * 1024, 4 * MIB));
        var random = new Random(3);
        long payloads = 0;
        for (int i = 0; i < MESSAGES; i++) {
            var payload = new byte[16 + random.nextInt(285)];
            payloads += payload.length;
            capture.accept("site." + i % 10 + ".device." + i % 100 + ".sensor." + i % 1_000, payload);
        }
        LogUse use = capture.log().use();
        if (use.evicted() > 0) {
            throw new IllegalStateException("evicted");
        }
        double byHeap = (heap() - before - capture.tree().memory() - payloads) / (double) MESSAGES;
        double inRing = (use.recentBytes() - payloads) / (double) MESSAGES;
        say("log: %.2f B a message beside its payload in the ring, %.2f B of heap, the rest of the last slab included"
                .formatted(inRing, byHeap));
        return byHeap;
    }

    /** The most heap that a capture took, as a share of its budget. */
    private static double flooded(Budget budget) {
        long before = heap();
        var capture = new Capture(budget);
        var payload = new byte[100];
        long subjects = budget.treeBytes() / 40;
        long most = 0;
        for (int step = 0; step < 4; step++) {
            for (long i = 0; i < subjects / 4; i++) {
                long number = step * (subjects / 4) + i;
                capture.accept("new." + number % 977 + ".device." + number + ".value", payload);
            }
            most = Math.max(most, heap() - before);
        }
        for (long i = 0; i < budget.logBytes() * 2 / 124; i++) {
            capture.accept("busy", payload);
        }
        most = Math.max(most, heap() - before);
        say("  %d nodes for %d subjects".formatted(capture.tree().size(), subjects));
        return (double) most / budget.total();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
