package app.edgeglass.core.browse;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How many messages came when, by some of them: between two that are known, all count as evenly spread.
 *
 * @param sequences of the known ones, rising
 * @param nanos when they came, since 1970, rising
 */
public record Density(long[] sequences, long[] nanos) {

    public static final Density NOTHING = new Density(new long[0], new long[0]);

    /** Whether there is a stretch of time to show. */
    public boolean isEmpty() {
        return nanos.length < 2 || nanos[nanos.length - 1] <= nanos[0];
    }

    public Instant from() {
        return instant(nanos[0]);
    }

    public Instant to() {
        return instant(nanos[nanos.length - 1]);
    }

    /** How many came in each of so many equal parts of the time from the first to the last. */
    public double[] counts(int parts) {
        var counts = new double[parts];
        double before = 0;
        for (int i = 0; i < parts; i++) {
            double until = i == parts - 1 ? span() : upTo(at((i + 1) / (double) parts));
            counts[i] = until - before;
            before = until;
        }
        return counts;
    }

    private double span() {
        return sequences[sequences.length - 1] - sequences[0] + 1;
    }

    /** The sequence that came about when this part of the time had passed, from 0 to 1. */
    public long sequenceAt(double part) {
        return sequences[0] + (long) Math.min(span() - 1, upTo(at(part)));
    }

    /** When this part of the time had passed. */
    public Instant timeAt(double part) {
        return instant(at(part));
    }

    /** Which part of the time had passed when this sequence came. */
    public double partOf(long sequence) {
        int i = Arrays.binarySearch(sequences, sequence);
        if (i < 0) {
            i = Math.clamp(-i - 2L, 0, sequences.length - 2);
        }
        int next = Math.min(i + 1, sequences.length - 1);
        double within = sequences[next] == sequences[i]
                ? 0
                : Math.clamp((sequence - sequences[i]) / (double) (sequences[next] - sequences[i]), 0, 1);
        double time = nanos[i] + within * (nanos[next] - nanos[i]);
        return (time - nanos[0]) / (nanos[nanos.length - 1] - nanos[0]);
    }

    private long at(double part) {
        return nanos[0] + (long) (Math.clamp(part, 0, 1) * (nanos[nanos.length - 1] - nanos[0]));
    }

    /** How many had come until then, counted by sequences. */
    private double upTo(long time) {
        int i = Arrays.binarySearch(nanos, time);
        if (i < 0) {
            i = Math.clamp(-i - 2L, 0, nanos.length - 2);
        }
        int next = Math.min(i + 1, nanos.length - 1);
        double within = nanos[next] == nanos[i] ? 0 : (time - nanos[i]) / (double) (nanos[next] - nanos[i]);
        return sequences[i] - sequences[0] + within * (sequences[next] - sequences[i]);
    }

    private static Instant instant(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, second), Math.floorMod(nanos, second));
    }

    static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Density(long[] s, long[] n) && Arrays.equals(s, sequences) && Arrays.equals(n, nanos);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sequences) + Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return sequences.length + " of " + (isEmpty() ? "no time" : from() + " to " + to());
    }
}
