package app.edgeglass.core.design;

/** Where a server keeps a stream or a bucket. */
public enum Storage {
    FILE,
    MEMORY
}
