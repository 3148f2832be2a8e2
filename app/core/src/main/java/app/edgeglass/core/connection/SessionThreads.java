package app.edgeglass.core.connection;

import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's threads for one connection. The client's own are no daemons, so that a window that is closed in disorder
 * would leave a program without a window running.
 *
 * @param callbacks tells events and errors, one after the other, in the order in which they happened
 */
record SessionThreads(
        ExecutorService tasks, ExecutorService callbacks, ExecutorService connect, ScheduledExecutorService timers)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionThreads.class);
    private static final Duration CALLBACKS_WITHIN = Duration.ofSeconds(1);

    static SessionThreads make() {
        ThreadFactory daemons =
                Thread.ofPlatform().daemon().name("edgeglass-nats-", 1).factory();
        var timers = new ScheduledThreadPoolExecutor(1, daemons);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timers.setRemoveOnCancelPolicy(true);
        return new SessionThreads(
                Executors.newCachedThreadPool(daemons),
                Executors.newSingleThreadExecutor(daemons),
                Executors.newSingleThreadExecutor(daemons),
                timers);
    }

    /** Waits for the callbacks that are due, for a second at most: the client throws before it has told why. */
    void settle() throws InterruptedException {
        var due = new CountDownLatch(1);
        callbacks.execute(due::countDown);
        if (!due.await(CALLBACKS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The client is still telling of its attempts");
        }
    }

    /** Closes a connection without waiting for it. */
    void closeLater(Connection connection) {
        tasks.execute(() -> {
            try {
                connection.close();
            } catch (InterruptedException e) {
                // The threads end, and the connection with them.
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits for the callbacks that are due, for a second at most, and ends the rest. */
    @Override
    public void close() {
        callbacks.shutdown();
        try {
            if (!callbacks.awaitTermination(CALLBACKS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                callbacks.shutdownNow();
            }
        } catch (InterruptedException e) {
            callbacks.shutdownNow();
            Thread.currentThread().interrupt();
        }
        List.of(connect, timers, tasks).forEach(ExecutorService::shutdownNow);
    }
}
