package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a local server: its configuration, its data, and who uses it. Held by one Edgeglass at a time, by a lock
 * that the system frees when the program ends.
 */
final class StoreFolder implements AutoCloseable {

    static final String LOCK_FILE = "edgeglass.lock";
    static final String CONFIG_FILE = "server.conf";
    static final String OWNER_FILE = "edgeglass.properties";

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

    /** With less room than this the server would start, and then refuse every stream. */
    private static final long LEAST_ROOM = 64L << 20;

    private static final int MIB_SHIFT = 20;

    /** Serialises the opening within this program; see {@link #hold}. */
    private static final Object OPENING = new Object();

    private final Path folder;
    private final boolean temporary;
    private final @Nullable FileLock lock;
    private final Optional<Long> stopped;
    private final OwnerFile owner;

    private StoreFolder(Path folder, boolean temporary, @Nullable FileLock lock, Optional<Long> stopped) {
        this.folder = folder;
        this.temporary = temporary;
        this.lock = lock;
        this.stopped = stopped;
        this.owner = new OwnerFile(folder.resolve(OWNER_FILE));
    }

    /**
     * @param wanted the folder to use, made when missing; a temporary one without it
     * @throws Failure when it cannot be used
     */
    static StoreFolder open(Optional<Path> wanted) {
        Path folder = wanted.map(Path::toAbsolutePath).map(Path::normalize).orElse(null);
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("edgeglass-local-server-");
                var temporary = new StoreFolder(folder, true, null, Optional.empty());
                try {
                    requireRoom(folder);
                } catch (IOException | RuntimeException e) {
                    temporary.close();
                    throw e;
                }
                return temporary;
            }
            Files.createDirectories(folder);
            return hold(folder);
        } catch (IOException e) {
            throw StartFailures.ofFolder(folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder, e);
        }
    }

    private static StoreFolder hold(Path folder) throws IOException {
        synchronized (OPENING) {
            var owner = new OwnerFile(folder.resolve(OWNER_FILE));
            // On POSIX a program that closes any channel of a file loses all its locks on it: a second start in this
            // program must be refused before it opens the lock's file.
            if (owner.isThisProgram()) {
                throw locked(folder, owner);
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw locked(folder, owner);
                }
                requireRoom(folder);
                Optional<Long> stopped = stopLeftover(folder, owner);
                owner.writeThisProgram();
                return new StoreFolder(folder, false, lock, stopped);
            } catch (OverlappingFileLockException e) {
                // Closing this channel would take the lock from whoever in this program has it.
                throw locked(folder, owner);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static Failure locked(Path folder, OwnerFile owner) {
        return Failure.of("sandbox.store.locked", folder, owner.program());
    }

    private static void requireRoom(Path folder) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < LEAST_ROOM) {
            throw Failure.of("sandbox.disk-full", folder, Long.toString(room >> MIB_SHIFT));
        }
    }

    private static Optional<Long> stopLeftover(Path folder, OwnerFile owner) {
        Optional<ProcessHandle> leftover = owner.leftover(folder.resolve(CONFIG_FILE));
        leftover.ifPresent(server -> {
            LOG.warn("A local server from before (process {}) still runs on {}; stopping it", server.pid(), folder);
            if (!ServerProcess.end(server)) {
                throw Failure.of("sandbox.leftover", Long.toString(server.pid()), folder);
            }
        });
        return leftover.map(ProcessHandle::pid);
    }

    Path path() {
        return folder;
    }

    boolean isTemporary() {
        return temporary;
    }

    /** The number of the server process from before that was found running here, and stopped. */
    Optional<Long> stopped() {
        return stopped;
    }

    /** Notes which process serves the folder, for the next start to recognise it should it be left over. */
    void servedBy(ProcessHandle server) throws IOException {
        if (!temporary) {
            owner.writeServer(server);
        }
    }

    /** Writes a file beside and moves it into place, readable by this user only. */
    Path write(String name, String text) throws IOException {
        return write(folder.resolve(name), text);
    }

    static Path write(Path file, String text) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** An empty folder of this name. */
    Path emptied(String name) throws IOException {
        Path emptied = folder.resolve(name);
        delete(emptied);
        return Files.createDirectory(emptied);
    }

    /** Frees the folder for others, or deletes it when it is temporary. */
    @Override
    public void close() {
        try {
            if (temporary) {
                delete(folder);
            } else {
                owner.delete();
            }
        } catch (IOException e) {
            LOG.warn("Cannot clean up {}", folder, e);
        }
        if (lock != null) {
            try {
                // Closing the channel frees the lock.
                lock.acquiredBy().close();
            } catch (IOException e) {
                LOG.warn("Cannot free {}", folder, e);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
