package app.edgeglass.core.publish;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.message.NatsCommand;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent, exactly as it will be.
 *
 * @param subject where it goes, not checked yet, see {@link DraftCheck}
 * @param headers in the person's order, names may stand several times; the client keeps the order of the values of a name,
 *     not that of the names
 * @param payload the bytes; whoever holds the record must not change them
 * @param replyTo where an answer is awaited; none when no answer is
 */
public record Draft(
        String subject,
        List<Header> headers,
        byte[] payload,
        @Nullable String replyTo) {

    static final String ROLLUP = "Nats-Rollup";

    /** The first line of the headers and the empty one that ends them, both with CR LF. */
    private static final int HEADER_FRAME = "NATS/1.0\r\n\r\n".length();

    public Draft {
        headers = List.copyOf(headers);
    }

    /** A message of a subject and a payload alone. */
    public static Draft of(String subject, byte[] payload) {
        return new Draft(subject, List.of(), payload, null);
    }

    /** What the headers take on the wire, in bytes; 0 without headers. Headers are ASCII. */
    public int headerBytes() {
        return headerBytes(headers);
    }

    static int headerBytes(List<Header> headers) {
        if (headers.isEmpty()) {
            return 0;
        }
        int bytes = HEADER_FRAME;
        for (Header header : headers) {
            bytes += header.name().length() + header.value().length() + ":\r\n".length();
        }
        return bytes;
    }

    /**
     * The line of a shell that sends it with the {@code nats} program, see {@link NatsCommand}.
     *
     * @param plan of a request; none to publish
     */
    public String command(@Nullable RequestPlan plan) {
        var message = new LoggedMessage(0, Instant.EPOCH, subject, replyTo, headers, payload);
        return plan == null
                ? NatsCommand.publish(message)
                : NatsCommand.request(message, plan.timeout(), plan.wanted());
    }

    /** Whether a stream that takes it deletes messages before it. */
    boolean rollsUp() {
        return headers.stream().anyMatch(header -> header.name().equals(ROLLUP));
    }

    Draft withReplyTo(String inbox) {
        return new Draft(subject, headers, payload, inbox);
    }
}
