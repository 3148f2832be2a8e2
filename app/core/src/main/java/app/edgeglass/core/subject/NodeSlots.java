package app.edgeglass.core.subject;

/**
 * {@link Slots} that hold nodes, and above each four bits of the hash by which it is found: most others are told apart by
 * these, without a look at their node, which is far away in memory.
 */
final class NodeSlots {

    private static final int TAG_AT = 28;

    /** The highest number that a node can have. */
    static final int MOST_NODE = (1 << TAG_AT) - 1;

    private NodeSlots() {}

    static int node(int entry) {
        return entry & MOST_NODE;
    }

    /** Whether what is in a slot may be what is looked for. */
    static boolean mayBe(int entry, int hash) {
        return entry >>> TAG_AT == (hash & (-1 >>> TAG_AT));
    }

    /** Puts in a node that is not there yet. */
    static void put(int[] slots, int hash, int node) {
        int slot = Slots.of(hash, slots);
        while (slots[slot] != 0) {
            slot = Slots.next(slot, slots);
        }
        slots[slot] = hash << TAG_AT | node;
    }
}
