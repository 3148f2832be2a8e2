package app.edgeglass.core.deadletter;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
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
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes given-up messages as NDJSON, one object a line: what the advisory says, and the message as exports of messages have
 * it, with the exact payload as {@code text} or {@code base64}. One that is not in the stream any more has {@code gone}.
 */
public final class LetterExport {

    private final DeadLetters letters;

    public LetterExport(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * Writes a file, beside its place first, so that a full disk leaves what was there.
     *
     * @return how many have their message with them
     * @throws Failure {@code export.failed}
     */
    public long toFile(List<Stuck> chosen, Path file) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            long whole = 0;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
                for (Stuck one : chosen) {
                    Content content = letters.read(one.letter());
                    if (content instanceof Content.Unread unread) {
                        throw unread.reason();
                    }
                    out.write(JsonMapper.shared().writeValueAsBytes(line(one.letter(), content)));
                    out.write('\n');
                    whole += content instanceof Content.Present ? 1 : 0;
                }
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            if (e instanceof Failure failure) {
                throw failure;
            }
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw Failure.because(e, "export.failed", file, said);
        }
    }

    private static ObjectNode line(DeadLetter letter, Content content) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("stream", letter.stream());
        json.put("sequence", letter.sequence());
        json.put("consumer", letter.consumer());
        json.put("deliveries", letter.deliveries());
        json.put("cause", letter.cause() == DeadLetter.Cause.TERMINATED ? "terminated" : "max_deliveries");
        if (!letter.reason().isEmpty()) {
            json.put("reason", letter.reason());
        }
        json.put("given_up", letter.at().toString());
        if (!(content instanceof Content.Present present)) {
            json.put("gone", true);
            return json;
        }
        json.put("time", present.at().toString());
        json.put("subject", present.subject());
        if (!present.headers().isEmpty()) {
            ArrayNode headers = json.putArray("headers");
            for (Header header : present.headers()) {
                headers.addArray().add(header.name()).add(header.value());
            }
        }
        try {
            json.put(
                    "text",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(present.payload()))
                            .toString());
        } catch (CharacterCodingException e) {
            json.put("base64", present.payload());
        }
        return json;
    }
}
