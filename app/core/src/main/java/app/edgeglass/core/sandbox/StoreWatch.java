package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Watches whether a running server can still store: in its log, where it alone says that it cannot, and on the disk, to
 * say it before that. Looked at by one thread, read by any.
 */
final class StoreWatch {

    /** With less room than this a person is told. */
    static final long LITTLE_ROOM = 32L << 20;

    private static final int MIB_SHIFT = 20;

    /**
     * What nats-server 2.10 and 2.15 write, seen on a small tmpfs: the system's words when a write fails, and their own when
     * the limit of JetStream is reached, which is three quarters of what was free at the start.
     */
    private static final Pattern CANNOT_STORE = Pattern.compile(
            "no space left on device|not enough space on the disk|disk quota exceeded|input/output error"
                    + "|resource limits exceeded|jetstream out of resources|critical write error",
            Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final ServerLog log;
    private long seen;
    private volatile Optional<Failure> trouble = Optional.empty();

    StoreWatch(Path folder, ServerLog log) {
        this.folder = folder;
        this.log = log;
    }

    Optional<Failure> trouble() {
        return trouble;
    }

    void look() {
        trouble = look(room());
    }

    private Optional<Failure> look(long room) {
        String free = Long.toString(room >> MIB_SHIFT);
        for (ServerLog.Line line : log.after(seen)) {
            seen = line.number();
            if (CANNOT_STORE.matcher(line.text()).find()) {
                return Optional.of(
                        Failure.of("sandbox.cannot-store", StartFailures.lastWords(List.of(line)), free, folder));
            }
        }
        // A stream whose write has failed stays broken until the server is started again, also when there is room
        // again.
        if (trouble.filter(told -> told.key().equals("sandbox.cannot-store")).isPresent()) {
            return trouble;
        }
        return room < LITTLE_ROOM
                ? trouble.or(() -> Optional.of(Failure.of("sandbox.disk-nearly-full", folder, free)))
                : Optional.empty();
    }

    private long room() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            // The folder is gone with a server that ends; a server that cannot reach it says so in its log.
            return Long.MAX_VALUE;
        }
    }
}
