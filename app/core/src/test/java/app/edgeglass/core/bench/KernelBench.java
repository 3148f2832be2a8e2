package app.edgeglass.core.bench;

import app.edgeglass.core.connection.FrameKernels;
import app.edgeglass.core.message.LogKernels;
import app.edgeglass.core.subject.TreeKernels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.StringJoiner;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kernels of the hot path, by JMH, each in a JVM of its own. Takes about a minute and a half; further arguments are
 * JMH's own, such as {@code -f 3 -i 10 -prof gc}.
 */
public final class KernelBench {

    private KernelBench() {}

    public static void main(String[] args) throws Exception {
        var asked = new CommandLineOptions(args);
        var options = new OptionsBuilder().parent(asked);
        if (asked.getIncludes().isEmpty()) {
            for (Class<?> kernels : new Class<?>[] {FrameKernels.class, TreeKernels.class, LogKernels.class}) {
                options.include(kernels.getName());
            }
        }
        if (!asked.verbosity().hasValue()) {
            options.verbosity(VerboseMode.SILENT);
        }
        options.warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(1)));

        var report = new LinkedHashMap<String, Object>();
        var line = new StringJoiner(" ", "kernels ", "");
        System.out.printf("%-16s %12s %12s%n", "kernel", "mean", "± 99.9 %");
        for (RunResult run : new Runner(options.build()).run()) {
            Result<?> result = run.getPrimaryResult();
            String subjects = run.getParams().getParam("subjects");
            String name = result.getLabel() + (subjects == null ? "" : "_" + shortened(subjects));
            String unit = result.getScoreUnit().replace("/op", "");
            System.out.printf("%-16s %9.1f %s %9.1f %s%n", name, result.getScore(), unit, result.getScoreError(), unit);
            report.put(name + "_" + unit, result.getScore());
            line.add("%s_%s=%.1f".formatted(name, unit, result.getScore()));
        }
        report.put("java", Runtime.version().toString());
        Path file = Path.of("target", "bench", "kernels.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        System.out.println(line);
    }

    private static String shortened(String subjects) {
        return subjects.replaceFirst("000000$", "m").replaceFirst("000$", "k");
    }
}
