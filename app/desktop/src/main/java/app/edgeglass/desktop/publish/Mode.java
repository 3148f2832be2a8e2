package app.edgeglass.desktop.publish;

/** What the send button does. */
public enum Mode {
    PUBLISH,
    REQUEST
}
