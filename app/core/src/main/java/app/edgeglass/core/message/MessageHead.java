package app.edgeglass.core.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A logged message of which only the first part of the payload was read.
 *
 * @param number its number in the log, from 1
 * @param micros when it arrived, in microseconds since 1970
 * @param node its subject's node in the tree
 * @param subject its subject
 * @param reply the reply subject's bytes; empty for none
 * @param headerBlock the headers as in the protocol; empty for none
 * @param payload the payload, or its first part
 * @param payloadSize the whole payload's size in bytes
 */
public record MessageHead(
        long number,
        long micros,
        int node,
        String subject,
        byte[] reply,
        byte[] headerBlock,
        byte[] payload,
        int payloadSize) {

    /** Whether all of the payload was read. */
    public boolean isWhole() {
        return payload.length == payloadSize;
    }

    /** What the message adds to the byte counts: payload and headers, as the server counts them. */
    public long size() {
        return (long) payloadSize + headerBlock.length;
    }

    public Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The message with what was read of its payload as its payload. */
    public LoggedMessage whole() {
        return new LoggedMessage(
                number,
                at(),
                subject,
                reply.length == 0 ? null : new String(reply, StandardCharsets.UTF_8),
                HeaderBlock.parse(headerBlock),
                payload);
    }
}
