package app.edgeglass.core.subject;

/** How the children of a node are ordered on the screen. */
public enum RowOrder {
    /** By token, numbers in it by their value. */
    NAME,
    /** Most messages first. */
    MESSAGES,
    /** Highest rate first. */
    RATE,
    /** Changed last first. */
    LAST_CHANGE
}
