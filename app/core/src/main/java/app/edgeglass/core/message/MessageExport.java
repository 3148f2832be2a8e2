package app.edgeglass.core.message;

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
import java.util.Iterator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes messages as NDJSON, one object a line: {@code number}, {@code time} (ISO 8601, UTC), {@code subject},
 * {@code reply}, {@code headers} (pairs, in order) and the exact payload, as {@code text} when it is UTF-8 and as
 * {@code base64} otherwise.
 */
public final class MessageExport {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private MessageExport() {}

    /**
     * Writes a file, beside its place first, so that a full disk leaves what was there.
     *
     * @return how many messages were written
     * @throws Failure {@code export.failed} when the file cannot be written
     */
    public static long toFile(Iterator<LoggedMessage> messages, Path file) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            long count;
            try (var out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
                count = write(messages, out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
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
    public static long write(Iterator<LoggedMessage> messages, OutputStream out) throws IOException {
        long count = 0;
        while (messages.hasNext()) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                write(messages.next(), json);
            }
            out.write('\n');
            count++;
        }
        out.flush();
        return count;
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
