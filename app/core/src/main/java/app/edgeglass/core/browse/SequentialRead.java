package app.edgeglass.core.browse;

import app.edgeglass.core.jetstream.StreamRef;
import java.util.concurrent.CancellationException;

/**
 * Reads a stream from one sequence to another, in order, as fast as the server gives it: while a batch is worked on the next one
 * is on its way. Nothing is left on the server, so it may be broken off at any time; a stream of tasks loses none by it.
 *
 * <p>What is deleted meanwhile does not come. Blocks; interrupt the thread to cancel.
 */
public final class SequentialRead {

    /** Of all subjects. */
    public static final String ALL = ">";

    /** Both are what is on its way at most, twice: one batch is worked on, one comes. */
    private static final int BATCH = 10_000;

    private static final long BATCH_BYTES = 4L << 20;

    private final StreamRef stream;

    /** Takes messages. */
    @FunctionalInterface
    public interface Each<E extends Exception> {

        /** @return whether to go on */
        boolean take(StoredMessage message) throws E;
    }

    /**
     * How far it came.
     *
     * @param messages how many were given away
     * @param reached all up to this sequence were read; go on behind it
     * @param finished whether that is all that was asked for
     */
    public record Read(long messages, long reached, boolean finished) {}

    public SequentialRead(StreamRef stream) {
        this.stream = stream;
    }

    /**
     * Reads all messages of a pattern between two sequences.
     *
     * @param to the last; beyond the stream's last message that one, as it is at the beginning
     * @param pattern of which subjects
     * @throws app.edgeglass.core.error.Failure as {@link app.edgeglass.core.jetstream.JetStreamApi}, also when the stream is
     *     deleted meanwhile or the connection breaks
     * @throws CancellationException when interrupted
     */
    public <E extends Exception> Read read(long from, long to, String pattern, Each<E> each) throws E {
        return read(from, to, pattern, Integer.MAX_VALUE, each);
    }

    /**
     * The same with no more than the first bytes of each payload.
     *
     * @param keep how many
     */
    public <E extends Exception> Read read(long from, long to, String pattern, int keep, Each<E> each) throws E {
        try (var gets = new StreamGets(stream)) {
            long last = Math.min(to, gets.refresh().last());
            return read(gets, from, last, pattern, keep, each);
        }
    }

    static <E extends Exception> Read read(
            StreamGets gets, long from, long last, String pattern, int keep, Each<E> each) throws E {
        long messages = 0;
        if (from > last) {
            return new Read(0, last, true);
        }
        StreamGets.Reading coming = gets.ask(from, pattern, most(from, last), BATCH_BYTES);
        try {
            while (true) {
                Batch batch = coming.take(keep);
                boolean done = batch.end() || batch.next() > last;
                if (!done) {
                    coming = gets.ask(batch.next(), pattern, most(batch.next(), last), BATCH_BYTES);
                }
                for (StoredMessage message : batch.messages()) {
                    if (message.sequence() > last) {
                        break;
                    }
                    messages++;
                    if (!each.take(message)) {
                        return new Read(messages, message.sequence(), false);
                    }
                }
                if (done) {
                    return new Read(messages, last, true);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
            }
        } finally {
            coming.close();
        }
    }

    private static int most(long from, long last) {
        return (int) Math.min(BATCH, last - from + 1);
    }
}
