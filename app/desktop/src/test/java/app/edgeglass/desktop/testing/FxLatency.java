package app.edgeglass.desktop.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** Measures, all the while, how long the window's thread takes to answer: what a person would feel as a freeze. */
public final class FxLatency implements AutoCloseable {

    private static final long PAUSE_NANOS = 10_000_000;

    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    public FxLatency() {
        thread = Thread.ofPlatform().daemon().name("latency").start(this::run);
    }

    private void run() {
        while (!over) {
            long start = System.nanoTime();
            var answered = new CompletableFuture<Boolean>();
            Platform.runLater(() -> answered.complete(true));
            answered.orTimeout(1, TimeUnit.MINUTES).join();
            synchronized (nanos) {
                nanos.add(System.nanoTime() - start);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The longest so far. */
    public Duration longest() {
        return quantile(1);
    }

    /** The answer that this share of all was faster than. */
    public Duration quantile(double share) {
        synchronized (nanos) {
            var sorted = nanos.stream().sorted().toList();
            return Duration.ofNanos(
                    sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)));
        }
    }

    @Override
    public String toString() {
        return "median %d ms, 99 %% %d ms, longest %d ms"
                .formatted(
                        quantile(0.5).toMillis(),
                        quantile(0.99).toMillis(),
                        longest().toMillis());
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
