package app.edgeglass.core.connection;

import java.util.ArrayDeque;

/**
 * How many messages one connection was given to send, and how many of them the server has surely taken: it works through
 * what it gets in order, so that its answer to a ping is one to everything before that ping. For the thread that writes
 * and the one that reads.
 */
final class SentCount {

    private final ArrayDeque<Long> pings = new ArrayDeque<>();
    private long sent;
    private long taken;

    synchronized void sent(int messages) {
        sent += messages;
    }

    synchronized void pinged() {
        pings.addLast(sent);
    }

    synchronized void ponged() {
        Long before = pings.pollFirst();
        if (before != null) {
            taken = before;
        }
    }

    /** Messages of which nobody knows whether they have arrived. */
    synchronized long doubtful() {
        return sent - taken;
    }
}
