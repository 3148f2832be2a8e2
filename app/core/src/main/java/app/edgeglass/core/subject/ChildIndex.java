package app.edgeglass.core.subject;

/** Finds a node's child by its token. For the one thread that counts. */
final class ChildIndex {

    private final Nodes nodes;
    private int[] slots = Slots.first();

    ChildIndex(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The child, or {@link SubjectTree#NONE}. */
    int find(int parent, int token) {
        int child = slots[slotOf(slots, parent, token)];
        return child == 0 ? SubjectTree.NONE : child;
    }

    /** The child, which is added if it is not there. */
    int findOrAdd(int parent, int token) {
        int slot = slotOf(slots, parent, token);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        int child = nodes.add(parent, token);
        slots[slot] = child;
        if (nodes.size() * 2 > slots.length) {
            grow();
        }
        return child;
    }

    /** As {@link #findOrAdd}; the table, which is there for many more, need not grow for the few for which it is called. */
    int addOneOfFew(int parent, int token) {
        int child = nodes.add(parent, token);
        slots[slotOf(slots, parent, token)] = child;
        if (nodes.size() * 4L > slots.length * 3L) {
            grow();
        }
        return child;
    }

    private void grow() {
        int[] larger = Slots.twice(slots);
        for (int node : slots) {
            if (node != 0) {
                long place = nodes.place(node);
                larger[slotOf(larger, Nodes.parentOf(place), Nodes.tokenOf(place))] = node;
            }
        }
        slots = larger;
    }

    /** Where a child stands in a table, or is to be put. */
    private int slotOf(int[] table, int parent, int token) {
        int slot = Slots.of(ByteHash.ofPair(parent, token), table);
        while (table[slot] != 0 && nodes.place(table[slot]) != Nodes.place(parent, token)) {
            slot = Slots.next(slot, table);
        }
        return slot;
    }

    /** What so many nodes more would take, in bytes. */
    long growth(int more) {
        return (nodes.size() + more) * 2 > slots.length ? Slots.bytesOfTwice(slots) : 0;
    }

    long memory() {
        return slots.length * 4L;
    }
}
