package app.edgeglass.core.connection;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong while a first connection was sought. The client itself throws one exception for all of it, which names
 * the servers with their secrets. Safe for use by several threads.
 */
final class ConnectAttempts {

    /** Attempts are few: one for each address of each server. */
    private static final int MOST = 64;

    private final List<Throwable> exceptions = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private boolean over;

    /** @return whether the attempts still go on, so that it was taken */
    synchronized boolean met(Throwable exception) {
        if (!over && exceptions.size() < MOST) {
            exceptions.add(exception);
        }
        return !over;
    }

    /** @return whether the attempts still go on, so that it was taken */
    synchronized boolean refused(String error) {
        if (!over && errors.size() < MOST) {
            errors.add(error);
        }
        return !over;
    }

    /** Whether a server has demanded TLS, which was not offered; the words are the client's (jnats 2.26.2). */
    synchronized boolean wantTls() {
        return exceptions.stream().anyMatch(e -> String.valueOf(e.getMessage()).contains("SSL required by server"));
    }

    /** Forgets what was met: it begins anew in another way. */
    synchronized void startOver() {
        exceptions.clear();
        errors.clear();
    }

    synchronized void end() {
        over = true;
    }

    synchronized List<Throwable> exceptions() {
        return List.copyOf(exceptions);
    }

    /** Whether the one who waits was interrupted, which the client does not pass on. */
    synchronized boolean wereInterrupted() {
        return exceptions.stream().anyMatch(InterruptedException.class::isInstance);
    }

    /** What servers said before they closed the connection. */
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }
}
