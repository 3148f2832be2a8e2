package app.edgeglass.desktop.shell;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.shell.notice.Secrets;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: all from INFO on into a file of this run, warnings also to the console. A run writes at most two
 * files of {@value #MOST_OF_A_FILE} MB; the last {@value #MOST_RUNS} files are kept. What stands between a URL's scheme and its host is masked.
 */
public final class Logging {

    static final int MOST_OF_A_FILE = 5;
    static final int MOST_RUNS = 10;

    private static final String PREFIX = "edgeglass-";
    private static final String PATTERN =
            "%replace(%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36}: %msg%n%ex){'" + Secrets.IN_URL
                    + "', '" + Secrets.MASK + "'}%nopex";

    /** Held, since a logger that nobody holds forgets its level. */
    private static final java.util.logging.Logger TOOLKIT = java.util.logging.Logger.getLogger("javafx");

    private Logging() {}

    /**
     * Starts logging into the folder; the console is served in any case.
     *
     * @return the problem when there can be no file
     */
    public static Optional<Failure> start(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console(context));
        // The toolkit notes to itself, on the console, where rows come and go quickly.
        TOOLKIT.setLevel(java.util.logging.Level.WARNING);
        try {
            Files.createDirectories(folder);
            removeOld(folder);
            root.addAppender(file(context, newFile(folder)));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Failure.because(e, "log.folder", folder));
        }
    }

    private static Path newFile(Path folder) throws IOException {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        // Two that start in the same second do not share a file.
        Path file =
                folder.resolve(PREFIX + stamp + "-" + ProcessHandle.current().pid() + ".log");
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        return file;
    }

    private static void removeOld(Path folder) throws IOException {
        List<Path> runs;
        try (var files = Files.list(folder)) {
            runs = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .skip(MOST_RUNS - 1)
                    .toList();
        }
        for (Path old : runs) {
            Files.deleteIfExists(old);
        }
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        var warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        console.addFilter(warnings);
        return started(context, console);
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path path) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setFile(path.toString());
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setMaxFileSize(FileSize.valueOf(MOST_OF_A_FILE + "MB"));
        // Looked at with each line: a storm of them fills the disk within the minute that is the default.
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.setContext(context);
        size.start();
        var rolling = new FixedWindowRollingPolicy();
        rolling.setMinIndex(1);
        rolling.setMaxIndex(1);
        rolling.setFileNamePattern(path.toString().replaceFirst("\\.log$", ".%i.log"));
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.start();
        file.setTriggeringPolicy(size);
        file.setRollingPolicy(rolling);
        return started(context, file);
    }

    private static <A extends OutputStreamAppender<ILoggingEvent>> A started(LoggerContext context, A appender) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /** Writes out what is held back. */
    public static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }
}
