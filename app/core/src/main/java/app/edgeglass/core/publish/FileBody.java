package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A payload that is the content of a file. What is too large for the server is not read. */
final class FileBody {

    private FileBody() {}

    /**
     * @param maxPayload the largest payload that the server takes, in bytes; 0 when it is not known
     * @return the file's size in bytes
     * @throws Failure {@code publish.file-*}
     */
    static long size(@Nullable Path file, long maxPayload) {
        return sizeOf(chosen(file), maxPayload);
    }

    private static Path chosen(@Nullable Path file) {
        if (file == null) {
            throw Failure.of("publish.file-none");
        }
        return file;
    }

    private static long sizeOf(Path file, long maxPayload) {
        try {
            long size = Files.size(file);
            if (!Files.isRegularFile(file)) {
                throw Failure.of("publish.file-no-file", file.toString());
            }
            if (maxPayload > 0 && size > maxPayload) {
                throw Failure.of("publish.file-too-large", String.valueOf(file.getFileName()), size, maxPayload);
            }
            return size;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** As {@link #size}, and reads it. */
    static byte[] read(@Nullable Path chosen, long maxPayload) {
        Path file = chosen(chosen);
        sizeOf(file, maxPayload);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Failure failure(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? Failure.because(e, "publish.file-missing", file.toString())
                : Failure.because(
                        e,
                        "publish.file-unreadable",
                        file.toString(),
                        e.getClass().getSimpleName());
    }
}
