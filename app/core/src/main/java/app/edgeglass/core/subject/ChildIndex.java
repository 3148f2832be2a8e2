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
        int entry = slots[slotOf(ByteHash.ofPair(parent, token), parent, token)];
        return entry == 0 ? SubjectTree.NONE : NodeSlots.node(entry);
    }

    /** The child, which is added if it is not there. */
    int findOrAdd(int parent, int token) {
        int hash = ByteHash.ofPair(parent, token);
        int entry = slots[slotOf(hash, parent, token)];
        if (entry != 0) {
            return NodeSlots.node(entry);
        }
        int child = nodes.add(parent, token);
        if (nodes.size() * 2 > slots.length) {
            grow();
        } else {
            NodeSlots.put(slots, hash, child);
        }
        return child;
    }

    /** As {@link #findOrAdd}; the table, which is there for many more, need not grow for the few for which it is called. */
    int addOneOfFew(int parent, int token) {
        int child = nodes.add(parent, token);
        if (nodes.size() * 4L > slots.length * 3L) {
            grow();
        } else {
            NodeSlots.put(slots, ByteHash.ofPair(parent, token), child);
        }
        return child;
    }

    /** All nodes there are, in their order, which are 16 times as large as the table: so only the table is walked about in. */
    private void grow() {
        int[] larger = Slots.twice(slots);
        for (int node = SubjectTree.ROOT + 1; node < nodes.size(); node++) {
            long place = nodes.place(node);
            NodeSlots.put(larger, ByteHash.ofPair(Nodes.parentOf(place), Nodes.tokenOf(place)), node);
        }
        slots = larger;
    }

    /** Where a child stands, or is to be put. */
    private int slotOf(int hash, int parent, int token) {
        int[] table = slots;
        long place = Nodes.place(parent, token);
        int slot = Slots.of(hash, table);
        while (table[slot] != 0
                && !(NodeSlots.mayBe(table[slot], hash) && nodes.place(NodeSlots.node(table[slot])) == place)) {
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
