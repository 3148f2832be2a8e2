package app.edgeglass.core.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at some messages spread over a stream to see when they came: first evenly over the sequences, then where between two of
 * them much time lies, since there it may have been still. Some hundred questions, all at once.
 */
final class DensityProbe {

    private static final int FIRST_PROBES = 64;
    private static final int MORE_PROBES = 64;
    private static final int FEWEST = 8;
    /** What all probes may be on the wire, about; a get brings the payload too. */
    private static final long BYTES = 8L << 20;

    private final StreamGets gets;

    DensityProbe(StreamGets gets) {
        this.gets = gets;
    }

    Density sample(Extent extent) {
        if (extent.isEmpty()) {
            return Density.NOTHING;
        }
        long affordable = BYTES / Math.max(1, extent.averageSize());
        var known = new TreeMap<Long, Long>();
        int first = Math.clamp(affordable / 2, FEWEST, FIRST_PROBES);
        var wanted = new ArrayList<Long>();
        for (int i = 0; i < first; i++) {
            wanted.add(extent.first() + (long) ((extent.span() - 1) * (i / (double) (first - 1))));
        }
        probe(wanted, known);
        int more = Math.clamp(affordable / 2, 0, MORE_PROBES);
        // Thrice, so that the second half of what is widest can be found within the first.
        for (int round = 0; round < 3 && more > 0; round++) {
            List<Long> widest = widest(known, more / 3);
            probe(widest, known);
        }
        return density(known);
    }

    /** The middles of the stretches that took longest. */
    private static List<Long> widest(SortedMap<Long, Long> known, int most) {
        record Stretch(long middle, long nanos) {}
        var stretches = new ArrayList<Stretch>();
        Map.Entry<Long, Long> before = null;
        for (Map.Entry<Long, Long> entry : known.entrySet()) {
            if (before != null && entry.getKey() - before.getKey() > 1) {
                long middle = before.getKey() + (entry.getKey() - before.getKey()) / 2;
                stretches.add(new Stretch(middle, entry.getValue() - before.getValue()));
            }
            before = entry;
        }
        stretches.sort((a, b) -> Long.compare(b.nanos(), a.nanos()));
        return stretches.stream().limit(most).map(Stretch::middle).toList();
    }

    private void probe(List<Long> sequences, SortedMap<Long, Long> known) {
        for (StoredMessage message : gets.at(sequences)) {
            known.put(message.sequence(), Density.nanos(message.at()));
        }
    }

    /** A clock that was set back must not make the time run backwards. */
    private static Density density(SortedMap<Long, Long> known) {
        var sequences = new long[known.size()];
        var nanos = new long[known.size()];
        int i = 0;
        for (Map.Entry<Long, Long> entry : known.entrySet()) {
            sequences[i] = entry.getKey();
            nanos[i] = i == 0 ? entry.getValue() : Math.max(nanos[i - 1], entry.getValue());
            i++;
        }
        return new Density(sequences, nanos);
    }
}
