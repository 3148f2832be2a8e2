package app.edgeglass.core.payload;

/** The ways to look at a payload. */
public enum PayloadForm {
    /** Decoded and laid out. */
    PRETTY,
    /** Character by character. */
    TEXT,
    /** Byte by byte. */
    HEX
}
