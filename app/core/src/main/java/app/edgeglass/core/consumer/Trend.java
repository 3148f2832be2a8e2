package app.edgeglass.core.consumer;

/** How a consumer's lag has developed lately. */
public enum Trend {
    /** Not seen for long enough to tell. */
    UNKNOWN,
    STEADY,
    GROWING,
    SHRINKING
}
