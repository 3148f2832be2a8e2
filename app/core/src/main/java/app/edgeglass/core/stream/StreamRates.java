package app.edgeglass.core.stream;

import java.util.HashMap;
import java.util.Map;

/** Rates by the differences of two listings. Not safe for use by several threads. */
public final class StreamRates {

    private static final double NANOS = 1e9;

    private Map<String, StreamState> before = Map.of();
    private long nanos;

    /** The rates since the listing before; empty after the first. */
    public Map<String, Rate> take(StreamListing now) {
        var rates = new HashMap<String, Rate>();
        var states = new HashMap<String, StreamState>();
        double seconds = (now.nanos() - nanos) / NANOS;
        for (StreamInfo stream : now.streams()) {
            StreamState state = stream.state();
            states.put(stream.name(), state);
            StreamState earlier = before.get(stream.name());
            // A stream of the same name may be another one by now, with smaller numbers.
            if (earlier != null && seconds > 0 && state.lastSequence() >= earlier.lastSequence()) {
                long stored = state.lastSequence() - earlier.lastSequence();
                long gone = Math.max(0, earlier.messages() + stored - state.messages());
                rates.put(stream.name(), new Rate(stored / seconds, gone / seconds));
            }
        }
        before = states;
        nanos = now.nanos();
        return rates;
    }
}
