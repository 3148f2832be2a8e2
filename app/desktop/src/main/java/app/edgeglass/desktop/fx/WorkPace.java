package app.edgeglass.desktop.fx;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spaces out work in the background that is done again and again, by what it costs: with a small tree as often as it is
 * asked for, with a million subjects as often as {@value #MOST_PERCENT} % of one processor allow.
 */
public final class WorkPace {

    static final int MOST_PERCENT = 20;

    /** However dear it is, once in so long the screen shows what is. */
    private static final long LONGEST_REST = Duration.ofSeconds(2).toNanos();

    private final LongSupplier nanoTime;
    private long restUntil;

    public WorkPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        restUntil = nanoTime.getAsLong();
    }

    /** Whether it may be done again. */
    public boolean isDue() {
        return nanoTime.getAsLong() - restUntil >= 0;
    }

    /** Notes that it has been done, and how long that took. */
    public void took(long nanos) {
        restUntil = nanoTime.getAsLong() + Math.min(LONGEST_REST, nanos * (100 - MOST_PERCENT) / MOST_PERCENT);
    }
}
