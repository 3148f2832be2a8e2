package app.edgeglass.core.stream;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a stream holds.
 *
 * @param deleted how many messages between the first and the last are gone
 * @param subjects how many subjects there are; 0 where the server did not say
 */
public record StreamState(
        long messages,
        long bytes,
        long firstSequence,
        long lastSequence,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime,
        int consumers,
        long deleted,
        long subjects) {

    static StreamState of(JsonNode state) {
        return new StreamState(
                state.path("messages").asLong(0),
                state.path("bytes").asLong(0),
                state.path("first_seq").asLong(0),
                state.path("last_seq").asLong(0),
                time(state.path("first_ts")),
                time(state.path("last_ts")),
                state.path("consumer_count").asInt(0),
                state.path("num_deleted").asLong(0),
                state.path("num_subjects").asLong(0));
    }

    /** Year 1 is Go's way of saying never. */
    static Optional<Instant> time(JsonNode said) {
        try {
            return Optional.of(said.asString(""))
                    .filter(text -> !text.isEmpty() && !text.startsWith("0001-"))
                    .map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a number of its messages takes, going by the average. */
    public long bytesOf(long some) {
        return messages == 0 ? 0 : Math.min(bytes, Math.round(bytes * (some / (double) messages)));
    }
}
