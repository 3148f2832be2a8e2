package app.edgeglass.core.browse;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes over a stream row by row, by the pages that are known. Where none is, each sequence is a row that is on its way. A run of
 * messages that are gone is one row, however long.
 */
public final class Lines {

    private final StreamReader reader;
    private final Extent extent;

    /**
     * Rows that follow each other.
     *
     * @param missing a sequence of each page that is not known, or only as it was before
     */
    public record View(List<Row> rows, List<Long> missing) {

        public View {
            rows = List.copyOf(rows);
            missing = List.copyOf(missing);
        }
    }

    /** @param reader is not asked for anything but what it knows */
    public Lines(StreamReader reader) {
        this.reader = reader;
        this.extent = reader.extent();
    }

    /** So many rows from a sequence on; fewer at the end. */
    public View from(long top, int count) {
        var rows = new ArrayList<Row>(count);
        var missing = new ArrayList<Long>();
        long at = extent.clamp(top);
        Page page = null;
        while (rows.size() < count && at <= extent.last() && !extent.isEmpty()) {
            if (page == null || at < page.from() || at > page.to()) {
                page = reader.known(at);
                if ((page == null || !reader.isFresh(at))
                        && (missing.isEmpty() || !reader.isSamePage(missing.getLast(), at))) {
                    missing.add(at);
                }
            }
            Row row = page == null ? new Row.Coming(at) : trimmed(page.row(at));
            add(rows, row);
            at = row.to() + 1;
        }
        return new View(rows, missing);
    }

    /** The beginning may have gone since it was read, and what was gone behind the end may have come. */
    private Row trimmed(Row row) {
        return row instanceof Row.Gone(long from, long to)
                ? new Row.Gone(Math.max(from, extent.first()), Math.min(to, extent.last()))
                : row;
    }

    private static void add(List<Row> rows, Row row) {
        if (row instanceof Row.Gone gone
                && !rows.isEmpty()
                && rows.getLast() instanceof Row.Gone before
                && before.to() + 1 >= gone.from()) {
            rows.set(rows.size() - 1, new Row.Gone(before.from(), Math.max(before.to(), gone.to())));
        } else {
            rows.add(row);
        }
    }

    /** The sequence with which the row begins that a sequence belongs to. */
    public long start(long sequence) {
        long at = extent.clamp(sequence);
        Page page = reader.known(at);
        return page == null ? at : Math.max(extent.first(), page.row(at).from());
    }

    /** Where one is so many rows further up; at the first at most. */
    public long up(long top, int rows) {
        long at = Math.min(top, extent.last() + 1);
        for (int i = 0; i < rows && at > extent.first(); i++) {
            at = start(at - 1);
        }
        return Math.max(at, extent.first());
    }

    /** Where one is so many rows further down; at the last at most. */
    public long down(long top, int rows) {
        long at = extent.clamp(top);
        for (int i = 0; i < rows; i++) {
            Page page = reader.known(at);
            long next = page == null ? at + 1 : page.row(at).to() + 1;
            if (next > extent.last()) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Where the rows begin that stand before the end. */
    public long topOfEnd(int rows) {
        return up(extent.last() + 1, rows);
    }
}
