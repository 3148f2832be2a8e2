package app.edgeglass.core.subject;

/** Finds the node of a whole subject by its hash. For the one thread that counts. */
final class SubjectIndex {

    /** What a slot holds: a node, and above it four bits of the subject's hash. */
    private static final int TAG_AT = 28;

    /** The highest number that a node can have. */
    static final int MOST_NODE = (1 << TAG_AT) - 1;

    private static final int TAG_MASK = ~MOST_NODE;

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
        int slot = Slots.of(hash, table);
        int tag = tag(hash);
        while (table[slot] != 0) {
            int entry = table[slot];
            // Most others are told apart by the tag, without a look at their node, which is far away in memory.
            if ((entry & TAG_MASK) == tag) {
                int node = entry & MOST_NODE;
                if (nodes.hash(node) == hash && isSubject(node, subject, offset, length)) {
                    return node;
                }
            }
            slot = Slots.next(slot, table);
        }
        return SubjectTree.NONE;
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
        nodes.hash(node, hash);
        put(slots, hash, node);
        size++;
        if (size * 2 > slots.length) {
            int[] larger = Slots.twice(slots);
            for (int entry : slots) {
                if (entry != 0) {
                    int known = entry & MOST_NODE;
                    put(larger, nodes.hash(known), known);
                }
            }
            slots = larger;
        }
    }

    private static void put(int[] table, long hash, int node) {
        int slot = Slots.of(hash, table);
        while (table[slot] != 0) {
            slot = Slots.next(slot, table);
        }
        table[slot] = tag(hash) | node;
    }

    private static int tag(long hash) {
        return (int) hash << TAG_AT;
    }

    /** What one more would take, in bytes. */
    long growth() {
        return (size + 1) * 2 > slots.length ? Slots.bytesOfTwice(slots) : 0;
    }

    long memory() {
        return slots.length * 4L;
    }
}
