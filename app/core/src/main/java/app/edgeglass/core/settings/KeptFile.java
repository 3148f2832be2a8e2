package app.edgeglass.core.settings;

import app.edgeglass.core.text.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that is kept for this user only: read whole, written beside and moved into place, set aside when it cannot be
 * used. Nothing that a person may want to repair is ever overwritten.
 */
public final class KeptFile {

    /** More than any settings or profiles are; what is bigger was not written by Edgeglass. */
    static final long MOST_BYTES = 64L << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Path path;
    private final Clock clock;

    /** @param clock stamps what is set aside */
    public KeptFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * What is in it may be no business of the machine's other users. What we write is readable by this user only
     * ({@link Files#createTempFile} sees to that); a file that somebody has copied here may not be.
     */
    private void makePrivate() throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> now = view.readAttributes().permissions();
            if (!OWNER_ONLY.containsAll(now)) {
                view.setPermissions(OWNER_ONLY);
            }
        }
    }

    public byte[] read() throws IOException {
        try {
            makePrivate();
        } catch (IOException e) {
            LOG.warn("{} may be readable by others: {}", path, reason(e));
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("larger than " + MOST_BYTES + " bytes");
        }
        return Files.readAllBytes(path);
    }

    /** Moves the file out of the way and gives its new name. */
    public Path setAside(String reason) throws IOException {
        Path aside = freeName(reason);
        return Files.move(path, aside);
    }

    /** Keeps a copy and gives its name. */
    public Path copyAside(String reason) throws IOException {
        return Files.copy(path, freeName(reason));
    }

    private Path freeName(String reason) {
        String base = path.getFileName() + "." + reason + "-" + STAMP.format(clock.instant());
        Path candidate = path.resolveSibling(base);
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = path.resolveSibling(base + "-" + i);
        }
        return candidate;
    }

    /**
     * Writes the file: either all of it is there afterwards, also after a power cut, or the one before still is.
     */
    public void write(byte[] content) throws IOException {
        Path written = null;
        try {
            // A link into somebody's folder of dotfiles stays a link.
            Path target = Files.exists(path) ? path.toRealPath() : path;
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
            makeFolder(folder);
            written = Files.createTempFile(folder, path.getFileName() + ".", ".tmp");
            try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(written, target);
        } catch (IOException e) {
            discard(written);
            throw e;
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, OWNERS_FOLDER);
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@Nullable Path written) {
        if (written == null) {
            return;
        }
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // The failure to write it is the one to report.
        }
    }

    /** The operating system's words, where it had any. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return WORDS.say("settings.reason.denied");
        }
        if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        String said = e.getMessage();
        return e instanceof FileSystemException || said == null ? e.getClass().getSimpleName() : said;
    }
}
