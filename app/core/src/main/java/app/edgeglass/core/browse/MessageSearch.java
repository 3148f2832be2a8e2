package app.edgeglass.core.browse;

import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.NodeFilter.Answer;
import java.util.Arrays;

/**
 * Looks through a stretch of a stream for messages that a filter lets through, on one thread, while others look at how far it
 * is. Interrupt the thread to end it early; what was found stays.
 */
public final class MessageSearch {

    /** Found messages that are remembered; more are counted. */
    public static final int MOST_FOUND = 100_000;

    private final StreamGets gets;
    private final Wanted wanted;
    private long[] found = new long[64];
    private int kept;
    private Progress progress;

    /**
     * What to look for, and where.
     *
     * @param from the first sequence
     * @param to the last
     */
    public record Wanted(MessageFilter filter, long from, long to) {}

    /**
     * How far it is.
     *
     * @param reached all up to this sequence were looked at
     * @param looked how many messages those were
     * @param found how many were let through
     * @param undecided of those, of how many the filter could not tell
     * @param finished whether it came to the end
     */
    public record Progress(long reached, long looked, long found, long undecided, boolean finished) {}

    MessageSearch(StreamGets gets, Wanted wanted) {
        this.gets = gets;
        this.wanted = wanted;
        this.progress = new Progress(wanted.from() - 1, 0, 0, 0, false);
    }

    public Wanted wanted() {
        return wanted;
    }

    public synchronized Progress progress() {
        return progress;
    }

    /** The sequences of what was found so far, rising; the first {@value #MOST_FOUND} of them. */
    public synchronized long[] found() {
        return Arrays.copyOf(found, kept);
    }

    /** The nearest that was found behind a sequence, or before it; 0 when there is none. */
    public synchronized long nearest(long sequence, boolean behind) {
        int at = Arrays.binarySearch(found, 0, kept, sequence);
        int index = behind ? (at >= 0 ? at + 1 : -at - 1) : (at >= 0 ? at - 1 : -at - 2);
        return index < 0 || index >= kept ? 0 : found[index];
    }

    /** Looks through all of it. */
    public Progress run() {
        SequentialRead.read(
                gets,
                wanted.from(),
                Math.min(wanted.to(), gets.extent().last()),
                SequentialRead.ALL,
                MessageFilter.PAYLOAD_LOOKED_AT,
                message -> {
                    look(message);
                    return true;
                });
        synchronized (this) {
            progress = new Progress(wanted.to(), progress.looked(), progress.found(), progress.undecided(), true);
            return progress;
        }
    }

    private void look(StoredMessage message) {
        MessageHead head = message.forFilters();
        Answer answer = wanted.filter().subject(message.subject());
        if (answer != Answer.DROPPED) {
            answer = answer.and(wanted.filter().content(head));
        }
        synchronized (this) {
            boolean kept = answer != Answer.DROPPED;
            if (kept) {
                keep(message.sequence());
            }
            progress = new Progress(
                    message.sequence(),
                    progress.looked() + 1,
                    progress.found() + (kept ? 1 : 0),
                    progress.undecided() + (answer == Answer.UNDECIDED ? 1 : 0),
                    false);
        }
    }

    private void keep(long sequence) {
        if (kept == MOST_FOUND) {
            return;
        }
        if (kept == found.length) {
            found = Arrays.copyOf(found, found.length * 2);
        }
        found[kept++] = sequence;
    }
}
