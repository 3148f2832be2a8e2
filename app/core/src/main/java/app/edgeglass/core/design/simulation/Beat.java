package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Something that is to be done again and again, in the world's own time. */
final class Beat implements Comparable<Beat> {

    /** Steps of this part of a turn spread any number of beats evenly, without their order showing. */
    private static final double GOLDEN = 0.6180339887498949;

    private final long period;
    private final double jitter;
    private final int times;
    private final Runnable action;
    private final long order;
    private long base;
    private long due;

    private Beat(long period, double jitter, int times, double phase, long order, Runnable action) {
        this.period = period;
        this.jitter = jitter;
        this.times = times;
        this.action = action;
        this.order = order;
        this.base = (long) (phase * period);
        this.due = base;
    }

    /**
     * The beats of a pace.
     *
     * @param subjects over how many subjects it goes
     * @param action gets the number of the subject, from 0
     */
    static List<Beat> of(Pace pace, int subjects, SplittableRandom random, IntConsumer action) {
        var beats = new ArrayList<Beat>();
        double phase = random.nextDouble();
        switch (pace.rate()) {
            case Pace.Each each -> {
                long period = each.every().toNanos() * pace.burst();
                for (int i = 0; i < subjects; i++) {
                    int subject = i;
                    phase = (phase + GOLDEN) % 1;
                    beats.add(new Beat(period, pace.jitter(), pace.burst(), phase, random.nextLong(), () -> {
                        action.accept(subject);
                    }));
                }
            }
            case Pace.Total total -> {
                long period = Math.max(1, Math.round(pace.burst() * 1e9 / total.perSecond()));
                SplittableRandom choice = random.split();
                beats.add(new Beat(period, pace.jitter(), pace.burst(), phase, random.nextLong(), () -> {
                    action.accept(choice.nextInt(subjects));
                }));
            }
        }
        return beats;
    }

    /** When it is to be done next, in nanoseconds of the world's time. */
    long due() {
        return due;
    }

    double perSecond() {
        return times * 1e9 / period;
    }

    /** Does it, and sets the next time. That does not drift, whatever the jitter and the delay. */
    void run(SplittableRandom random) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
        base += period;
        due = base + (jitter > 0 ? (long) (random.nextDouble() * jitter * period) : 0);
    }

    @Override
    public int compareTo(Beat other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
