package app.edgeglass.core.message;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.error.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes messages as NDJSON, one object a line: {@code number}, {@code time} (ISO 8601, UTC), {@code subject},
 * {@code reply}, {@code headers} (pairs, in order) and the exact payload, as {@code text} when it is UTF-8 and as
 * {@code base64} otherwise. Where the connection was away stands a line with {@code gap} (its number), {@code from} and
 * {@code until}, which is missing while it lasts.
 */
public final class MessageExport {

    private MessageExport() {}

    /**
     * What became of the rows.
     *
     * @param messages were written
     * @param gaps were written
     * @param evicted had made room for newer messages before their turn came
     */
    public record Exported(long messages, long gaps, long evicted) {}

    /**
     * Writes a file, beside its place first, so that a full disk leaves what was there.
     *
     * @throws Failure {@code export.failed} when the file cannot be written
     */
    public static Exported toFile(BranchRows rows, Path file) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Exported exported;
            try (var out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
                exported = write(rows, out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return exported;
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() instanceof IOException io ? io : e;
            try {
                Files.deleteIfExists(beside);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw Failure.because(e, "export.failed", file, said);
        }
    }

    /** Writes to a stream, which stays open. */
    public static Exported write(BranchRows rows, OutputStream out) throws IOException {
        long messages = 0;
        long gaps = 0;
        long evicted = 0;
        JsonLines json = new JsonLines(out);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isGap(row)) {
                Optional<Gap> gap = rows.gapAt(row);
                if (gap.isPresent()) {
                    write(gap.get(), json);
                    gaps++;
                }
                continue;
            }
            Optional<LoggedMessage> message = rows.capture().log().read(rows.rows()[row]);
            if (message.isPresent()) {
                write(message.get(), json);
                messages++;
            } else {
                evicted++;
            }
        }
        json.flush();
        return new Exported(messages, gaps, evicted);
    }

    private static void write(Gap gap, JsonLines json) {
        json.begin().number("gap", gap.number()).text("from", gap.from().toString());
        if (gap.until() != null) {
            json.text("until", gap.until().toString());
        }
        json.end();
    }

    private static void write(LoggedMessage message, JsonLines json) {
        json.begin()
                .number("number", message.number())
                .text("time", message.at().toString())
                .text("subject", message.subject());
        if (message.replyTo() != null) {
            json.text("reply", message.replyTo());
        }
        json.headers(message.headers()).payload(message.payload()).end();
    }
}
