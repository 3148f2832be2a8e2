package app.edgeglass.core.connection;

import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures the round-trip time again and again, on a thread of its own, since a frozen server makes it wait. */
final class RttProbe {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Supplier<Connection> live;
    private volatile @Nullable Duration last;
    private volatile @Nullable Thread thread;

    RttProbe(Supplier<Connection> live) {
        this.live = live;
    }

    void start() {
        thread = Thread.ofVirtual().name("edgeglass-rtt").start(this::run);
    }

    void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    Optional<Duration> last() {
        return Optional.ofNullable(last);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                last = live.get().RTT();
            } catch (IOException | Failure | CancellationException e) {
                // Cancelled is what the client does to its pings when the connection breaks.
                last = null;
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
