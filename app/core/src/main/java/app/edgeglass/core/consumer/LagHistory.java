package app.edgeglass.core.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How the lag of each consumer went, for as long as somebody looks. Bounded: the last {@value #SAMPLES} samples of at most
 * {@value #MOST} consumers, {@code 24 bytes} each, so 14 MB at most. Not safe for use by several threads.
 */
public final class LagHistory {

    static final int SAMPLES = 120;
    static final int MOST = 5_000;

    /** Too short a time tells a trend from nothing but chance. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** A trend is about the last minute. */
    private static final Duration LATELY = Duration.ofSeconds(60);

    private static final int FEWEST = 3;

    private final Map<String, Ring> rings = new HashMap<>();

    /** Takes over a list; what is not in it any more is forgotten. */
    public void add(ConsumerList list) {
        rings.keySet()
                .retainAll(list.rows().stream().map(ConsumerRow::name).collect(Collectors.toCollection(HashSet::new)));
        for (ConsumerRow row : list.rows()) {
            Ring ring = rings.get(row.name());
            if (ring == null || !ring.created.equals(row.created())) {
                if (ring == null && rings.size() >= MOST) {
                    continue;
                }
                ring = new Ring(row.created());
                rings.put(row.name(), ring);
            }
            ring.add(list.at().toEpochMilli(), row.lag(), row.ackFloor().consumer());
        }
    }

    public void clear() {
        rings.clear();
    }

    /** Whether the lag grows. */
    public Trend trend(String name) {
        Ring ring = rings.get(name);
        return ring == null ? Trend.UNKNOWN : ring.trend();
    }

    /** The lag at each time that it was asked for, the oldest first. */
    public List<Long> lags(String name) {
        Ring ring = rings.get(name);
        return ring == null ? List.of() : ring.lags();
    }

    /** By how many messages a second the lag has changed lately; nothing while that is not known. */
    public Optional<Double> change(String name) {
        return rate(rings.get(name), ring -> ring.lags);
    }

    /** How many messages a second were acknowledged lately; nothing while that is not known. */
    public Optional<Double> done(String name) {
        return rate(rings.get(name), ring -> ring.done);
    }

    private static Optional<Double> rate(@Nullable Ring ring, Values values) {
        return ring == null ? Optional.empty() : ring.rate(values.of(ring));
    }

    private interface Values {
        long[] of(Ring ring);
    }

    private static final class Ring {

        private final Instant created;
        private final long[] times = new long[SAMPLES];
        private final long[] lags = new long[SAMPLES];
        private final long[] done = new long[SAMPLES];
        private long added;

        Ring(Instant created) {
            this.created = created;
        }

        void add(long millis, long lag, long acknowledged) {
            int at = (int) (added % SAMPLES);
            times[at] = millis;
            lags[at] = lag;
            done[at] = acknowledged;
            added++;
        }

        private long first() {
            return Math.max(0, added - SAMPLES);
        }

        /** The oldest sample of the last minute. */
        private long since() {
            long now = times[at(added - 1)];
            long from = added - 1;
            while (from > first() && now - times[at(from - 1)] <= LATELY.toMillis()) {
                from--;
            }
            return from;
        }

        private static int at(long index) {
            return (int) (index % SAMPLES);
        }

        List<Long> lags() {
            return LongStream.range(first(), added)
                    .mapToObj(index -> lags[at(index)])
                    .toList();
        }

        Optional<Double> rate(long[] values) {
            if (added < 2) {
                return Optional.empty();
            }
            long from = since();
            long millis = times[at(added - 1)] - times[at(from)];
            if (millis < SHORTEST.toMillis()) {
                return Optional.empty();
            }
            return Optional.of((values[at(added - 1)] - values[at(from)]) * 1000.0 / millis);
        }

        /**
         * Growing when it is more than a hundredth above where it was, and was on the way there in between: a batch that
         * comes and is worked off is no trend.
         */
        Trend trend() {
            if (added < FEWEST || rate(lags).isEmpty()) {
                return Trend.UNKNOWN;
            }
            long from = lags[at(since())];
            long to = lags[at(added - 1)];
            long middle = lags[at(since() + (added - 1 - since()) / 2)];
            long margin = Math.max(10, from / 100);
            if (to - from > margin && middle >= from && to >= middle) {
                return Trend.GROWING;
            }
            return from - to > margin ? Trend.SHRINKING : Trend.STEADY;
        }
    }
}
