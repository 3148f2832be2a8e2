package app.edgeglass.core.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What placeholders become in one message: all of its {@code now} and {@code counter} agree, each {@code uuid} and each
 * {@code random} is another.
 *
 * @param now the time of the message
 * @param counter the number of the message in its row, from 1
 * @param random where random numbers come from
 */
public record Filling(Instant now, long counter, RandomGenerator random) {

    /** The filling of the message with this number. */
    public static Filling at(Clock clock, long counter) {
        return new Filling(clock.instant(), counter, RandomGenerator.getDefault());
    }

    String fill(Placeholder placeholder) {
        return switch (placeholder) {
            case Placeholder.Now() -> now.truncatedTo(ChronoUnit.MILLIS).toString();
            case Placeholder.Uuid() -> UUID.randomUUID().toString();
            case Placeholder.Counter() -> Long.toString(counter);
            case Placeholder.Random(long least, long most) -> Long.toString(between(least, most));
        };
    }

    private long between(long least, long most) {
        return most == Long.MAX_VALUE ? random.nextLong(least - 1, most) + 1 : random.nextLong(least, most + 1);
    }
}
