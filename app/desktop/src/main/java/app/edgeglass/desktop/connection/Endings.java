package app.edgeglass.desktop.connection;

import app.edgeglass.core.task.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is ending in the background. Used on the window's thread. */
public final class Endings {

    /** What has not ended by then is left to itself; a local server ends with the program, whatever happens. */
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final TaskRunner runner;
    private final List<CountDownLatch> under = new ArrayList<>();

    Endings(TaskRunner runner) {
        this.runner = runner;
    }

    void add(CountDownLatch ending) {
        under.add(ending);
    }

    /** Each falls when it is done. */
    List<CountDownLatch> all() {
        return List.copyOf(under);
    }

    /** Closes in the background; the answer falls when that is done. */
    CountDownLatch close(@Nullable OpenSession closing) {
        if (closing == null) {
            return new CountDownLatch(0);
        }
        var closed = new CountDownLatch(1);
        under.removeIf(ending -> ending.getCount() == 0);
        under.add(closed);
        var _ = runner.start(
                "disconnect",
                () -> {
                    try {
                        closing.close();
                    } finally {
                        closed.countDown();
                    }
                    return true;
                },
                done -> {},
                failure -> {});
        return closed;
    }

    /** Waits for what is ending, but not for ever. */
    public static void await(List<CountDownLatch> ending) {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        try {
            for (CountDownLatch one : ending) {
                var _ = one.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
