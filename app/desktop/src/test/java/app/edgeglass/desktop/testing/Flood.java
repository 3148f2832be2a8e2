package app.edgeglass.desktop.testing;

import app.edgeglass.core.testing.PlainClient;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes as fast as the server takes it, or at a pace, on a thread of its own, until closed. */
public final class Flood implements AutoCloseable {

    private static final int BURST = 200;

    private final AtomicLong sent = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    /**
     * @param subjects each burst goes to the next of them
     * @param perSecond messages a second; 0 for as fast as can be
     */
    public Flood(int port, int subjects, int perSecond) {
        var client = new PlainClient(port);
        thread = Thread.ofPlatform().daemon().name("flood").start(() -> run(client, subjects, perSecond));
    }

    private void run(PlainClient client, int subjects, int perSecond) {
        byte[] payload = "{\"value\": 42}".getBytes(StandardCharsets.UTF_8);
        int burst = perSecond == 0 ? BURST : Math.max(1, perSecond / 100);
        long next = System.nanoTime();
        try (client) {
            for (int i = 0; !over; i++) {
                byte[] subject = ("flood." + i % subjects).getBytes(StandardCharsets.UTF_8);
                for (int n = 0; n < burst; n++) {
                    client.publish(subject, payload);
                }
                client.flush();
                sent.addAndGet(burst);
                if (perSecond > 0) {
                    next += 1_000_000_000L * burst / perSecond;
                    java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        } catch (UncheckedIOException e) {
            // The server went away, which is what some tests want.
        }
    }

    public long sent() {
        return sent.get();
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
