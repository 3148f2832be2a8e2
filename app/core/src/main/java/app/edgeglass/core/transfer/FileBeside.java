package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes a file beside its place and moves it there when it is whole: a full disk or a broken-off run leaves what was there. */
final class FileBeside {

    private static final int BUFFER = 1 << 18;

    private FileBeside() {}

    /** Writes what is in a file. */
    @FunctionalInterface
    interface Content<T> {

        T write(OutputStream out) throws IOException, InterruptedException;
    }

    /** @throws Failure {@code transfer.folder}, {@code transfer.denied} or {@code transfer.write}, and whatever the content throws */
    static <T> T write(Path file, Content<T> content) throws InterruptedException {
        Path beside = null;
        boolean whole = false;
        try {
            Path target = file.toAbsolutePath();
            beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
            T written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(beside), BUFFER)) {
                written = content.write(out);
            }
            move(beside, target);
            whole = true;
            return written;
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException io ? failure(file, io) : Failure.in(e);
        } catch (IOException e) {
            throw failure(file, e);
        } finally {
            if (!whole) {
                delete(beside);
            }
        }
    }

    private static Failure failure(Path file, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            return Failure.because(e, "transfer.folder", file);
        }
        return e instanceof AccessDeniedException
                ? Failure.because(e, "transfer.denied", file)
                : Failure.because(e, "transfer.write", file, KeptFile.reason(e));
    }

    private static void move(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(@Nullable Path beside) {
        try {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            // What kept the file from being written is what there is to tell.
        }
    }
}
