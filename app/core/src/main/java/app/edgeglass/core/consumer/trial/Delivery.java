package app.edgeglass.core.consumer.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the subject by which a message is acknowledged says of its delivery.
 *
 * @param count how often the message was delivered, this time included
 * @param streamSequence its place in the stream
 * @param consumerSequence the consumer's own count of deliveries
 * @param stored when the stream took it
 * @param pending how many messages are still to come behind it
 */
public record Delivery(long count, long streamSequence, long consumerSequence, Instant stored, long pending) {

    /** {@code $JS.ACK.stream.consumer.count.stream-seq.consumer-seq.time.pending} */
    private static final int PLAIN = 9;

    /** The same with domain and account behind {@code $JS.ACK}; more may follow (ADR-15, nats-server 2.14). */
    private static final int WITH_DOMAIN = 11;

    /** Reads it; nothing of another subject. */
    static Optional<Delivery> of(String ackSubject) {
        String[] tokens = ackSubject.split("\\.", -1);
        if (!ackSubject.startsWith("$JS.ACK.") || (tokens.length != PLAIN && tokens.length < WITH_DOMAIN)) {
            return Optional.empty();
        }
        int at = tokens.length == PLAIN ? 4 : 6;
        try {
            return Optional.of(new Delivery(
                    Long.parseLong(tokens[at]),
                    Long.parseLong(tokens[at + 1]),
                    Long.parseLong(tokens[at + 2]),
                    Instant.EPOCH.plus(Long.parseLong(tokens[at + 3]), ChronoUnit.NANOS),
                    Long.parseLong(tokens[at + 4])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
