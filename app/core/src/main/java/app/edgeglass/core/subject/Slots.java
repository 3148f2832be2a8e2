package app.edgeglass.core.subject;

/**
 * Tables of slots for open addressing. With its header a table fills a power of two of bytes to the last: the collector
 * (G1) gives a large array whole regions of its own, and one that is 16 bytes larger than a region gets two.
 */
final class Slots {

    /** The header of an array, in ints. */
    private static final int HEADER = 4;

    private static final int FIRST = 1 << 10;

    private Slots() {}

    static int[] first() {
        return new int[FIRST - HEADER];
    }

    static int[] twice(int[] slots) {
        return new int[twice(slots.length)];
    }

    /** The next length, for tables of slots and for arrays of that length beside them. */
    static int twice(int length) {
        return (length + HEADER) * 2 - HEADER;
    }

    static long bytesOfTwice(int[] slots) {
        return (long) twice(slots.length) * Integer.BYTES;
    }

    /** Where a search begins. */
    static int of(long hash, int[] slots) {
        return of((int) (hash ^ (hash >>> 32)), slots);
    }

    static int of(int hash, int[] slots) {
        return (int) (((hash & 0xFFFFFFFFL) * slots.length) >>> 32);
    }

    static int next(int slot, int[] slots) {
        int next = slot + 1;
        return next == slots.length ? 0 : next;
    }
}
