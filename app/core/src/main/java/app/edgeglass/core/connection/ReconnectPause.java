package app.edgeglass.core.connection;

import io.nats.client.Connection;
import io.nats.client.ForceReconnectOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pauses between two rounds of attempts to come back. The client (jnats 2.26.2) asks for their length and offers no way
 * to cut one short, so they are spent here, while it asks. Safe for use by several threads.
 */
final class ReconnectPause {

    private static final Logger LOG = LoggerFactory.getLogger(ReconnectPause.class);

    /** Never nothing: with a pause of zero, jnats 2.26.2 stops reconnecting without a word. */
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Backoff backoff;
    private final Clock clock;
    private @Nullable Instant until;
    private boolean refused;
    private boolean over;
    private boolean ended;

    ReconnectPause(Backoff backoff, Clock clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    /** On the client's thread that reconnects. */
    synchronized Duration spend(long rounds) {
        long begun = System.nanoTime();
        Duration usual = backoff.after(rounds);
        Duration patient = backoff.afterRefusal();
        over = false;
        try {
            while (!over && !ended) {
                Duration whole = refused ? patient : usual;
                Duration left = whole.minusNanos(System.nanoTime() - begun);
                over = left.compareTo(LEAST) < 0;
                if (!over) {
                    until = clock.instant().plus(left);
                    wait(left.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        until = null;
        return LEAST;
    }

    /** When the next round begins; empty while one is under way. */
    synchronized Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** Ends the present pause. */
    synchronized void skip() {
        over = true;
        notifyAll();
    }

    /** Makes the client leave a connection that is live and come back; does not wait for it. */
    static void giveUp(Connection connection) {
        try {
            connection.getOptions().getExecutor().execute(() -> forceReconnect(connection));
        } catch (RejectedExecutionException e) {
            LOG.debug("Not given up, since it was closed meanwhile");
        }
    }

    private static void forceReconnect(Connection connection) {
        try {
            connection.forceReconnect(ForceReconnectOptions.FORCE_CLOSE_INSTANCE);
        } catch (IOException e) {
            LOG.info("Not made anew: {}", e.toString());
        } catch (InterruptedException e) {
            // The session is closing.
            Thread.currentThread().interrupt();
        }
    }

    /** The server has refused the credentials: until the connection is live again, pauses are longer than the longest. */
    synchronized void refused() {
        refused = true;
        notifyAll();
    }

    synchronized void live() {
        refused = false;
    }

    /** No pause from now on. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
