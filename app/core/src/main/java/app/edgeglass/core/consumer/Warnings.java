package app.edgeglass.core.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges consumers by what the list says of them. Nothing is asked for. */
public final class Warnings {

    /** A client that fetches in batches asks again after its work; one that is gone for so long is not at work. */
    static final Duration IDLE = Duration.ofSeconds(60);

    private static final double NEARLY_FULL = 0.8;

    private Warnings() {}

    /** What is out of order, the worst first. */
    public static List<Warning> of(ConsumerRow row, Trend trend) {
        var found = new ArrayList<Warning>();
        if (!row.offline().isEmpty() || (row.clustered() && row.leader().isEmpty())) {
            return List.of(Warning.OFFLINE);
        }
        boolean paused = row.paused().isPresent();
        double share = row.ackPendingShare().orElse(0.0);
        if (share >= 1) {
            found.add(Warning.ACKS_FULL);
        }
        if (!paused && row.pending() > 0) {
            if (row.isPush() && !row.bound()) {
                found.add(Warning.NOBODY_LISTENS);
            }
            if (!row.isPush() && row.waiting() == 0 && share < 1 && isIdle(row)) {
                found.add(Warning.NOBODY_ASKS);
            }
        }
        if (trend == Trend.GROWING) {
            found.add(Warning.FALLING_BEHIND);
        }
        if (share > NEARLY_FULL && share < 1) {
            found.add(Warning.ACKS_NEARLY_FULL);
        }
        if (row.peers().stream().anyMatch(peer -> peer.offline() || !peer.current())) {
            found.add(Warning.REPLICA_BEHIND);
        }
        if (row.redelivered() > 0) {
            found.add(Warning.REDELIVERING);
        }
        if (paused) {
            found.add(Warning.PAUSED);
        }
        return found;
    }

    private static boolean isIdle(ConsumerRow row) {
        Instant last = row.lastActive().orElse(row.created());
        return Duration.between(last, row.at()).compareTo(IDLE) > 0;
    }

    /**
     * Those first that a person should look at: by the worst that is wrong, then by how much of it is wrong, then by what is not
     * done with.
     */
    public static Comparator<Judged> abnormalFirst() {
        return Comparator.comparingInt(Warnings::worst)
                .thenComparing(
                        Comparator.comparingInt((Judged one) -> one.warnings().size())
                                .reversed())
                .thenComparing(
                        Comparator.comparingLong((Judged one) -> one.row().lag())
                                .reversed())
                .thenComparing(one -> one.row().name());
    }

    @SuppressWarnings("EnumOrdinal") // They are declared in this order for that.
    private static int worst(Judged one) {
        return one.warnings().stream().mapToInt(Warning::ordinal).min().orElse(Integer.MAX_VALUE);
    }

    /** A consumer with what is out of order with it. */
    public record Judged(ConsumerRow row, List<Warning> warnings) {}
}
