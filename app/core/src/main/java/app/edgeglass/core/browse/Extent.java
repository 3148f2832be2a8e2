package app.edgeglass.core.browse;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From where to where a stream goes, as the server says ({@code STREAM.INFO}).
 *
 * @param first the sequence of the oldest message; one behind {@link #last} when there is none
 * @param last the highest sequence that was given away, also when that message is gone
 * @param messages how many there are
 * @param bytes what they take
 * @param deleted how many between the first and the last are gone
 * @param firstAt when the oldest came; the epoch when there is none
 * @param lastAt when the newest came
 * @param created when the stream was made; another one under the same name has another time
 * @param direct whether it allows direct gets
 */
public record Extent(
        long first,
        long last,
        long messages,
        long bytes,
        long deleted,
        Instant firstAt,
        Instant lastAt,
        String created,
        boolean direct) {

    static Extent of(ObjectNode info) {
        JsonNode state = info.path("state");
        long first = state.path("first_seq").asLong(0);
        long last = state.path("last_seq").asLong(0);
        return new Extent(
                // A stream that never had a message says 0 for both.
                Math.max(1, first),
                last,
                state.path("messages").asLong(0),
                state.path("bytes").asLong(0),
                state.path("num_deleted").asLong(0),
                time(state, "first_ts"),
                time(state, "last_ts"),
                info.path("created").asString(""),
                info.path("config").path("allow_direct").asBoolean(false));
    }

    /** The server says the year 1 for no time. */
    private static Instant time(JsonNode state, String field) {
        Instant time = Instant.parse(state.path(field).asString("1970-01-01T00:00:00Z"));
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }

    public boolean isEmpty() {
        return messages == 0;
    }

    /** How many sequences it spans, those that are gone included. */
    public long span() {
        return Math.max(0, last - first + 1);
    }

    /** The nearest sequence that is within it. */
    public long clamp(long sequence) {
        return Math.max(first, Math.min(last, sequence));
    }

    /** How large a message is on average, as the store counts. */
    long averageSize() {
        return messages == 0 ? 0 : bytes / messages;
    }

    /** Whether what was read when it was so may be read no more now, but for what comes before the first. */
    boolean isOtherThan(Extent before) {
        return !created.equals(before.created) || last < before.last;
    }
}
