package app.edgeglass.core.deadletter;

import java.time.Instant;

/**
 * A message that a consumer has given up, as an advisory tells it.
 *
 * @param sequence of the message in its stream
 * @param deliveries how often it was delivered
 * @param reason why it was terminated, if whoever did it has said so; else empty
 * @param at when it was given up
 * @param origin how it is known
 */
public record DeadLetter(
        String stream,
        String consumer,
        long sequence,
        long deliveries,
        Cause cause,
        String reason,
        Instant at,
        Origin origin) {

    /** Why it was given up. */
    public enum Cause {
        /** It was delivered as often as the consumer allows. */
        MAX_DELIVERIES,
        /** Whoever had it has said that it is not to come again. */
        TERMINATED
    }

    /** How it is known. */
    public enum Origin {
        /** The advisory came while we listened. */
        HEARD,
        /** A stream had kept the advisory. */
        KEPT
    }

    /** What tells it from others: several consumers may give up the same message. */
    record Key(String consumer, long sequence) {}

    Key key() {
        return new Key(consumer, sequence);
    }
}
