package app.edgeglass.core.jetstream;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What not every server from 2.10 on is able to do, with the API level from which on it is.
 *
 * <p>Source: {@code jetstream_versioning.go} of nats-server 2.11 to 2.15, and the release notes.
 */
public enum Feature {
    MESSAGE_TTL(1, "2.11"),
    DELETE_MARKERS(1, "2.11"),
    PAUSE(1, "2.11"),
    PRIORITY_GROUPS(1, "2.11"),
    BATCHED_DIRECT_GET(1, "2.11"),
    ATOMIC_BATCHES(2, "2.12"),
    COUNTERS(2, "2.12"),
    SCHEDULES(2, "2.12"),
    ASYNC_PERSISTENCE(2, "2.12"),
    PRIORITIZED_GROUPS(2, "2.12"),
    FAST_BATCHES(4, "2.14"),
    CONSUMER_RESET(4, "2.14"),
    FLOW_CONTROLLED_SOURCES(4, "2.14");

    private final int level;
    private final String release;

    Feature(int level, String release) {
        this.level = level;
        this.release = release;
    }

    /** The first nats-server of an API level, such as {@code 2.12} of level 2. */
    public static String release(int level) {
        return Arrays.stream(values())
                .filter(feature -> feature.level >= level)
                .min(Comparator.comparingInt(Feature::level))
                .map(Feature::release)
                .orElse("");
    }

    /** The API level that brought it. */
    public int level() {
        return level;
    }

    /** The first nats-server that has it, such as {@code 2.11}. */
    public String release() {
        return release;
    }
}
