package app.edgeglass.core.transfer;

import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;

/** Where a stream ends just now, so that what comes meanwhile is not run after. */
final class StreamEnds {

    private StreamEnds() {}

    /** The last sequence that is meant. */
    static long last(StreamRef stream, Selection what) {
        long last = new JetStreamApi(stream.session())
                .read("STREAM.INFO." + stream.name(), null)
                .path("state")
                .path("last_seq")
                .asLong(0);
        return Math.min(what.to(), last);
    }
}
