package app.edgeglass.desktop.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The heartbeat of the live views: each registered view is asked to take a sample of its model when it is due and can be
 * seen. The sampler measures what that costs the window's thread, layout included, and takes samples less often when it
 * would be more than {@value #MOST_PERCENT} % of its time, so that a flood of data makes the screen slower to refresh but never slower to answer.
 *
 * <p>Used on the window's thread only.
 */
public final class PulseSampler implements Sampling, AutoCloseable {

    /** The shortest time between two looks at what is due; intervals are multiples of it. */
    public static final Duration TICK = Duration.ofMillis(50);

    /**
     * How often a view is asked that has had nothing new for a second, and how long one may be to be seen again before it
     * is asked: each look wakes the window's thread, which a laptop on battery pays for all day.
     */
    public static final Duration LULL = Duration.ofMillis(250);

    private static final long LULL_AFTER_NANOS = 1_000_000_000L;

    /** The share of the window's thread that sampling may take. */
    static final int MOST_PERCENT = 30;

    /** The most that intervals are stretched, whatever it costs: a live view is still asked every four seconds. */
    private static final double MOST_STRETCH = 40;

    /** Over how long the cost is taken together before the intervals are adapted to it. */
    private static final long ADAPT_NANOS = 250_000_000L;

    private final Ticker ticker;
    private final LongSupplier nanoTime;
    private final ArrayList<Entry> entries = new ArrayList<>();
    private @Nullable Subscription running;
    private boolean windowShown;
    private long layoutStarted;
    private long layoutNanos;
    private double stretch = 1;
    private double load;
    private long costNanos;
    private long adapted;

    public PulseSampler(Ticker ticker) {
        this(ticker, System::nanoTime);
    }

    PulseSampler(Ticker ticker, LongSupplier nanoTime) {
        this.ticker = ticker;
        this.nanoTime = nanoTime;
    }

    @Override
    public Subscription register(Duration interval, BooleanSupplier shown, Runnable sample) {
        return register(new Entry(interval.toNanos(), shown, () -> {
            sample.run();
            return true;
        }));
    }

    private Subscription register(Entry entry) {
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    @Override
    public Subscription register(Duration interval, Node node, Runnable sample) {
        return register(interval, () -> isOnScreen(node), sample);
    }

    @Override
    public Subscription registerLive(Duration interval, Node node, BooleanSupplier sample) {
        return register(new Entry(interval.toNanos(), () -> isOnScreen(node), sample));
    }

    /** As {@link #registerLive(Duration, Node, BooleanSupplier)}, for what has no node of its own. */
    public Subscription registerLive(Duration interval, BooleanSupplier shown, BooleanSupplier sample) {
        return register(new Entry(interval.toNanos(), shown, sample));
    }

    /** Runs while this window is showing and not minimised, and counts its layout as a cost. Once, for the main window. */
    public void follow(Stage window) {
        Runnable adapt = () -> setWindowShown(window.isShowing() && !window.isIconified());
        window.showingProperty().subscribe(adapt);
        window.iconifiedProperty().subscribe(adapt);
        window.sceneProperty().subscribe(this::measure);
        adapt.run();
    }

    private void measure(@Nullable Scene scene) {
        if (scene == null) {
            return;
        }
        scene.addPreLayoutPulseListener(() -> layoutStarted = nanoTime.getAsLong());
        scene.addPostLayoutPulseListener(() -> addCost(nanoTime.getAsLong() - layoutStarted));
    }

    /** Adds time that the window's thread spent because of samples. */
    void addCost(long nanos) {
        layoutNanos += nanos;
    }

    void setWindowShown(boolean shown) {
        if (shown == windowShown) {
            return;
        }
        windowShown = shown;
        if (shown) {
            adapted = nanoTime.getAsLong();
            running = ticker.start(TICK, this::tick);
        } else {
            stop();
        }
    }

    /**
     * Takes the samples that are due now: to be called when a person has opened something, which is overdue since it could
     * not be seen, so that what it shows first is what is so and not what was so when it was seen last.
     */
    public void takeDue() {
        long start = nanoTime.getAsLong();
        for (Entry entry : List.copyOf(entries)) {
            if (start >= entry.due(stretch) && entry.shown.getAsBoolean()) {
                entry.take(start);
            }
        }
        costNanos += nanoTime.getAsLong() - start;
    }

    /** Takes the samples that are due, and says when the next will be. */
    private long tick() {
        if (running == null) {
            return LULL.toNanos();
        }
        long start = nanoTime.getAsLong();
        takeDue();
        long end = nanoTime.getAsLong();
        if (start - adapted >= ADAPT_NANOS) {
            adapt(costNanos + layoutNanos, start - adapted);
            adapted = start;
            costNanos = 0;
            layoutNanos = 0;
        }
        return Math.max(TICK.toNanos() / 2, untilNext(start) - (end - start));
    }

    /** Whole ticks, so that views which are due at about the same time are asked at the same time. */
    private long untilNext(long now) {
        long next = now + LULL.toNanos();
        for (Entry entry : entries) {
            // One that cannot be seen is overdue all the time.
            if (entry.due(stretch) > now) {
                next = Math.min(next, entry.due(stretch));
            }
        }
        long tick = TICK.toNanos();
        return Math.max(1, (next - now + tick - 1) / tick) * tick;
    }

    /** Up at once by what is needed, down slowly, so that the pace does not swing. */
    private void adapt(long cost, long elapsed) {
        load += (cost / (double) elapsed - load) * 0.6;
        if (load * 100 > MOST_PERCENT) {
            stretch = Math.min(MOST_STRETCH, stretch * 1.5);
        } else if (load * 100 < MOST_PERCENT / 2.0) {
            stretch = Math.max(1, stretch / 1.1);
        }
    }

    /** The share of the window's thread that sampling has taken lately, from 0 to 1. */
    public double load() {
        return load;
    }

    /** By how much intervals are stretched now; 1 when there is time enough. */
    public double stretch() {
        return stretch;
    }

    private static boolean isOnScreen(Node node) {
        Scene scene = node.getScene();
        if (scene == null) {
            return false;
        }
        Window window = scene.getWindow();
        if (window == null || !window.isShowing() || (window instanceof Stage stage && stage.isIconified())) {
            return false;
        }
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void stop() {
        if (running != null) {
            running.unsubscribe();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
        entries.clear();
    }

    private static final class Entry {
        private final long interval;
        private final BooleanSupplier shown;
        private final BooleanSupplier sample;
        private long last;
        private long lastNews;

        Entry(long interval, BooleanSupplier shown, BooleanSupplier sample) {
            this.interval = interval;
            this.shown = shown;
            this.sample = sample;
            this.last = Long.MIN_VALUE / 2;
        }

        void take(long now) {
            last = now;
            if (sample.getAsBoolean()) {
                lastNews = now;
            }
        }

        /** From when on it is to be asked: half a tick early rather than a whole one late. */
        long due(double stretch) {
            boolean lull = last - lastNews > LULL_AFTER_NANOS;
            double wait = lull ? Math.max(interval, LULL.toNanos()) : interval;
            return last + (long) (wait * stretch) - TICK.toNanos() / 2;
        }
    }
}
