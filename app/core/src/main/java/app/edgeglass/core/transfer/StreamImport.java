package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.util.concurrent.CancellationException;

/**
 * Publishes the messages of a file into a stream, in their order. It stops at the first that cannot be stored and tells its line.
 * Each message carries an id, its own or one made of its line, so that the same file can be taken again within the stream's
 * window for duplicates.
 */
public final class StreamImport {

    private final ImportFile file;
    private final Destination to;
    private final long messages;
    private final Clock clock;
    private volatile TransferProgress progress = TransferProgress.BEGUN;
    private volatile boolean cancelled;

    /** @param messages how many there are, as a look at the file has found, for the progress; 0 when it is not known */
    public StreamImport(ImportFile file, Destination to, long messages, Clock clock) {
        this.file = file;
        this.to = to;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Publishes, until the end or {@link #cancel}.
     *
     * @param fromLine where to begin: 1, or behind the line that an import before has reached
     */
    public TransferEnd run(long fromLine) {
        try (var writer = new StreamWriter(to, clock, fromLine - 1)) {
            try {
                file.<InterruptedException>read(fromLine, parcel -> {
                    writer.write(parcel);
                    progress = writer.progress(1, messages);
                    return !cancelled;
                });
                return cancelled ? writer.stopped(null) : writer.complete();
            } catch (Failure e) {
                return writer.stopped(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return writer.stopped(null);
            } catch (CancellationException e) {
                return writer.stopped(null);
            }
        }
    }

    /** Ends it after the message at hand; by any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** How far it is; read by any thread. */
    public TransferProgress progress() {
        return progress;
    }
}
