package app.edgeglass.core.subject;

/**
 * The rows of the tree as they stand on the screen, one below the other, copied out of a sample. Never changes.
 *
 * @param tree where the nodes' names are
 * @param size the number of rows
 * @param nodes each row's node
 * @param depths each row's indent; 0 for first tokens
 * @param flags see {@link #isExpanded} and {@link #isMatch}
 * @param messages messages at and below the node
 * @param rates messages a second at and below it
 * @param lastMicros when the last of them came, in microseconds since 1970
 * @param subjects subjects at and below the node
 * @param children nodes directly below; with a filter, only those that are shown
 * @param shownSubjects the subjects that pass the filter; all of them without one
 * @param allSubjects all subjects of the tree
 * @param hiddenRows rows that there would be, open branches below included, but that were left out, since there are too many
 * @param pendingSubjects subjects of which the filter has not been asked yet, since that takes its time; they are not shown
 * @param undecidedSubjects subjects among the shown ones of which the filter could not find out whether they pass
 */
public record TreeRows(
        SubjectTree tree,
        int size,
        int[] nodes,
        short[] depths,
        byte[] flags,
        long[] messages,
        float[] rates,
        long[] lastMicros,
        int[] subjects,
        int[] children,
        int shownSubjects,
        int allSubjects,
        int hiddenRows,
        int pendingSubjects,
        int undecidedSubjects) {

    static final byte EXPANDED = 1;
    static final byte MATCH = 2;

    /** No rows. */
    public static TreeRows empty(SubjectTree tree) {
        return new TreeRows(
                tree,
                0,
                new int[0],
                new short[0],
                new byte[0],
                new long[0],
                new float[0],
                new long[0],
                new int[0],
                new int[0],
                0,
                0,
                0,
                0,
                0);
    }

    public boolean isExpanded(int row) {
        return (flags[row] & EXPANDED) != 0;
    }

    /** Whether the row's own subject passes the filter, rather than only one below it. */
    public boolean isMatch(int row) {
        return (flags[row] & MATCH) != 0;
    }

    /** The row of a node, or -1. */
    public int rowOf(int node) {
        for (int row = 0; row < size; row++) {
            if (nodes[row] == node) {
                return row;
            }
        }
        return -1;
    }
}
