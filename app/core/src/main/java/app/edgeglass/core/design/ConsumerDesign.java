package app.edgeglass.core.design;

import app.edgeglass.core.subject.SubjectPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A durable pull consumer.
 *
 * @param filters empty for all of the stream
 * @param maxDeliver -1 for without end
 * @param worker who fetches from it; none when nobody does
 */
public record ConsumerDesign(
        String stream,
        String name,
        String description,
        List<SubjectPattern> filters,
        Deliver deliver,
        Ack ack,
        Duration ackWait,
        long maxDeliver,
        long maxAckPending,
        Optional<Worker> worker) {

    public ConsumerDesign {
        filters = List.copyOf(filters);
    }

    public enum Deliver {
        ALL,
        NEW,
        LAST,
        LAST_PER_SUBJECT
    }

    public enum Ack {
        EXPLICIT,
        ALL,
        NONE
    }

    /**
     * Somebody who fetches messages and says what became of them.
     *
     * @param pace how many messages it takes
     * @param batch how many at once at most
     * @param least how long one takes at least
     * @param most how long at most
     * @param outcomes weights of what it says at the end
     * @param nakDelay after what time a message that was given back shall come again
     * @param poison the part of the messages that fail whenever they are delivered, 0 to 1
     */
    public record Worker(
            Pace pace,
            int batch,
            Duration least,
            Duration most,
            Outcomes outcomes,
            Optional<Duration> nakDelay,
            double poison) {}

    /**
     * @param none says nothing, so that the message comes again after the ack wait
     */
    public record Outcomes(double ack, double nak, double term, double none) {}
}
