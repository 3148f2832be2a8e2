package app.edgeglass.core.subject;

/** Finds the node of a whole subject by its hash. For the one thread that counts. */
final class SubjectIndex {

    /** Set in the hash that is kept of a subject; a node at which none ends has 0. */
    private static final long SUBJECT = 1L << 63;

    private final Nodes nodes;
    private final TokenTable tokens;

    private int[] slots = Slots.first();
    private int size;

    SubjectIndex(Nodes nodes, TokenTable tokens) {
        this.nodes = nodes;
        this.tokens = tokens;
    }

    /** The subject's node, or {@link SubjectTree#NONE}. */
    int find(long hash, byte[] subject, int offset, int length) {
        int[] table = slots;
        int folded = folded(hash);
        int slot = Slots.of(folded, table);
        while (table[slot] != 0) {
            int entry = table[slot];
            if (NodeSlots.mayBe(entry, folded)) {
                int node = NodeSlots.node(entry);
                if (nodes.hash(node) == (hash | SUBJECT) && isSubject(node, subject, offset, length)) {
                    return node;
                }
            }
            slot = Slots.next(slot, table);
        }
        return SubjectTree.NONE;
    }

    /** Reads the slot where the search for a subject begins. */
    int touch(long hash) {
        return slots[Slots.of(folded(hash), slots)];
    }

    /** The node that a subject most likely has, by its slot alone; 0 for none. */
    int likely(long hash) {
        int[] table = slots;
        int folded = folded(hash);
        int slot = Slots.of(folded, table);
        while (table[slot] != 0 && !NodeSlots.mayBe(table[slot], folded)) {
            slot = Slots.next(slot, table);
        }
        return NodeSlots.node(table[slot]);
    }

    /** Compares from the last token up, since the node at hand is the last one. */
    private boolean isSubject(int node, byte[] subject, int offset, int length) {
        int end = offset + length;
        int at = node;
        while (true) {
            long place = nodes.place(at);
            int token = Nodes.tokenOf(place);
            int start = end - tokens.length(token);
            if (start < offset || !tokens.matches(token, subject, start, end - start)) {
                return false;
            }
            at = Nodes.parentOf(place);
            if (at == SubjectTree.ROOT) {
                return start == offset;
            }
            end = start - 1;
            if (end < offset || subject[end] != '.') {
                return false;
            }
        }
    }

    /** Adds a subject that is not there yet. */
    void add(long hash, int node) {
        nodes.hash(node, hash | SUBJECT);
        NodeSlots.put(slots, folded(hash), node);
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    /** In the order of the nodes, which are eight times as large as the table: so only the table is walked about in. */
    private void grow() {
        int[] larger = Slots.twice(slots);
        for (int node = 0; node < nodes.size(); node++) {
            long hash = nodes.hash(node);
            if (hash != 0) {
                NodeSlots.put(larger, folded(hash), node);
            }
        }
        slots = larger;
    }

    private static int folded(long hash) {
        long marked = hash | SUBJECT;
        return (int) (marked ^ (marked >>> 32));
    }

    /** What one more would take, in bytes. */
    long growth() {
        return (size + 1) * 2 > slots.length ? Slots.bytesOfTwice(slots) : 0;
    }

    long memory() {
        return slots.length * 4L;
    }
}
