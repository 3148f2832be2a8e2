package app.edgeglass.core.connection;

/**
 * Takes messages, one at a time: whoever calls it holds the lock of the session's {@link Taps}. What it throws is told as
 * a fault of the program, and the next message is brought all the same.
 */
@FunctionalInterface
public interface FrameSink {

    /**
     * Says which messages come next, one {@link #accept} each. What they need may be fetched from memory for all of them at
     * once, which takes no longer than for one; nothing else may come of it.
     *
     * @param count how many of the frames
     */
    default void expect(MessageFrame[] frames, int count) {}

    /** @param frame valid until this returns */
    void accept(MessageFrame frame);
}
