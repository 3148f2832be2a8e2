package app.edgeglass.core.browse;

import app.edgeglass.core.jetstream.StreamRef;
import java.util.ArrayDeque;
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

    /** What one question is to bring, about. */
    private static final long BATCH_BYTES = 1L << 20;

    private static final int BATCH = 4_096;
    /** What the server adds to each message on its way. */
    private static final int ADDED_BYTES = 250;
    /** Questions under way while the messages of one are worked on. */
    private static final int AHEAD = 3;

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
            Extent extent = gets.refresh();
            return read(gets, Math.max(from, extent.first()), Math.min(to, extent.last()), pattern, keep, each);
        }
    }

    static <E extends Exception> Read read(
            StreamGets gets, long from, long last, String pattern, int keep, Each<E> each) throws E {
        try (var ahead = new Ahead(gets, last, pattern)) {
            long messages = 0;
            long next = from;
            while (next <= last) {
                Batch batch = ahead.take(next, keep);
                for (StoredMessage message : batch.messages()) {
                    if (message.sequence() > last) {
                        break;
                    }
                    messages++;
                    if (!each.take(message)) {
                        return new Read(messages, message.sequence(), false);
                    }
                }
                if (batch.end()) {
                    break;
                }
                next = batch.next();
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
            }
            return new Read(messages, last, true);
        }
    }

    /**
     * Asks for what comes behind a batch before that is there: where nothing is gone it goes on behind as many sequences as were
     * asked for. Where that was wrong, what was asked for too much is dropped, and no more is asked for ahead until a batch has come without a gap.
     */
    private static final class Ahead implements AutoCloseable {

        private final StreamGets gets;
        private final long last;
        private final String pattern;
        private final int most;
        private final ArrayDeque<Asked> underway = new ArrayDeque<>();
        private boolean dense;

        private record Asked(long from, int most, StreamGets.Reading reading) {

            /** From where it goes on if nothing is gone. */
            long next() {
                return from + most;
            }
        }

        Ahead(StreamGets gets, long last, String pattern) {
            this.gets = gets;
            this.last = last;
            this.pattern = pattern;
            this.dense = pattern.equals(ALL);
            this.most = Math.clamp(BATCH_BYTES / (gets.extent().averageSize() + ADDED_BYTES), 1, BATCH);
        }

        Batch take(long from, int keep) {
            if (underway.isEmpty()) {
                ask(from);
            }
            fill();
            Asked asked = underway.remove();
            Batch batch = asked.reading().take(keep);
            dense = pattern.equals(ALL) && batch.next() == asked.next();
            if (!dense) {
                drop();
            }
            if (!batch.end() && batch.next() <= last) {
                if (underway.isEmpty()) {
                    ask(batch.next());
                }
                fill();
            }
            return batch;
        }

        private void fill() {
            while (dense && underway.size() < AHEAD && underway.getLast().next() <= last) {
                ask(underway.getLast().next());
            }
        }

        private void ask(long from) {
            int count = (int) Math.min(Math.min(most, gets.mostAtOnce()), last - from + 1);
            underway.add(new Asked(from, count, gets.ask(from, pattern, count, BATCH_BYTES * 2)));
        }

        private void drop() {
            underway.forEach(asked -> asked.reading().close());
            underway.clear();
        }

        @Override
        public void close() {
            drop();
        }
    }
}
