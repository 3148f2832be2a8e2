package app.edgeglass.core.design.simulation;

import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Keeps the world's own time and does what is due in it. That time runs at the speed that is asked for, stands still while
 * there is no connection, and after a stall leaves out what cannot be caught up in a second's worth.
 */
final class Conductor {

    static final double LEAST_SPEED = 0.01;
    static final double MOST_SPEED = 1_000;

    private static final long CATCH_UP_NANOS = 1_000_000_000L;
    /** How long one turn may take, so that replies and acknowledgements come in between. */
    private static final long TURN_NANOS = 10_000_000L;
    /** Shorter naps cost more than they gain: what falls due meanwhile is done together. */
    private static final long LEAST_NAP_NANOS = 20_000_000L;

    private static final long MOST_NAP_NANOS = 50_000_000L;

    private final PriorityQueue<Beat> beats;
    private final double perSecond;
    private final Tally tally;
    private final LongSupplier nanos;
    private final SplittableRandom random;
    private volatile double speed;
    private long world;
    private long last;
    private boolean resting = true;

    /** @param nanos a clock that only goes on, such as {@link System#nanoTime} */
    Conductor(List<Beat> beats, double speed, Tally tally, LongSupplier nanos, SplittableRandom random) {
        this.beats = new PriorityQueue<>(beats);
        this.perSecond = beats.stream().mapToDouble(Beat::perSecond).sum();
        this.tally = tally;
        this.nanos = nanos;
        this.random = random;
        setSpeed(speed);
    }

    void setSpeed(double wanted) {
        if (!(wanted >= LEAST_SPEED && wanted <= MOST_SPEED)) {
            throw new IllegalArgumentException("speed " + wanted);
        }
        speed = wanted;
    }

    double speed() {
        return speed;
    }

    /** The world stands still until the next turn. */
    void rest() {
        if (!resting) {
            resting = true;
            tally.rest();
        }
    }

    /** Does what is due. @return how long to wait for the next turn, in nanoseconds */
    long turn() {
        long now = nanos.getAsLong();
        if (resting) {
            resting = false;
            last = now;
        }
        double pace = speed;
        world += (long) ((now - last) * pace);
        last = now;
        leaveOut(pace);
        Beat next = beats.peek();
        while (next != null && next.due() <= world && nanos.getAsLong() - now < TURN_NANOS) {
            beats.poll();
            next.run(random);
            beats.add(next);
            next = beats.peek();
        }
        tally.sample(now);
        if (next == null) {
            return MOST_NAP_NANOS;
        }
        long wait = (long) ((next.due() - world) / pace);
        return wait <= 0 ? 0 : Math.clamp(wait, LEAST_NAP_NANOS, MOST_NAP_NANOS);
    }

    private void leaveOut(double pace) {
        Beat next = beats.peek();
        if (next == null) {
            return;
        }
        long tooLate = world - next.due() - (long) (CATCH_UP_NANOS * pace);
        if (tooLate > 0) {
            world -= tooLate;
            tally.missed.add(Math.round(tooLate / 1e9 * perSecond));
        }
    }
}
