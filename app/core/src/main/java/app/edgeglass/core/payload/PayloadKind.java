package app.edgeglass.core.payload;

/** What a payload is. */
public enum PayloadKind {
    /** No bytes at all. */
    EMPTY,
    /** One JSON value, or several objects or arrays one after the other. */
    JSON,
    /** Characters in UTF-8, perhaps with a few bytes that are none. */
    TEXT,
    /** Anything else. */
    BINARY
}
