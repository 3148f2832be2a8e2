package app.edgeglass.core.publish;

import java.time.Duration;

/**
 * How long a request waits for its replies, and for how many.
 *
 * @param timeout the longest wait, from the sending
 * @param wanted how many replies end the wait; 0 for as many as come
 * @param stall ends the wait when no further reply has come for so long after one; zero for never
 */
public record RequestPlan(Duration timeout, int wanted, Duration stall) {

    public RequestPlan {
        if (timeout.isNegative() || timeout.isZero() || wanted < 0 || stall.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout + ", wanted " + wanted + ", stall " + stall);
        }
    }

    /** Waits for one reply. */
    public static RequestPlan one(Duration timeout) {
        return new RequestPlan(timeout, 1, Duration.ZERO);
    }

    /** Waits for all that come until the timeout. */
    public static RequestPlan all(Duration timeout) {
        return new RequestPlan(timeout, 0, Duration.ZERO);
    }
}
