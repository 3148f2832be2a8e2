package app.edgeglass.desktop.publish;

/** Why nothing can be sent now, whatever is typed. */
public enum Blocked {
    /** Something can be sent. */
    NOT,
    NO_SESSION,
    CONNECTING,
    RECONNECTING,
    CLOSED,
    READ_ONLY
}
