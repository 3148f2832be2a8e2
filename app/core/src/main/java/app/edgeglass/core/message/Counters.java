package app.edgeglass.core.message;

/**
 * Where the messages went. {@code received = kept + evicted + copies + refused}, and the server sent
 * {@code received + dropped}, gaps of the connection aside.
 *
 * @param received messages that reached Edgeglass
 * @param receivedBytes their payloads and headers
 * @param kept in the log now
 * @param evicted were in the log, and had to make room
 * @param copies came a second time: through an overlapping subscription, or as what a stream delivers to its consumers
 * @param refused too large for the log: one alone would fill a quarter of it
 * @param dropped by the client before they reached Edgeglass, since they came too fast
 */
public record Counters(
        long received, long receivedBytes, long kept, long evicted, long copies, long refused, long dropped) {

    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);
}
