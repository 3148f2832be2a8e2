package app.edgeglass.core.browse;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the first message at or behind a time: nats-server from 2.11 on looks itself; of an older one the middle is asked for
 * again and again, which takes as many questions as the number of messages has binary digits.
 */
final class TimeSearch {

    private static final String ALL = ">";

    private final StreamGets gets;
    private volatile boolean byHand;

    TimeSearch(StreamGets gets) {
        this.gets = gets;
    }

    Optional<StoredMessage> find(Instant time, Extent extent) {
        if (extent.isEmpty() || time.isAfter(extent.lastAt())) {
            return Optional.empty();
        }
        if (!time.isAfter(extent.firstAt())) {
            return gets.next(extent.first(), ALL, StreamReader.KEPT);
        }
        if (!byHand) {
            try {
                return gets.since(time, StreamReader.KEPT);
            } catch (Failure failure) {
                if (!failure.key().equals("jetstream.refused") && !failure.key().equals("browse.refused")) {
                    throw failure;
                }
                byHand = true;
            }
        }
        return byHalves(time, extent);
    }

    private Optional<StoredMessage> byHalves(Instant time, Extent extent) {
        Optional<StoredMessage> best = Optional.empty();
        long low = extent.first();
        long high = extent.last() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<StoredMessage> found = gets.next(middle, ALL, StreamReader.KEPT);
            if (found.isPresent() && found.get().at().isBefore(time)) {
                low = found.get().sequence() + 1;
            } else {
                high = middle;
                best = found;
            }
        }
        return best;
    }
}
