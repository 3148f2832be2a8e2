package app.edgeglass.core.message;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.error.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes messages as NDJSON, one object a line: {@code number}, {@code time} (ISO 8601, UTC), {@code subject},
 * {@code reply}, {@code headers} (pairs, in order) and the exact payload, as {@code text} when it is UTF-8 and as
 * {@code base64} otherwise. Where the connection was away stands a line with {@code gap} (its number), {@code from} and
 * {@code until}, which is missing while it lasts.
 */
public final class MessageExport {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

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
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isGap(row)) {
                Optional<Gap> gap = rows.gapAt(row);
                if (gap.isPresent()) {
                    line(out, json -> write(gap.get(), json));
                    gaps++;
                }
                continue;
            }
            Optional<LoggedMessage> message = rows.capture().log().read(rows.rows()[row]);
            if (message.isPresent()) {
                line(out, json -> write(message.get(), json));
                messages++;
            } else {
                evicted++;
            }
        }
        out.flush();
        return new Exported(messages, gaps, evicted);
    }

    private static void line(OutputStream out, Consumer<JsonGenerator> content) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            content.accept(json);
        }
        out.write('\n');
    }

    private static void write(Gap gap, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("gap", gap.number());
        json.writeStringProperty("from", gap.from().toString());
        if (gap.until() != null) {
            json.writeStringProperty("until", gap.until().toString());
        }
        json.writeEndObject();
    }

    private static void write(LoggedMessage message, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("number", message.number());
        json.writeStringProperty("time", message.at().toString());
        json.writeStringProperty("subject", message.subject());
        if (message.replyTo() != null) {
            json.writeStringProperty("reply", message.replyTo());
        }
        if (!message.headers().isEmpty()) {
            json.writeArrayPropertyStart("headers");
            for (Header header : message.headers()) {
                json.writeStartArray();
                json.writeString(header.name());
                json.writeString(header.value());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        try {
            json.writeStringProperty(
                    "text",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(message.payload()))
                            .toString());
        } catch (CharacterCodingException e) {
            json.writeName("base64");
            json.writeBinary(message.payload());
        }
        json.writeEndObject();
    }
}
