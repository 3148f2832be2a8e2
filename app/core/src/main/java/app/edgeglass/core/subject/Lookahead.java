package app.edgeglass.core.subject;

/**
 * Has the processor fetch what several messages need at the same time. Slot and node of one subject among many are far away
 * in memory, and where the node is stands in the slot: two waits for each message, if they are looked for one after the other.
 * Here all slots are asked for, then all nodes, each loop without a branch that would have to wait for what it reads.
 */
final class Lookahead {

    /** The most that are expected at once. */
    private static final int MOST = 16;

    /** Fewer nodes than these, 64 bytes each, stay in the processor's own memory; to look ahead for them would only cost. */
    private static final int WORTH_LOOKING = 1 << 14;

    private final SubjectIndex bySubject;
    private final Nodes nodes;
    private final long[] hashes = new long[MOST];
    private final int[] found = new int[MOST];
    private int size;
    /** Means nothing. */
    @SuppressWarnings("UnusedVariable") // What is read and not kept, the compiler does not read.
    private long touched;

    Lookahead(SubjectIndex bySubject, Nodes nodes) {
        this.bySubject = bySubject;
        this.nodes = nodes;
    }

    /** More than {@value #MOST} are left out. */
    void expect(byte[] subject, int offset, int length) {
        if (size < MOST && nodes.size() >= WORTH_LOOKING) {
            hashes[size] = ByteHash.of(subject, offset, length);
            size++;
        }
    }

    void fetch() {
        long seen = 0;
        for (int i = 0; i < size; i++) {
            seen += bySubject.touch(hashes[i]);
        }
        for (int i = 0; i < size; i++) {
            found[i] = bySubject.likely(hashes[i]);
        }
        for (int i = 0; i < size; i++) {
            seen += nodes.touch(found[i]);
        }
        touched += seen;
        size = 0;
    }
}
