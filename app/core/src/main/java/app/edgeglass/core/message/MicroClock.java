package app.edgeglass.core.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The wall clock in microseconds, cheap enough for each message: read from the system once a second and counted on in between. One thread. */
final class MicroClock {

    private static final long REBASE_NANOS = 1_000_000_000L;

    private long baseNanos;
    private long baseMicros;

    MicroClock() {
        rebase(System.nanoTime());
    }

    /**
     * A moment that is just past, in microseconds since 1970.
     *
     * @param nanos the moment, as {@link System#nanoTime} has it
     */
    long micros(long nanos) {
        if (nanos - baseNanos > REBASE_NANOS) {
            rebase(System.nanoTime());
        }
        return baseMicros + (nanos - baseNanos) / 1_000;
    }

    private void rebase(long nanos) {
        baseNanos = nanos;
        baseMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
