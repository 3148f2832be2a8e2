package app.edgeglass.core.backup;

import java.util.concurrent.atomic.AtomicLong;

/** How far saving or restoring is. Written by the one that does it, read from any thread, and told to stop from any. */
public final class BackupProgress {

    /** What is being done. */
    public enum Stage {
        ASKING,
        RECEIVING,
        /** The archive is read before anything is asked of the server. */
        CHECKING,
        SENDING,
        /** The server has all of it and puts it into place. */
        SETTLING
    }

    private volatile Stage stage = Stage.ASKING;
    private volatile long done;
    private volatile long total;
    private final AtomicLong moved = new AtomicLong();
    private volatile boolean cancelled;

    void enter(Stage next, long expected) {
        done = 0;
        total = expected;
        stage = next;
    }

    void reach(long bytes) {
        done = bytes;
    }

    void move(int bytes) {
        moved.addAndGet(bytes);
    }

    public Stage stage() {
        return stage;
    }

    /** Bytes so far, of this stage. */
    public long done() {
        return done;
    }

    /** Of how many, as far as is known before it is done; 0 while it is not. */
    public long total() {
        return total;
    }

    /** Bytes that went over the connection, compressed. */
    public long moved() {
        return moved.get();
    }

    /** Ends it soon; that it was, comes as its failure, with what is left of it. */
    public void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
