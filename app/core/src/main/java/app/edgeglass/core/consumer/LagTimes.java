package app.edgeglass.core.consumer;

import app.edgeglass.core.jetstream.JetStreamApi;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How old the oldest message is that a consumer is not done with. The list does not say it: the message behind the
 * acknowledged ones is read. So it is asked for few consumers only, and for each anew only when it has come further. Not safe
 * for use by several threads at once.
 */
public final class LagTimes {

    /** For so many consumers at a time, those that are on the screen. */
    public static final int MOST = 40;

    /** A consumer for very many subjects would have to be asked for as often. */
    static final int MOST_FILTERS = 4;

    private record Known(Instant created, long floor, Optional<Instant> oldest) {}

    private final StoredMessages messages;
    private final Map<String, Known> known = new HashMap<>();

    public LagTimes(JetStreamApi api, String stream) {
        this.messages = new StoredMessages(api, stream);
    }

    /**
     * When the oldest message came that is not done with, for the first {@value #MOST} of the given consumers. Those that are done
     * with everything, or have too many filters to be asked for, are left out. Blocks.
     */
    public Map<String, Instant> oldest(List<ConsumerRow> rows) {
        var found = new LinkedHashMap<String, Instant>();
        var now = new HashMap<String, Known>();
        for (ConsumerRow row : rows.subList(0, Math.min(MOST, rows.size()))) {
            if (row.lag() == 0 || row.filters().size() > MOST_FILTERS) {
                continue;
            }
            Known one = of(row);
            now.put(row.name(), one);
            one.oldest().ifPresent(at -> found.put(row.name(), at));
        }
        known.clear();
        known.putAll(now);
        return found;
    }

    private Known of(ConsumerRow row) {
        long floor = row.doneUpTo();
        Known before = known.get(row.name());
        if (before != null
                && before.floor() == floor
                && before.created().equals(row.created())
                && before.oldest().isPresent()) {
            return before;
        }
        List<String> filters = row.filters().isEmpty() ? List.of("") : row.filters();
        Optional<Instant> oldest = filters.stream()
                .flatMap(filter -> messages.next(floor + 1, filter).stream())
                .min(Comparator.comparingLong(StoredMessage::sequence))
                .map(StoredMessage::time);
        return new Known(row.created(), floor, oldest);
    }
}
