package app.edgeglass.core.publish;

import java.time.Duration;

/**
 * How often to publish, and how fast.
 *
 * @param times how many messages; 0 for until stopped
 * @param every from one message to the next; 1 ms at least
 */
public record RepeatPlan(long times, Duration every) {

    public static final Duration FASTEST = Duration.ofMillis(1);

    public RepeatPlan {
        if (times < 0 || every.compareTo(FASTEST) < 0) {
            throw new IllegalArgumentException("times " + times + ", every " + every);
        }
    }
}
