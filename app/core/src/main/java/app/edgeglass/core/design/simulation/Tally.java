package app.edgeglass.core.design.simulation;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what a simulation does; written and read from any thread. */
final class Tally {

    private static final long SAMPLE_NANOS = 500_000_000L;
    /** How much the newest half second weighs in the rate. */
    private static final double NEWEST = 0.4;

    final LongAdder published = new LongAdder();
    final LongAdder publishedBytes = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder replies = new LongAdder();
    final LongAdder keyWrites = new LongAdder();
    final LongAdder delivered = new LongAdder();
    final LongAdder acked = new LongAdder();
    final LongAdder naked = new LongAdder();
    final LongAdder termed = new LongAdder();
    final LongAdder left = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
    final LongAdder missed = new LongAdder();
    final LongAdder errors = new LongAdder();

    private volatile @Nullable String lastError;
    private volatile double perSecond;
    private long sampledAt;
    private long sampledCount;

    void error(String sentence) {
        lastError = sentence;
        errors.increment();
    }

    /** Keeps the rate up to date; called by the scheduler's thread only. */
    void sample(long nanos) {
        long elapsed = nanos - sampledAt;
        if (sampledAt == 0) {
            sampledAt = nanos;
        } else if (elapsed >= SAMPLE_NANOS) {
            long count = published.sum();
            double now = (count - sampledCount) * 1e9 / elapsed;
            perSecond = perSecond == 0 ? now : perSecond + NEWEST * (now - perSecond);
            sampledAt = nanos;
            sampledCount = count;
        }
    }

    /** The rate is nothing from now on, until it is sampled again. */
    void rest() {
        perSecond = 0;
        sampledAt = 0;
        sampledCount = published.sum();
    }

    SimulationProgress progress() {
        return new SimulationProgress(
                published.sum(),
                publishedBytes.sum(),
                perSecond,
                acknowledged.sum(),
                requests.sum(),
                answered.sum(),
                unanswered.sum(),
                replies.sum(),
                keyWrites.sum(),
                delivered.sum(),
                acked.sum(),
                naked.sum(),
                termed.sum(),
                left.sum(),
                deadLetters.sum(),
                missed.sum(),
                errors.sum(),
                lastError);
    }
}
