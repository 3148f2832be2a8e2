package app.edgeglass.core.consumer.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * When a message is delivered again of which no word comes.
 *
 * @param ackWait after so long; zero when never
 * @param backoff instead, by how often it was delivered; the last is for all that follow
 * @param mostDeliveries it is delivered no more often; 0 for no limit
 */
record Deadlines(Duration ackWait, List<Duration> backoff, long mostDeliveries) {

    static Deadlines of(JsonNode config) {
        var backoff = new ArrayList<Duration>();
        config.path("backoff").forEach(wait -> backoff.add(Duration.ofNanos(wait.asLong(0))));
        return new Deadlines(
                Duration.ofNanos(config.path("ack_wait").asLong(0)),
                List.copyOf(backoff),
                Math.max(0, config.path("max_deliver").asLong(0)));
    }

    /** @param deliveries how often it was delivered, from 1 */
    Optional<Instant> due(Instant from, long deliveries) {
        if (mostDeliveries > 0 && deliveries >= mostDeliveries) {
            return Optional.empty();
        }
        Duration wait = backoff.isEmpty()
                ? ackWait
                : backoff.get((int) Math.min(backoff.size() - 1L, Math.max(0, deliveries - 1)));
        return wait.isPositive() ? Optional.of(from.plus(wait)) : Optional.empty();
    }
}
