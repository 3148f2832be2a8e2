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

    /** Microseconds since 1970. */
    long micros() {
        long now = System.nanoTime();
        if (now - baseNanos > REBASE_NANOS) {
            rebase(now);
        }
        return baseMicros + (now - baseNanos) / 1_000;
    }

    private void rebase(long nanos) {
        baseNanos = nanos;
        baseMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
