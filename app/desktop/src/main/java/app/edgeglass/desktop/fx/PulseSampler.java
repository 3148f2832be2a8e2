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
public final class PulseSampler implements AutoCloseable {

    /** How often the sampler looks whether a view is due; intervals are multiples of it. */
    public static final Duration TICK = Duration.ofMillis(50);

    /** The share of the window's thread that sampling may take. */
    static final int MOST_PERCENT = 30;

    /** The longest that a view waits, whatever it costs, in ticks: 2 s. */
    private static final double MOST_STRETCH_TICKS = 40;

    private final Ticker ticker;
    private final LongSupplier nanoTime;
    private final ArrayList<Entry> entries = new ArrayList<>();
    private @Nullable Subscription running;
    private boolean windowShown;
    private long layoutStarted;
    private long layoutNanos;
    private double stretch = 1;
    private double load;
    private long lastTick;

    public PulseSampler(Ticker ticker) {
        this(ticker, System::nanoTime);
    }

    PulseSampler(Ticker ticker, LongSupplier nanoTime) {
        this.ticker = ticker;
        this.nanoTime = nanoTime;
    }

    /**
     * Registers a view.
     *
     * @param interval how often it wants to be sampled, at best
     * @param shown whether it can be seen now
     * @param sample takes the sample and sets what is bound to the screen; to be done in a few milliseconds
     */
    public Subscription register(Duration interval, BooleanSupplier shown, Runnable sample) {
        var entry = new Entry(interval.toNanos(), shown, sample);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Registers a view that is sampled while its node is visible in a window that is showing and not minimised. */
    public Subscription register(Duration interval, Node node, Runnable sample) {
        return register(interval, () -> isOnScreen(node), sample);
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
            lastTick = nanoTime.getAsLong();
            running = ticker.start(TICK, this::tick);
        } else {
            stop();
        }
    }

    private void tick() {
        if (running == null) {
            return;
        }
        long start = nanoTime.getAsLong();
        for (Entry entry : List.copyOf(entries)) {
            if (start - entry.last >= entry.interval * stretch - TICK.toNanos() / 2.0 && entry.shown.getAsBoolean()) {
                entry.last = start;
                entry.sample.run();
            }
        }
        long end = nanoTime.getAsLong();
        adapt(end - start + layoutNanos, start - lastTick);
        lastTick = start;
        layoutNanos = 0;
    }

    /** Up at once by what is needed, down slowly, so that the pace does not swing. */
    private void adapt(long cost, long elapsed) {
        double now = cost / (double) Math.max(elapsed, TICK.toNanos());
        load += (now - load) * 0.2;
        if (load * 100 > MOST_PERCENT) {
            stretch = Math.min(MOST_STRETCH_TICKS, stretch * 1.25);
        } else if (load * 100 < MOST_PERCENT / 2.0) {
            stretch = Math.max(1, stretch / 1.05);
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
        private final Runnable sample;
        private long last;

        Entry(long interval, BooleanSupplier shown, Runnable sample) {
            this.interval = interval;
            this.shown = shown;
            this.sample = sample;
            this.last = Long.MIN_VALUE / 2;
        }
    }
}
