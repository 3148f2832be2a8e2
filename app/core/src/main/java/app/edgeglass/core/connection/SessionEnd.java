package app.edgeglass.core.connection;

import io.nats.client.Connection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a session's connection and its threads. */
final class SessionEnd {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

    private SessionEnd() {}

    /**
     * Blocks, however long that takes within the tempo; also on a thread that is interrupted, which it stays.
     *
     * @param drain whether what was published before is to be sent
     */
    static void of(Connection connected, SessionThreads threads, Tempo tempo, boolean drain) {
        boolean interrupted = Thread.interrupted();
        try {
            if (drain && !interrupted) {
                connected.drain(tempo.drain()).get(tempo.drain().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException | IllegalStateException e) {
            LOG.info("Closing without a full drain: {}", e.toString());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            connected.close();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        threads.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
