package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** By what the table is sorted. */
enum Order {
    /** What needs a look comes first. */
    ABNORMAL(Comparator.comparing(Line::judged, Warnings.abnormalFirst())),
    NAME(Comparator.comparing(line -> line.row().name())),
    PENDING(Comparator.comparingLong(line -> line.row().pending())),
    UNACKNOWLEDGED(Comparator.comparingLong(line -> line.row().ackPending())),
    REDELIVERED(Comparator.comparingLong(line -> line.row().redelivered())),
    WAITING(Comparator.comparingInt(line -> line.row().waiting())),
    DELIVERED(Comparator.comparingLong(line -> line.row().delivered().stream())),
    FLOOR(Comparator.comparingLong(line -> line.row().ackFloor().stream())),
    ACTIVE(Comparator.comparing(line -> line.row().lastActive().orElse(Instant.MIN))),
    BEHIND(Comparator.comparing(line -> line.lagTime().orElse(Duration.ZERO))),
    TREND(Comparator.comparingDouble(line -> line.change().orElse(0.0)));

    @SuppressWarnings("ImmutableEnumChecker") // Made of lambdas without state.
    private final Comparator<Line> comparator;

    Order(Comparator<Line> comparator) {
        this.comparator = comparator;
    }

    /** With the name where there is nothing else to tell them apart, so that rows do not change places by chance. */
    Comparator<Line> comparator(boolean descending) {
        return (descending ? comparator.reversed() : comparator)
                .thenComparing(line -> line.row().name());
    }
}
