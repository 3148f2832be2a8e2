package app.edgeglass.core.backup;

/** How a server lays out what is in a stream when it gives a snapshot of it. Both are compressed with S2. */
public enum ArchiveKind {
    /** The files of the store, as nats-server gives them up to 2.14. Each block carries a sum made with the stream’s name. */
    TAR("stream.tar.s2"),
    /** One entry for each message, as nats-server gives them from 2.15 on. Knows nothing of the stream’s name. */
    ENTRIES("stream.arc.s2");

    private final String fileName;

    ArchiveKind(String fileName) {
        this.fileName = fileName;
    }

    /** As the nats CLI names the file. */
    String fileName() {
        return fileName;
    }

    /** Whether the stream may be restored under another name. */
    public boolean takesOtherName() {
        return this == ENTRIES;
    }
}
