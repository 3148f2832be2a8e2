package app.edgeglass.core.subject;

/**
 * The nodes that stand for the rest of a branch: for all subjects below it that a full tree has no room for. Of each it is
 * known about how many they are, by a sketch of fixed size (HyperLogLog, Flajolet and others 2007): the error is 6.5 % as a
 * rule. One thread adds, others read.
 */
final class Rests {

    private static final int REGISTER_BITS = 8;
    private static final int REGISTERS = 1 << REGISTER_BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
    /** Until then the number of registers that nothing has touched says more. */
    private static final double SMALL = 2.5 * REGISTERS;

    private static final int MOST = 1_024;
    private static final int LEAST = 16;
    private static final int BUDGET_EACH = 16 * 1024;

    private final int[] nodes;
    private final byte[][] sketches;
    private final int[] slots;
    private volatile int size;

    /** @param budgetBytes of the tree, of which there are to be no more than a small part */
    Rests(long budgetBytes) {
        int most = Math.clamp(budgetBytes / BUDGET_EACH, LEAST, MOST);
        nodes = new int[most];
        sketches = new byte[most][];
        slots = new int[most * 2];
    }

    /** Whether one more may be added; the last is kept for the whole tree's. */
    boolean hasRoom(boolean wholeTree) {
        return size < nodes.length - (wholeTree ? 0 : 1);
    }

    void add(int node) {
        int index = size;
        int slot = slot(node);
        nodes[index] = node;
        sketches[index] = new byte[REGISTERS];
        slots[slot] = index + 1;
        size = index + 1;
    }

    /** Notes a subject of a rest, by its hash; the same one may come again and again. */
    void saw(int node, long hash) {
        byte[] sketch = sketches[slots[slot(node)] - 1];
        int register = (int) (hash >>> (Long.SIZE - REGISTER_BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << REGISTER_BITS | 1L << (REGISTER_BITS - 1)) + 1);
        if (rank > sketch[register]) {
            sketch[register] = rank;
        }
    }

    /** Where the node stands in the table, or may be put. */
    private int slot(int node) {
        int slot = Slots.of(ByteHash.ofPair(node, 0), slots);
        while (slots[slot] != 0 && nodes[slots[slot] - 1] != node) {
            slot = Slots.next(slot, slots);
        }
        return slot;
    }

    boolean contains(int node) {
        return slots[slot(node)] != 0;
    }

    /** What may still be added takes, in bytes; its nodes aside. */
    long growth() {
        return (long) spare() * REGISTERS;
    }

    /** How many more there may be. */
    int spare() {
        return nodes.length - size;
    }

    long memory() {
        return (long) size * REGISTERS;
    }

    // ---- any thread

    int size() {
        return size;
    }

    boolean isOne(int node) {
        int known = size;
        for (int i = 0; i < known; i++) {
            if (nodes[i] == node) {
                return true;
            }
        }
        return false;
    }

    int node(int index) {
        return nodes[index];
    }

    /** About how many subjects one of them stands for. */
    int subjects(int index) {
        double sum = 0;
        int untouched = 0;
        for (byte rank : sketches[index]) {
            sum += 1.0 / (1L << rank);
            untouched += rank == 0 ? 1 : 0;
        }
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        if (estimate <= SMALL && untouched > 0) {
            estimate = REGISTERS * Math.log((double) REGISTERS / untouched);
        }
        return Math.clamp(Math.round(estimate), 1, Integer.MAX_VALUE);
    }
}
