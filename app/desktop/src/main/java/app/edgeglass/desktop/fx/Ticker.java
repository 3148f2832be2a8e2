package app.edgeglass.desktop.fx;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.util.Subscription;

/** Calls back at an interval, on the window's thread. */
@FunctionalInterface
public interface Ticker {

    /** Starts calling; ends when the subscription is given up. */
    Subscription start(Duration interval, Runnable tick);

    /**
     * A ticker with a timer of its own. Unlike an animation it does not keep the toolkit drawing 60 frames a second
     * while nothing changes, which a laptop on battery would pay for. A tick that has not been taken is not posted
     * again, so a busy window's thread is never flooded.
     */
    static Ticker onWindowThread(Fx fx) {
        return (interval, tick) -> {
            var posted = new AtomicBoolean();
            var timer = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("pulse").factory());
            var _ = timer.scheduleAtFixedRate(
                    () -> {
                        if (posted.compareAndSet(false, true)) {
                            fx.later(() -> {
                                posted.set(false);
                                tick.run();
                            });
                        }
                    },
                    interval.toNanos(),
                    interval.toNanos(),
                    TimeUnit.NANOSECONDS);
            return timer::shutdownNow;
        };
    }
}
