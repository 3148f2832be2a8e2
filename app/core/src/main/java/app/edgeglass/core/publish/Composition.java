package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.payload.HexText;
import app.edgeglass.core.payload.JsonCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<String> text = HexLines.text(message.payload());
        if (text.isEmpty()) {
            String digits = HexLines.write(message.payload());
            return new Composition(subject, "", headers, BodyFormat.HEX, digits, null);
        }
        boolean json = !text.get().isBlank() && JsonCheck.problem(text.get()).isEmpty();
        BodyFormat format = json ? BodyFormat.JSON : BodyFormat.TEXT;
        return new Composition(subject, "", headers, format, Template.escape(text.get()), null);
    }

    /** The same with other headers. */
    public Composition withHeaders(List<Header> others) {
        return new Composition(subject, replyTo, others, format, body, file);
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
