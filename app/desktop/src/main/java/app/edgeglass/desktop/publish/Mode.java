package app.edgeglass.desktop.publish;

/** What the send button does. */
public enum Mode {
    PUBLISH,
    /** Has a stream store it, and waits until it has. */
    STORE,
    REQUEST
}
