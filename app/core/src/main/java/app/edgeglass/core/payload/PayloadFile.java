package app.edgeglass.core.payload;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payloads as files. */
public final class PayloadFile {

    private static final int LONGEST_NAME = 80;

    // Windows gives these names to devices, whatever their extension.
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private PayloadFile() {}

    /**
     * Writes a payload, beside its place first and then moved there, so that a full disk leaves what was there before.
     *
     * @throws Failure {@code file.folder}, {@code file.denied} or {@code file.write}
     */
    public static void write(Path file, byte[] payload) {
        Path beside = null;
        try {
            var target = file.toAbsolutePath();
            beside = Files.createTempFile(target.getParent(), ".", ".part");
            Files.write(beside, payload);
            move(beside, target);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw Failure.because(e, "file.folder", file);
        } catch (AccessDeniedException e) {
            delete(beside, e);
            throw Failure.because(e, "file.denied", file);
        } catch (IOException e) {
            delete(beside, e);
            var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw Failure.because(e, "file.write", file, said);
        }
    }

    private static void move(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(@Nullable Path beside, IOException why) {
        if (beside != null) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }

    /**
     * A file name for a message's payload that every file system takes: whatever a subject holds, it names no folder and
     * no device.
     *
     * @param subject the subject the payload arrived on
     * @param number the message's number
     * @param kind what the payload is, which gives the extension
     */
    public static String suggestedName(String subject, long number, PayloadKind kind) {
        var name = new StringBuilder();
        subject.codePoints().limit(LONGEST_NAME).forEach(c -> name.append(isPlain(c) ? (char) c : '_'));
        while (name.length() > 0 && name.charAt(0) == '.') {
            name.setCharAt(0, '_');
        }
        var first = name.toString().split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        if (DEVICES.contains(first)) {
            name.insert(0, '_');
        }
        return name.append('-').append(number).append(extension(kind)).toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static String extension(PayloadKind kind) {
        return switch (kind) {
            case JSON -> ".json";
            case TEXT -> ".txt";
            case EMPTY, BINARY -> ".bin";
        };
    }
}
