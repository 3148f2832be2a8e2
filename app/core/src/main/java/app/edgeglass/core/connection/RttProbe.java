package app.edgeglass.core.connection;

import io.nats.client.Connection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures a session's round-trip time again and again, on a thread of its own, since a frozen server makes it wait; and notes
 * since when the server has been silent.
 */
final class RttProbe {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration every;
    private final SessionTrack track;
    private @Nullable Thread thread;
    private boolean stopped;
    private volatile @Nullable Duration last;
    private volatile @Nullable Instant silentSince;
    /** When the last round trip began that came to its end: what was sent to us before then has arrived. */
    private volatile Instant proven;

    RttProbe(Clock clock, Duration every, SessionTrack track) {
        this.clock = clock;
        this.every = every;
        this.track = track;
        this.proven = clock.instant();
    }

    /** Measures from now on, on a connection that is live or is back: it owes us nothing from before. */
    synchronized void live(Connection connection) {
        proven = clock.instant();
        if (thread == null && !stopped) {
            thread = Thread.ofVirtual().name("edgeglass-rtt").start(() -> run(connection));
        }
    }

    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    Optional<Duration> last() {
        return Optional.ofNullable(last);
    }

    /** When the server was heard for the last time, if it has not been since. */
    Optional<Instant> silentSince() {
        return Optional.ofNullable(silentSince);
    }

    /**
     * Since when messages may be missing, should the connection be lost now: since the last proof that nothing was under
     * way any more, when that should have come again long ago. So it is when this program, or the whole machine, stood
     * still while the server gave us up. Otherwise there is nothing to doubt before the loss.
     */
    Optional<Instant> doubtfulSince() {
        Instant silent = silentSince;
        if (silent != null) {
            return Optional.of(silent);
        }
        Instant last = proven;
        boolean late = Duration.between(last, clock.instant()).compareTo(every.plus(GRACE)) > 0;
        return late ? Optional.of(last) : Optional.empty();
    }

    /** For a connection that is known to be gone: neither is there a time to tell, nor is it silent. */
    void forget() {
        last = null;
        silentSince = null;
    }

    private void run(Connection connection) {
        Instant heard = clock.instant();
        long messages = messages(connection);
        while (!Thread.currentThread().isInterrupted()) {
            // What came before the ping went out says nothing of a server that has been silent since.
            long before = messages(connection);
            heard = before == messages ? heard : clock.instant();
            Duration measured = isConnected(connection) ? measure(connection) : null;
            long now = messages(connection);
            if (!isConnected(connection)) {
                heard = clock.instant();
            } else if (measured != null || now != before) {
                // A link that is busy may be late with its answer, but it is not silent.
                heard = clock.instant();
                heardAgain();
            } else if (silentSince == null && !Thread.currentThread().isInterrupted()) {
                silentSince = heard;
                track.silent(heard);
            }
            last = measured;
            messages = now;
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void heardAgain() {
        Instant since = silentSince;
        silentSince = null;
        if (since != null) {
            track.heardAgain(since);
        }
    }

    private static boolean isConnected(Connection connection) {
        return connection.getStatus() == Connection.Status.CONNECTED;
    }

    private @Nullable Duration measure(Connection connection) {
        Instant begun = clock.instant();
        try {
            Duration taken = connection.RTT();
            proven = begun;
            return taken;
        } catch (IOException | RuntimeException e) {
            // No answer in time; or the connection broke meanwhile; or the outgoing queue is full, which it is when the
            // server takes nothing any more.
            return null;
        }
    }

    private static long messages(Connection connection) {
        return connection.getStatistics().getInMsgs();
    }
}
