package app.edgeglass.core.transfer;

import app.edgeglass.core.browse.SequentialRead;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.JsonLines;
import app.edgeglass.core.text.IsoTime;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Writes messages of a stream to a file as NDJSON, one object a line: {@code stream}, {@code sequence}, {@code time} (ISO 8601,
 * UTC), {@code subject}, {@code headers} (pairs, in order) and the exact payload, as {@code text} when it is UTF-8 and as {@code
 * base64} otherwise. {@link StreamImport} reads it again.
 */
public final class StreamExport {

    private final StreamRef stream;
    private final Selection what;
    private final IsoTime time = new IsoTime();
    private volatile TransferProgress progress = TransferProgress.BEGUN;
    private volatile boolean cancelled;

    public StreamExport(StreamRef stream, Selection what) {
        this.stream = stream;
        this.what = what;
    }

    /**
     * Writes the file. {@link #cancel} ends it, and leaves no file.
     *
     * @return how many messages were written
     * @throws app.edgeglass.core.error.Failure {@code transfer.*} when it cannot be written, and as {@link SequentialRead}
     * @throws CancellationException when cancelled
     */
    public TransferProgress toFile(Path file) throws InterruptedException {
        return FileBeside.write(file, this::write);
    }

    private TransferProgress write(OutputStream out) {
        var json = new JsonLines(out);
        long last = StreamEnds.last(stream, what);
        progress = new TransferProgress(0, 0, what.from() - 1, what.from(), last);
        new SequentialRead(stream).<RuntimeException>read(what.from(), last, what.pattern(), message -> {
            write(message, json);
            TransferProgress before = progress;
            progress = new TransferProgress(
                    before.messages() + 1,
                    before.bytes() + message.payload().length,
                    message.sequence(),
                    what.from(),
                    last);
            return !cancelled;
        });
        if (cancelled) {
            throw new CancellationException(stream.name());
        }
        json.flush();
        return progress;
    }

    private void write(StoredMessage message, JsonLines json) {
        json.begin()
                .text("stream", stream.name())
                .number("sequence", message.sequence())
                .text("time", time.say(message.at()))
                .text("subject", message.subject())
                .headers(message.headers())
                .payload(message.payload())
                .end();
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
