package app.edgeglass.core.browse;

import java.util.List;

/**
 * A stretch of a stream without anything left out. Where messages are gone at its edges, its first or last row reaches beyond
 * it, over all that are gone there.
 *
 * @param from the first sequence
 * @param to the last; of the newest page that of the newest message when it was read
 */
public record Page(long from, long to, List<Row> rows) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** The row of a sequence between {@link #from} and {@link #to}. */
    public Row row(long sequence) {
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rows.get(middle).from() <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return rows.get(low);
    }

    /** What it takes of the heap, more or less. */
    long heap() {
        long bytes = 100;
        for (Row row : rows) {
            bytes += row instanceof Row.Stored(StoredMessage message) ? message.heap() : 50;
        }
        return bytes;
    }
}
