package app.edgeglass.core.connection;

/**
 * What one session's connection has carried since it was opened, reconnects included.
 *
 * @param inMessages messages read from the server
 * @param inBytes their bytes
 * @param outMessages messages written to the server; what the client says to it by itself, such as its subscriptions, counts
 *     too, but not its pings
 * @param outBytes their bytes
 */
public record Traffic(long inMessages, long inBytes, long outMessages, long outBytes) {

    public static final Traffic NONE = new Traffic(0, 0, 0, 0);
}
