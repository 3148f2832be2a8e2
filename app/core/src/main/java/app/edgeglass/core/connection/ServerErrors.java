package app.edgeglass.core.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the server complained of ({@code -ERR} of the protocol), for whoever has just sent something. The server tells it
 * asynchronously and without saying which message it means; but it tells it before it answers a later ping, since it
 * works through what a connection sends in order.
 *
 * <p>Safe for use by several threads.
 */
public final class ServerErrors {

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private long told;

    ServerErrors() {}

    /** On the client's thread for callbacks, in the order in which the server sent them. */
    void tell(String error) {
        for (Consumer<String> listener : listeners) {
            listener.accept(error);
        }
        synchronized (this) {
            told++;
            notifyAll();
        }
    }

    /**
     * Hears every complaint from now on, on the client's own thread: be quick there.
     *
     * @return ends the hearing
     */
    public Hearing listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Waits until as many complaints were told as the client's statistics count. Those it counts at once when it reads
     * them, those told come a moment later.
     */
    public synchronized void await(long count, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (told < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** A listener's place. */
    public interface Hearing extends AutoCloseable {

        @Override
        void close();
    }
}
