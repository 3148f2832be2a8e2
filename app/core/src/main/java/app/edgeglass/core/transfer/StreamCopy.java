package app.edgeglass.core.transfer;

import app.edgeglass.core.browse.SequentialRead;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.Header;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Copies messages of a stream into another, of the same server or of another. The other gives them sequences and times of its
 * own. Each carries a message id, so that a copy that was broken off can be begun again within the stream's window for
 * duplicates.
 */
public final class StreamCopy {

    private final StreamRef from;
    private final Selection what;
    private final Destination to;
    private final Clock clock;
    private volatile TransferProgress progress = TransferProgress.BEGUN;
    private volatile boolean cancelled;

    public StreamCopy(StreamRef from, Selection what, Destination to, Clock clock) {
        this.from = from;
        this.what = what;
        this.to = to;
        this.clock = clock;
    }

    /**
     * Copies, until the end or {@link #cancel}.
     *
     * @throws Failure when nothing could be begun; what happens later stands in the end
     */
    public TransferEnd run() {
        long last = StreamEnds.last(from, what);
        try (var writer = new StreamWriter(to, clock, what.from() - 1)) {
            progress = writer.progress(what.from(), last);
            try {
                new SequentialRead(from).<InterruptedException>read(what.from(), last, what.pattern(), message -> {
                    writer.write(parcel(message));
                    progress = writer.progress(what.from(), last);
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

    private Parcel parcel(StoredMessage message) {
        List<Header> headers = message.headers();
        // Within one stream its own id would make each message a duplicate of itself.
        String own = from.equals(to.stream()) ? "" : Parcel.ownId(headers).orElse("");
        String id = own.isEmpty() ? from.name() + "/" + message.sequence() + "/" + message.at() : own;
        return new Parcel(message.sequence(), message.subject(), headers, message.payload(), id);
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
