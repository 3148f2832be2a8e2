package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Traffic;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a session reads and writes a second, smoothed. Also of one that is not shown, so that it is right when it is. */
public final class SessionRates {

    private static final double WEIGHT = 0.4;
    private static final double LEAST_SECONDS = 0.2;

    private final LongSupplier nanoTime;
    private final double[] rates = new double[4];
    private @Nullable OpenSession of;
    private Traffic before = Traffic.NONE;
    private long beforeNanos;

    public SessionRates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** To be called about twice a second. */
    public void sample(@Nullable OpenSession open) {
        if (open == null || !open.equals(of)) {
            of = open;
            before = open == null ? Traffic.NONE : open.session().traffic();
            beforeNanos = nanoTime.getAsLong();
            Arrays.fill(rates, 0);
            return;
        }
        long nanos = nanoTime.getAsLong();
        double seconds = (nanos - beforeNanos) / 1e9;
        if (seconds < LEAST_SECONDS) {
            return;
        }
        Traffic now = open.session().traffic();
        rate(0, (now.inMessages() - before.inMessages()) / seconds);
        rate(1, (now.inBytes() - before.inBytes()) / seconds);
        rate(2, (now.outMessages() - before.outMessages()) / seconds);
        rate(3, (now.outBytes() - before.outBytes()) / seconds);
        before = now;
        beforeNanos = nanos;
    }

    private void rate(int index, double fresh) {
        rates[index] += (Math.max(0, fresh) - rates[index]) * WEIGHT;
    }

    double inMessages() {
        return rates[0];
    }

    double inBytes() {
        return rates[1];
    }

    double outMessages() {
        return rates[2];
    }

    double outBytes() {
        return rates[3];
    }
}
