package app.edgeglass.core.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the list of consumers says of one.
 *
 * @param at when the server said this, by its own clock, as all times here are
 * @param durable whether the server keeps it while nobody uses it
 * @param deliverSubject where it sends messages by itself; empty of one that is asked for them (pull)
 * @param deliverGroup the queue group that shares them; empty without
 * @param bound whether somebody listens at the deliver subject
 * @param pending messages of the stream that it has not delivered yet
 * @param ackPending messages that it has delivered and that nobody has acknowledged
 * @param mostAckPending at so many of those it delivers no more; nothing when there is no limit
 * @param redelivered messages of those that it has delivered more than once
 * @param waiting requests of clients that wait for messages
 * @param ackFloor up to where everything is acknowledged
 * @param paused until when it delivers nothing
 * @param replicas how many servers keep it; 0 for as many as its stream has
 * @param clustered whether the server runs in a cluster, where a consumer has a leader or is without
 * @param offline why the server does not run it, in its words; empty when it does
 */
public record ConsumerRow(
        String name,
        Instant at,
        Instant created,
        boolean durable,
        String ackPolicy,
        String deliverSubject,
        String deliverGroup,
        boolean bound,
        List<String> filters,
        long pending,
        long ackPending,
        Optional<Long> mostAckPending,
        long redelivered,
        int waiting,
        Place delivered,
        Place ackFloor,
        Optional<Instant> paused,
        String priorityPolicy,
        List<PriorityGroup> groups,
        int replicas,
        boolean clustered,
        Optional<String> leader,
        List<Peer> peers,
        String offline) {

    /** Whether it delivers by itself, rather than when it is asked. */
    public boolean isPush() {
        return !deliverSubject.isEmpty();
    }

    /** How many messages are not done with: not delivered yet, or not acknowledged. */
    public long lag() {
        return pending + ackPending;
    }

    /**
     * Up to which message of the stream it is done with everything. The floor alone does not say it: a consumer that has
     * delivered nothing yet has none, wherever it begins (nats-server 2.10).
     */
    public long doneUpTo() {
        return ackPending == 0 ? delivered.stream() : ackFloor.stream();
    }

    /** Whether anything is acknowledged at all. */
    public boolean acknowledges() {
        return !ackPolicy.equals("none");
    }

    /** When it last did something: delivered, or took an acknowledgement. */
    public Optional<Instant> lastActive() {
        Instant delivery = delivered.last().orElse(Instant.MIN);
        Instant ack = ackFloor.last().orElse(Instant.MIN);
        Instant last = delivery.isAfter(ack) ? delivery : ack;
        return last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
    }

    /** The share of {@link #mostAckPending} that is taken, from 0 on; nothing without a limit. */
    public Optional<Double> ackPendingShare() {
        return mostAckPending.map(most -> ackPending / (double) most);
    }
}
