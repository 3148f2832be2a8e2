package app.edgeglass.core.payload;

/** What a stretch of a shown text is; the screen gives it its colour. */
public enum TextStyle {
    PLAIN,
    PUNCTUATION,
    KEY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    /** An escape or a mark that stands for something that cannot be shown. */
    MARK,
    /** What stands beside the content, such as the offset in a hex dump. */
    OFFSET,
    /** The characters of a hex dump. */
    ASCII
}
