package app.edgeglass.core.publish;

import app.edgeglass.core.message.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream is asked to look at before it stores a message, as the headers of JetStream have it. Each may be empty, and may
 * have placeholders while it is part of a {@link Composition}.
 *
 * @param messageId by which a message that is sent twice within the stream's window is stored once
 * @param stream the name of the stream that is to take it
 * @param lastSequence the sequence that the stream's last message must have
 * @param lastSubjectSequence the sequence that the last message of the same subject must have; 0 for none yet
 * @param lastMessageId the id that the stream's last message must have
 * @param ttl how long it is kept, see {@link MessageTtl}
 */
public record StreamHeaders(
        String messageId,
        String stream,
        String lastSequence,
        String lastSubjectSequence,
        String lastMessageId,
        String ttl) {

    public static final StreamHeaders NONE = new StreamHeaders("", "", "", "", "", "");

    public static final String MESSAGE_ID = "Nats-Msg-Id";
    static final String STREAM = "Nats-Expected-Stream";
    static final String LAST_SEQUENCE = "Nats-Expected-Last-Sequence";
    static final String LAST_SUBJECT_SEQUENCE = "Nats-Expected-Last-Subject-Sequence";
    static final String LAST_MESSAGE_ID = "Nats-Expected-Last-Msg-Id";
    static final String TTL = "Nats-TTL";

    private static final List<String> NAMES =
            List.of(MESSAGE_ID, STREAM, LAST_SEQUENCE, LAST_SUBJECT_SEQUENCE, LAST_MESSAGE_ID, TTL);

    /** Those among the headers of a message; of several of one name the first. */
    public static StreamHeaders of(List<Header> headers) {
        return new StreamHeaders(
                first(headers, MESSAGE_ID),
                first(headers, STREAM),
                first(headers, LAST_SEQUENCE),
                first(headers, LAST_SUBJECT_SEQUENCE),
                first(headers, LAST_MESSAGE_ID),
                first(headers, TTL));
    }

    private static String first(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The headers without these. */
    public static List<Header> without(List<Header> headers) {
        return headers.stream().filter(header -> !NAMES.contains(header.name())).toList();
    }

    /** As headers, in front of others. */
    public List<Header> before(List<Header> others) {
        var headers = new ArrayList<Header>();
        List<String> values = List.of(messageId, stream, lastSequence, lastSubjectSequence, lastMessageId, ttl);
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                headers.add(new Header(NAMES.get(i), values.get(i).strip()));
            }
        }
        headers.addAll(others);
        return headers;
    }
}
