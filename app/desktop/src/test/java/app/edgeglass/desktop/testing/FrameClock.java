package app.edgeglass.desktop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Measures a scene's frames, from one to the next, and how long it takes from an action to the end of the layout of the
 * frame that shows what it did. To be made on the window's thread.
 */
public final class FrameClock implements AutoCloseable {

    private final Scene scene;
    private final Runnable laidOut = this::laidOut;
    private final List<Long> frames = new ArrayList<>();
    private final List<Long> actions = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private long lastFrame;
    private @Nullable Awaited awaited;

    private record Awaited(BooleanSupplier shown, long begun, CompletableFuture<Boolean> done) {}

    public FrameClock(Scene scene) {
        this.scene = scene;
        scene.addPostLayoutPulseListener(laidOut);
        timer.start();
    }

    private void frame() {
        long now = System.nanoTime();
        if (lastFrame != 0) {
            frames.add(now - lastFrame);
        }
        lastFrame = now;
    }

    private void laidOut() {
        Awaited waiting = awaited;
        if (waiting != null && waiting.shown().getAsBoolean()) {
            awaited = null;
            actions.add(System.nanoTime() - waiting.begun());
            waiting.done().complete(true);
        }
    }

    /**
     * Does something on the window's thread and waits until it shows, asked at the end of each frame's layout.
     *
     * @param what names it, should it never show
     * @return how long that was, in nanoseconds
     */
    public long time(String what, BooleanSupplier shown, Runnable action) {
        var done = new CompletableFuture<Boolean>();
        long begun = System.nanoTime();
        UiDriver.onFx(() -> {
            awaited = new Awaited(shown, begun, done);
            action.run();
            return true;
        });
        done.orTimeout(UiDriver.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> false)
                .join();
        UiDriver.onFx(() -> {
            if (awaited != null) {
                // It never showed: that is how long it was waited for.
                awaited = null;
                actions.add(System.nanoTime() - begun);
                late.add(what);
            }
            return true;
        });
        return UiDriver.onFx(actions::getLast);
    }

    /** What never showed. */
    public List<String> late() {
        return List.copyOf(late);
    }

    public int frames() {
        return frames.size();
    }

    public int actions() {
        return actions.size();
    }

    /** The time from one frame to the next that this share of all stays below. */
    public double frameMillis(double share) {
        return quantile(frames, share);
    }

    /** The time from an action to what it shows that this share of all stays below. */
    public double actionMillis(double share) {
        return quantile(actions, share);
    }

    private static double quantile(List<Long> nanos, double share) {
        var sorted = UiDriver.onFx(() -> nanos.stream().sorted().toList());
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }

    @Override
    public void close() {
        UiDriver.onFx(() -> {
            timer.stop();
            scene.removePostLayoutPulseListener(laidOut);
            return true;
        });
    }
}
