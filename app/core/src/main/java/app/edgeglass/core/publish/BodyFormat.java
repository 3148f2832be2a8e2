package app.edgeglass.core.publish;

/** How a payload is written by a person. */
public enum BodyFormat {
    /** Text with placeholders, sent as UTF-8. */
    TEXT,
    /** As text, but refused when it is not JSON. */
    JSON,
    /** Bytes as pairs of hexadecimal digits; no placeholders. */
    HEX,
    /** The content of a file, read when it is sent; no placeholders. */
    FILE
}
