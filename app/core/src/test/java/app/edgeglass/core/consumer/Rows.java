package app.edgeglass.core.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows as a test needs them. */
final class Rows {

    private final String name;
    private long pending;
    private long ackPending;
    private Optional<Long> most = Optional.empty();
    private long redelivered;
    private int waiting;
    private Optional<Instant> active = Optional.empty();

    private Rows(String name) {
        this.name = name;
    }

    static Rows of(String name) {
        return new Rows(name);
    }

    Rows pending(long count) {
        pending = count;
        return this;
    }

    Rows ackPending(long count) {
        ackPending = count;
        return this;
    }

    Rows most(long count) {
        most = Optional.of(count);
        return this;
    }

    Rows redelivered(long count) {
        redelivered = count;
        return this;
    }

    Rows waiting(int count) {
        waiting = count;
        return this;
    }

    Rows active(Instant at) {
        active = Optional.of(at);
        return this;
    }

    ConsumerRow row() {
        var place = new Place(0, 0, active);
        return new ConsumerRow(
                name,
                Instant.now(),
                Instant.EPOCH,
                true,
                "explicit",
                "",
                "",
                false,
                List.of(),
                pending,
                ackPending,
                most,
                redelivered,
                waiting,
                place,
                place,
                Optional.empty(),
                "none",
                List.of(),
                0,
                false,
                Optional.empty(),
                List.of(),
                "");
    }
}
