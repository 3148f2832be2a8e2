package app.edgeglass.core.consumer.trial;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a pull consumer is asked for.
 *
 * @param batch how many messages at most
 * @param expires how long it may wait for them; zero for what is there now
 * @param mostBytes how many bytes at most; 0 for no limit
 * @param group the priority group; empty for none (2.11)
 * @param priority the lowest number goes first, 0 to 9, in a prioritized group; nothing to leave it out (2.12)
 * @param minPending only when so many messages are pending, in an overflow group; 0 for always
 * @param minAckPending only when so many are not acknowledged, likewise
 */
public record PullRequest(
        int batch,
        Duration expires,
        int mostBytes,
        String group,
        Optional<Integer> priority,
        long minPending,
        long minAckPending) {

    /** Longer than a heartbeat's worth is asked for in short requests, so that a lost one is noticed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    public PullRequest {
        if (batch < 1 || expires.isNegative() || mostBytes < 0) {
            throw new IllegalArgumentException(batch + " messages, " + expires + ", " + mostBytes + " bytes");
        }
    }

    public static PullRequest of(int batch, Duration expires) {
        return new PullRequest(batch, expires, 0, "", Optional.empty(), 0, 0);
    }

    public PullRequest inGroup(String newGroup) {
        return new PullRequest(batch, expires, mostBytes, newGroup, priority, minPending, minAckPending);
    }

    /** The same within what the consumer takes and what there is room for. */
    PullRequest within(Limits limits, int mostMessages, long room) {
        int messages = Math.min(batch, Math.min(mostMessages, limits.batch() > 0 ? limits.batch() : batch));
        boolean shorter = limits.expires().isPositive() && limits.expires().compareTo(expires) < 0;
        long bytes = Math.min(room, Integer.MAX_VALUE);
        bytes = mostBytes > 0 ? Math.min(bytes, mostBytes) : bytes;
        bytes = limits.bytes() > 0 ? Math.min(bytes, limits.bytes()) : bytes;
        return new PullRequest(
                Math.max(1, messages),
                shorter ? limits.expires() : expires,
                (int) bytes,
                group,
                priority,
                minPending,
                minAckPending);
    }

    /** How often the server says that it is still there; nothing for a request that is too short for that. */
    Optional<Duration> heartbeat() {
        return expires.compareTo(HEARTBEAT.multipliedBy(2)) >= 0 ? Optional.of(HEARTBEAT) : Optional.empty();
    }

    /** @param pin by which the server knows the pinned client; empty for none */
    ObjectNode json(String pin) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("batch", batch);
        if (expires.isZero()) {
            json.put("no_wait", true);
        } else {
            json.put("expires", expires.toNanos());
        }
        if (mostBytes > 0) {
            json.put("max_bytes", mostBytes);
        }
        heartbeat().ifPresent(every -> json.put("idle_heartbeat", every.toNanos()));
        if (!group.isEmpty()) {
            json.put("group", group);
            priority.ifPresent(number -> json.put("priority", number));
            if (minPending > 0) {
                json.put("min_pending", minPending);
            }
            if (minAckPending > 0) {
                json.put("min_ack_pending", minAckPending);
            }
            if (!pin.isEmpty()) {
                json.put("id", pin);
            }
        }
        return json;
    }

    /** What a consumer's configuration allows one request; 0 is no limit. */
    record Limits(int batch, Duration expires, int bytes) {}
}
