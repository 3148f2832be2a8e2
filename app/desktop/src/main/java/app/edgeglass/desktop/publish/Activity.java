package app.edgeglass.desktop.publish;

/** What is under way. */
public enum Activity {
    IDLE,
    PUBLISHING,
    REQUESTING,
    REPEATING
}
