package app.edgeglass.core.connection;

/**
 * Takes messages, one at a time: whoever calls it holds the lock of the session's {@link Taps}. What it throws is told as
 * a fault of the program, and the next message is brought all the same.
 */
@FunctionalInterface
public interface FrameSink {

    /** @param frame valid until this returns */
    void accept(MessageFrame frame);
}
