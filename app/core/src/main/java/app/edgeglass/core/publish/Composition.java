package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.payload.HexText;
import app.edgeglass.core.payload.JsonCheck;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person typed it, with placeholders (see {@link Template}) in subject, reply-to, values of headers and
 * text, and with its payload in one of several forms. It becomes a {@link Draft} when it is sent.
 *
 * @param subject where it goes
 * @param replyTo where an answer is awaited; empty when none is
 * @param headers in the person's order; names may stand several times
 * @param format how the body is written
 * @param body what is in the editor; unused for a file
 * @param file what is sent in the format {@link BodyFormat#FILE}; none while none is chosen
 */
public record Composition(
        String subject,
        String replyTo,
        List<Header> headers,
        BodyFormat format,
        String body,
        @Nullable Path file) {

    /** Nothing typed yet. */
    public static final Composition EMPTY = new Composition("", "", List.of(), BodyFormat.TEXT, "", null);

    /** Bytes in a line of hexadecimal digits: 48 characters, which a narrow editor shows without wrapping. */
    private static final int HEX_LINE = 16;

    public Composition {
        headers = List.copyOf(headers);
    }

    /** The message that was logged, to be published again: the same subject, headers and bytes, but no reply-to. */
    public static Composition again(LoggedMessage message) {
        var headers = new ArrayList<Header>();
        for (Header header : message.headers()) {
            headers.add(new Header(header.name(), Template.escape(header.value())));
        }
        String subject = Template.escape(message.subject());
        String text = text(message.payload());
        if (text == null) {
            String hex = hex(message.payload());
            return new Composition(subject, "", headers, BodyFormat.HEX, hex, null);
        }
        boolean json = !text.isBlank() && JsonCheck.problem(text).isEmpty();
        return new Composition(
                subject, "", headers, json ? BodyFormat.JSON : BodyFormat.TEXT, Template.escape(text), null);
    }

    /** The bytes as text that an editor can show and that becomes the same bytes again; none when they cannot. */
    private static @Nullable String text(byte[] payload) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        return odd ? null : text;
    }

    /** Pairs of digits, so many a line. */
    private static String hex(byte[] payload) {
        var hex = HexFormat.ofDelimiter(" ");
        var lines = new StringBuilder();
        for (int from = 0; from < payload.length; from += HEX_LINE) {
            if (from > 0) {
                lines.append('\n');
            }
            lines.append(hex.formatHex(payload, from, Math.min(payload.length, from + HEX_LINE)));
        }
        return lines.toString();
    }

    Composition withBody(String other) {
        return new Composition(subject, replyTo, headers, format, other, file);
    }

    /** Whether the body is text in which placeholders are filled. */
    private boolean hasTemplateBody() {
        return format == BodyFormat.TEXT || format == BodyFormat.JSON;
    }

    /** How many placeholders will be filled. */
    public int holes() {
        int holes = Template.parse(subject).holes() + Template.parse(replyTo).holes();
        for (Header header : headers) {
            holes += Template.parse(header.value()).holes();
        }
        return hasTemplateBody() ? holes + Template.parse(body).holes() : holes;
    }

    /**
     * The message to be sent. A file is read, which may block.
     *
     * @param maxPayload the largest payload that the server takes, in bytes; a larger file is not read at all. 0 when it
     *     is not known
     * @throws Failure when the body is not what its format says, or the file cannot be read
     */
    public Draft fill(Filling filling, long maxPayload) {
        return fill(filling, payload(filling, maxPayload));
    }

    /** The message with a given payload. */
    Draft fill(Filling filling, byte[] payload) {
        var filled = new ArrayList<Header>();
        for (Header header : headers) {
            filled.add(new Header(header.name(), Template.parse(header.value()).fill(filling)));
        }
        return new Draft(
                Template.parse(subject).fill(filling),
                filled,
                payload,
                replyTo.isEmpty() ? null : Template.parse(replyTo).fill(filling));
    }

    /** The payload to be sent. */
    byte[] payload(Filling filling, long maxPayload) {
        return switch (format) {
            case TEXT -> Template.parse(body).fill(filling).getBytes(StandardCharsets.UTF_8);
            case JSON -> json().fill(filling).getBytes(StandardCharsets.UTF_8);
            case HEX -> bytes();
            case FILE -> FileBody.read(file, maxPayload);
        };
    }

    private byte[] bytes() {
        return switch (HexText.read(body)) {
            case HexText.Bytes(byte[] bytes) -> bytes;
            case HexText.Problem(int line, int column, String reason) ->
                throw Failure.of("publish.hex", line, column, reason);
        };
    }

    private Template json() {
        var template = Template.parse(body);
        JsonCheck.problem(template.probe()).ifPresent(problem -> {
            throw Failure.of("publish.json", problem.line(), problem.column(), problem.reason());
        });
        return template;
    }
}
