package app.edgeglass.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingTest {

    @TempDir
    Path folder;

    @AfterEach
    void backToTheTestsOwnLog() throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private String written() throws IOException {
        return files().stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.joining());
    }

    @Test
    void writesWhatHappensAndNoSecretOfAUrl() throws Exception {
        assertThat(Logging.start(folder)).isEmpty();
        var log = LoggerFactory.getLogger("app.edgeglass.test");
        log.info("Connecting to nats://anna:s3cret@plant:4222 and nats://t0ken@other");
        log.warn("Bug", new IllegalStateException("at nats://anna:s3cret@plant:4222"));
        log.debug("Too much");

        assertThat(written())
                .contains("nats://***@plant:4222 and nats://***@other", "IllegalStateException", "\tat app.edgeglass")
                .doesNotContain("s3cret", "t0ken", "anna", "Too much");
    }

    @Test
    void oneRunIsBounded() throws Exception {
        Logging.start(folder);
        var log = LoggerFactory.getLogger("app.edgeglass.test");
        String line = "x".repeat(10_000);
        for (int i = 0; i < 3_000; i++) {
            log.info(line);
        }

        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan((2L * Logging.MOST_OF_A_FILE + 1) << 20);
    }

    @Test
    void keepsTheLastRuns() throws Exception {
        for (int i = 10; i < 35; i++) {
            Files.writeString(folder.resolve("edgeglass-20200101-0000" + i + "-1.log"), "old");
        }
        Files.writeString(folder.resolve("mine.txt"), "not a log");
        Logging.start(folder);

        assertThat(files()).hasSize(Logging.MOST_RUNS + 1).contains(folder.resolve("mine.txt"));
        assertThat(files()).contains(folder.resolve("edgeglass-20200101-000034-1.log"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndNotFatal() throws Exception {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");

        assertThat(Logging.start(file.resolve("logs")))
                .hasValueSatisfying(failure -> assertThat(failure.key()).isEqualTo("log.folder"));
        LoggerFactory.getLogger("app.edgeglass.test").info("still runs");
    }
}
