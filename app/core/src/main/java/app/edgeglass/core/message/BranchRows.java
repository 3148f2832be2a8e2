package app.edgeglass.core.message;

import app.edgeglass.core.connection.Gap;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a message table at one moment, oldest first. Never changes; a message may have been evicted by the time it
 * is read.
 *
 * @param capture where the messages are
 * @param branch the node at and below which they are
 * @param rows references into the log, and gaps, see {@link #isGap(long)}
 * @param before how many rows there were before the first of these: row i is the {@code before + i}-th in all
 * @param gaps the gaps that rows speak of
 * @param incomplete whether older messages are still being looked through
 * @param undecided messages, also ones that have gone since, that are or were among the rows though the filter could not
 *     find out whether they pass
 */
public record BranchRows(
        Capture capture, int branch, long[] rows, long before, List<Gap> gaps, boolean incomplete, long undecided) {

    /** A gap's row; references are never negative. */
    static long gap(Gap gap) {
        return -1L - gap.number();
    }

    /** Whether a row is a gap of the connection rather than a message. */
    public static boolean isGap(long row) {
        return row <= -2;
    }

    public int size() {
        return rows.length;
    }

    public boolean isGap(int row) {
        return isGap(rows[row]);
    }

    /** The gap of a row that is one; the session keeps the last ones only. */
    public Optional<Gap> gapAt(int row) {
        long number = -1L - rows[row];
        return gaps.stream().filter(gap -> gap.number() == number).findFirst();
    }
}
