package app.edgeglass.core.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Reads pages, with what is gone in them and at their edges. */
final class PageLoader {

    private static final String ALL = ">";
    /** How much is asked for at once. */
    private static final long BYTES = 4L << 20;

    private final StreamGets gets;

    PageLoader(StreamGets gets) {
        this.gets = gets;
    }

    /**
     * Reads from one sequence to another.
     *
     * @param before the page before it, if that is known: it knows since where messages are gone
     */
    Page load(long from, long to, Extent extent, @Nullable Page before) {
        var rows = new ArrayList<Row>();
        long at = from;
        while (at <= to) {
            Batch batch;
            try (var reading = gets.ask(at, ALL, (int) (to - at + 1), BYTES)) {
                batch = reading.take(StreamReader.KEPT);
            }
            at = take(batch, at, to, rows);
            if (batch.end() && at <= to) {
                rows.add(new Row.Gone(at, Math.max(to, extent.last())));
                break;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
        }
        if (rows.getFirst() instanceof Row.Gone(long since, long until)) {
            rows.set(0, new Row.Gone(goneSince(since, extent.first(), before), until));
        }
        return new Page(from, to, rows);
    }

    /** @return up to where all is known now */
    private static long take(Batch batch, long from, long to, List<Row> rows) {
        long at = from;
        for (StoredMessage message : batch.messages()) {
            if (at > to) {
                break;
            }
            if (message.sequence() > at) {
                rows.add(new Row.Gone(at, message.sequence() - 1));
                at = message.sequence();
            }
            if (at <= to) {
                rows.add(new Row.Stored(message));
                at++;
            }
        }
        return at;
    }

    /**
     * Since which sequence all up to this one are gone. The server finds what comes behind a sequence, but not what stands
     * before it: so ever wider steps back, and then halves.
     */
    private long goneSince(long gone, long first, @Nullable Page before) {
        if (before != null && !before.rows().isEmpty()) {
            return before.rows().getLast() instanceof Row.Gone(long since, long _) ? since : gone;
        }
        long since = gone;
        long there = first - 1;
        for (long step = 1; since > first; step *= 2) {
            long probe = Math.max(first, since - step);
            long found = firstAt(probe);
            if (found < since) {
                there = found;
                break;
            }
            since = probe;
        }
        while (there + 1 < since) {
            long middle = there + 1 + (since - there - 1) / 2;
            long found = firstAt(middle);
            if (found < since) {
                there = found;
            } else {
                since = middle;
            }
        }
        return since;
    }

    private long firstAt(long sequence) {
        return gets.next(sequence, ALL, 0).map(StoredMessage::sequence).orElse(Long.MAX_VALUE);
    }
}
