package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A nats-server program that runs here and is new enough.
 *
 * @param path the executable
 * @param version what it says of itself
 */
public record NatsServerBinary(Path path, ServerRelease version) {

    /** The oldest release that Edgeglass supports. */
    public static final ServerRelease OLDEST = new ServerRelease(2, 10, 0, "2.10");

    static final boolean WINDOWS = File.separatorChar == '\\';
    static final String PROGRAM = WINDOWS ? "nats-server.exe" : "nats-server";

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_OUTPUT = 4_096;

    /**
     * Looks for a server on this machine: what {@code EDGEGLASS_NATS_SERVER} names, else the first on the PATH that is new
     * enough, else one in a usual place, else the newest in the cache of the packaging scripts.
     *
     * @throws Failure when there is none, or what was named does not serve
     */
    public static NatsServerBinary find() {
        return BinaryPlaces.ofThisMachine().find();
    }

    /**
     * Asks a program whether it is a nats-server that is new enough. Blocks for some milliseconds, 5 s at most.
     *
     * @throws Failure when it is not
     */
    public static NatsServerBinary at(Path path) {
        return at(path, ANSWERS_WITHIN);
    }

    static NatsServerBinary at(Path path, Duration answersWithin) {
        if (!Files.isRegularFile(path)) {
            throw Failure.of("sandbox.binary.no-file", path);
        }
        if (!Files.isExecutable(path)) {
            throw Failure.of("sandbox.binary.not-executable", path);
        }
        String said = ask(path, answersWithin);
        ServerRelease version = ServerRelease.in(said).orElseThrow(() -> unusable(path, said));
        if (version.compareTo(OLDEST) < 0) {
            throw Failure.of("sandbox.binary.too-old", path, version.text(), OLDEST.text());
        }
        return new NatsServerBinary(path, version);
    }

    private static String ask(Path path, Duration within) {
        // Into a file: reading a pipe would wait for whatever the program has started and left behind.
        try (var answer = new AnswerFile()) {
            Process process = new ProcessBuilder(path.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(answer.file().toFile())
                    .start();
            try {
                process.getOutputStream().close();
                boolean done = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
                String said = answer.text();
                if (!done) {
                    throw unusable(path, said);
                }
                return said;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // The file's mark says executable, the system does not: another machine's program, or a disk mounted
            // noexec.
            throw Failure.because(e, "sandbox.binary.not-executable", path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.because(e, "sandbox.interrupted");
        }
    }

    private record AnswerFile(Path file) implements AutoCloseable {

        AnswerFile() throws IOException {
            this(Files.createTempFile("edgeglass-version", ""));
        }

        String text() throws IOException {
            try (var in = Files.newInputStream(file)) {
                return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }

    private static Failure unusable(Path path, String said) {
        return Failure.of(
                "sandbox.binary.unusable",
                path,
                said.lines().findFirst().orElse("").strip());
    }
}
