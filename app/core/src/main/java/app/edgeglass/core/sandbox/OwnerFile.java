package app.edgeglass.core.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Notes in a store's folder which Edgeglass and which server process use it. A number alone tells nothing, since numbers
 * are given again: what counts beside it is a command line that names the folder's configuration, or the time of the start.
 *
 * @param file where it stands; may be missing or damaged, which reads as nobody
 */
record OwnerFile(Path file) {

    private static final String PROGRAM = "edgeglass";
    private static final String SERVER = "server";

    /** The system tells a start in ticks since boot, so that it moves a little with the clock. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    boolean isThisProgram() {
        return process(PROGRAM)
                .filter(handle -> handle.pid() == ProcessHandle.current().pid())
                .filter(handle -> startedAsNoted(PROGRAM, handle))
                .isPresent();
    }

    /** The number of the Edgeglass that uses the folder, or a question mark. */
    String program() {
        return read().getProperty(PROGRAM + ".pid", "?");
    }

    /** @param config the configuration of the server that an Edgeglass may have left behind here */
    Optional<ProcessHandle> leftover(Path config) {
        return process(SERVER)
                .filter(handle -> handle.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(config.toString()))
                        .orElseGet(() -> startedAsNoted(SERVER, handle)));
    }

    void writeThisProgram() throws IOException {
        var owner = new Properties();
        put(owner, PROGRAM, ProcessHandle.current());
        write(owner);
    }

    void writeServer(ProcessHandle server) throws IOException {
        Properties owner = read();
        put(owner, SERVER, server);
        write(owner);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void put(Properties owner, String who, ProcessHandle process) {
        owner.setProperty(who + ".pid", Long.toString(process.pid()));
        process.info()
                .startInstant()
                .ifPresent(start -> owner.setProperty(who + ".started", Long.toString(start.toEpochMilli())));
    }

    private Optional<ProcessHandle> process(String who) {
        try {
            return ProcessHandle.of(Long.parseLong(read().getProperty(who + ".pid", "")))
                    .filter(ServerProcess::isRunning);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean startedAsNoted(String who, ProcessHandle process) {
        try {
            Instant noted = Instant.ofEpochMilli(Long.parseLong(read().getProperty(who + ".started", "")));
            return process.info()
                    .startInstant()
                    .filter(start -> Duration.between(start, noted).abs().compareTo(SAME_START) <= 0)
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Properties read() {
        var owner = new Properties();
        try {
            owner.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            owner.clear();
        }
        return owner;
    }

    private void write(Properties owner) throws IOException {
        var text = new StringWriter();
        owner.store(text, "Who uses this folder; written by Edgeglass");
        StoreFolder.write(file, text.toString());
    }
}
