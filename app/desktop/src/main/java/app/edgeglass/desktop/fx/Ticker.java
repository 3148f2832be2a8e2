package app.edgeglass.desktop.fx;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.util.Subscription;

/** Calls back on the window's thread, each time after as long as the call before has asked for. */
@FunctionalInterface
public interface Ticker {

    /** What is called. */
    @FunctionalInterface
    interface Tick {

        /** @return after how many nanoseconds it wants to be called again */
        long run();
    }

    /** Starts calling, at first after this time; ends when the subscription is given up. */
    Subscription start(Duration first, Tick tick);

    /**
     * A ticker with a timer of its own. Unlike an animation it does not keep the toolkit drawing 60 frames a second
     * while nothing changes, which a laptop on battery would pay for. The next tick is planned when the one before has
     * been taken, so a busy window's thread is never flooded.
     */
    static Ticker onWindowThread(Fx fx) {
        return (first, tick) -> {
            var timer = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("pulse").factory());
            plan(timer, fx, first.toNanos(), tick);
            return timer::shutdownNow;
        };
    }

    private static void plan(ScheduledThreadPoolExecutor timer, Fx fx, long nanos, Tick tick) {
        try {
            var _ = timer.schedule(
                    () -> fx.later(() -> {
                        if (!timer.isShutdown()) {
                            plan(timer, fx, tick.run(), tick);
                        }
                    }),
                    nanos,
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Given up by the tick itself.
        }
    }
}
