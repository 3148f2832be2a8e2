package app.edgeglass.core.message;

/**
 * How much memory one capture may take.
 *
 * @param logBytes recent messages
 * @param lastBytes last messages of subjects that have gone quiet
 * @param treeBytes subjects and their counters
 */
public record Budget(long logBytes, long lastBytes, long treeBytes) {

    private static final long MIB = 1L << 20;

    public static final Budget DEFAULT = new Budget(256 * MIB, 64 * MIB, 192 * MIB);

    /** The smallest with which anything can be seen. */
    public static final Budget LEAST = new Budget(4 * MIB, MIB, 4 * MIB);

    public Budget {
        if (logBytes < 64 * 1024 || lastBytes < 64 * 1024 || treeBytes < MIB) {
            throw new IllegalArgumentException("budget too small");
        }
    }

    /** This budget, or one of the same proportions that takes no more than so many bytes in all. */
    public Budget within(long most) {
        if (total() <= most) {
            return this;
        }
        double share = (double) most / total();
        return new Budget(
                Math.max(LEAST.logBytes, (long) (logBytes * share)),
                Math.max(LEAST.lastBytes, (long) (lastBytes * share)),
                Math.max(LEAST.treeBytes, (long) (treeBytes * share)));
    }

    /**
     * A part of this budget, in its proportions but for a tree that is larger already: then there is less for messages.
     *
     * @param bytes what the part takes in all, see {@link #leastWith}
     * @param tree what the tree takes already
     */
    Budget part(long bytes, long tree) {
        double share = (double) bytes / total();
        long forTree = Math.max(Math.max(least().treeBytes, tree), (long) (treeBytes * share));
        long left = bytes - forTree;
        long forLast = (long) ((double) left * lastBytes / (lastBytes + logBytes));
        forLast = Math.clamp(forLast, least().lastBytes, left - least().logBytes);
        return new Budget(left - forLast, forLast, forTree);
    }

    /** The smallest part that a capture with a tree of so many bytes can have. */
    long leastWith(long tree) {
        return least().total() - least().treeBytes + Math.max(least().treeBytes, tree);
    }

    private Budget least() {
        return new Budget(
                Math.min(logBytes, LEAST.logBytes),
                Math.min(lastBytes, LEAST.lastBytes),
                Math.min(treeBytes, LEAST.treeBytes));
    }

    public long total() {
        return logBytes + lastBytes + treeBytes;
    }
}
