package app.edgeglass.core.connection;

/**
 * What a session was to send and lost when its connection broke.
 *
 * @param unconfirmed messages that had been sent and were not confirmed: they may or may not have arrived
 * @param dropped messages that still waited, and were not sent later either
 */
public record Unsent(long unconfirmed, long dropped) {

    public static final Unsent NONE = new Unsent(0, 0);
}
