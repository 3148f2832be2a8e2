package app.edgeglass.core.consumer.trial;

import java.time.Duration;

/**
 * What a consumer is told of a message that it delivered.
 *
 * <p>Source: {@code processAck} in {@code consumer.go} of nats-server 2.10 to 2.15.
 */
public sealed interface Word {

    /** It is done with. */
    record Ack() implements Word {}

    /** It is to be delivered again, at once. */
    record Nak() implements Word {}

    /** It is to be delivered again, not before so long. */
    record NakAfter(Duration delay) implements Word {}

    /**
     * It is given up.
     *
     * @param reason for the advisory that tells of it; empty for none
     */
    record Term(String reason) implements Word {}

    /** It is being worked on: the time until it is delivered again begins anew. */
    record InProgress() implements Word {}

    /** As the protocol has it. */
    default String spelled() {
        return switch (this) {
            case Ack() -> "+ACK";
            case Nak() -> "-NAK";
            case NakAfter(Duration delay) -> "-NAK {\"delay\": " + delay.toNanos() + "}";
            case Term(String reason) -> reason.isBlank() ? "+TERM" : "+TERM " + reason.strip();
            case InProgress() -> "+WPI";
        };
    }

    /** What becomes of a message by it. */
    default Fate fate(boolean confirmed) {
        return switch (this) {
            case Ack() -> confirmed ? Fate.CONFIRMED : Fate.ACKNOWLEDGED;
            case Nak(), NakAfter(Duration _) -> Fate.GIVEN_BACK;
            case Term(String _) -> Fate.TERMINATED;
            case InProgress() -> Fate.OPEN;
        };
    }
}
