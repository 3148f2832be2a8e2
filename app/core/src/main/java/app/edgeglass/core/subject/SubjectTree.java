package app.edgeglass.core.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Every subject seen, as a tree of tokens, each with its counters. Exactly one thread counts; any number of threads read
 * meanwhile, and neither waits for the other.
 *
 * <p>A node is a number: 0 is the root, and a child's number is always above its parent's. It never changes its meaning.
 * All of a node's data stands in eight longs, one cache line, in pages that are never moved, so that a node whose number
 * a reader learned from {@link #size} or from a link is complete. Counters are those of the subject that ends at the
 * node; sums over a branch are derived by {@link TreeSample}, not on each message. A reader may see a counter of a
 * message whose other counter it does not see yet; it never sees one go back.
 *
 * <p>The tree takes no more than its budget of bytes: a subject beyond it is refused, and {@link #count} says so.
 */
public final class SubjectTree {

    /** The node above the first tokens. */
    public static final int ROOT = 0;

    /** No node, or: no room for it. */
    public static final int NONE = -1;

    /** No last message, see {@link #lastRef}. */
    public static final long NO_REF = -1;

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int STRIDE = 8;
    private static final int COUNT = 0;
    private static final int BYTES = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;
    private static final int REF = 4;
    private static final int HASH = 5;
    /** Parent in the upper half, token in the lower. */
    private static final int PLACE = 6;
    /** First child in the upper half, next sibling in the lower; 0 is none, since the root is nobody's child. */
    private static final int LINKS = 7;

    /** What a slot of the table of subjects holds: a node, and above it four bits of the subject's hash. */
    private static final int TAG_AT = 28;

    private static final int NODE_MASK = (1 << TAG_AT) - 1;

    private static final int TAG_MASK = ~NODE_MASK;

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private final TokenTable tokens = new TokenTable();

    private volatile long[][] pages = new long[16][];
    private volatile int size;
    private volatile long memory;

    // The writer's own; readers never look at these.
    private int[] bySubject = Slots.first();
    private int[] byToken = Slots.first();
    private int subjects;
    private int pageCount;
    private long budget;

    /**
     * @param budgetBytes the most memory that the tree may take
     */
    public SubjectTree(long budgetBytes) {
        budget = budgetBytes;
        newNode(NONE, tokens.intern(new byte[0], 0, 0));
    }

    // ---- the one thread that counts

    /**
     * Counts a message on a subject.
     *
     * @param subject holds the subject's UTF-8 bytes
     * @param messageBytes what the message adds to the byte count
     * @param micros when it arrived, in microseconds since 1970
     * @return the subject's node, or {@link #NONE} when it is new and the budget is used up; nothing was counted then
     */
    public int count(byte[] subject, int offset, int length, long messageBytes, long micros) {
        long hash = ByteHash.of(subject, offset, length);
        int node = find(hash, subject, offset, length);
        if (node == NONE) {
            node = addSubject(hash, subject, offset, length);
            if (node == NONE) {
                return NONE;
            }
        }
        long[] page = pages[node >>> PAGE_BITS];
        int at = (node & (PAGE - 1)) * STRIDE;
        long count = page[at + COUNT];
        if (count == 0) {
            LONGS.setOpaque(page, at + FIRST, micros);
        }
        LONGS.setOpaque(page, at + BYTES, page[at + BYTES] + messageBytes);
        LONGS.setOpaque(page, at + LAST, micros);
        LONGS.setRelease(page, at + COUNT, count + 1);
        return node;
    }

    /** Takes no more than so many bytes from now on, or than it takes already; answers which of the two. */
    public long limit(long bytes) {
        budget = Math.max(bytes, memory());
        return budget;
    }

    /** Says where the subject's last message stands. */
    public void lastRef(int node, long ref) {
        LONGS.setRelease(pages[node >>> PAGE_BITS], (node & (PAGE - 1)) * STRIDE + REF, ref);
    }

    private int find(long hash, byte[] subject, int offset, int length) {
        int[] slots = bySubject;
        int slot = Slots.of(hash, slots);
        int tag = tag(hash);
        while (slots[slot] != 0) {
            int entry = slots[slot];
            // Most others are told apart by the tag, without a look at their node, which is far away in memory.
            if ((entry & TAG_MASK) == tag) {
                int node = entry & NODE_MASK;
                if (read(node, HASH) == hash && isSubject(node, subject, offset, length)) {
                    return node;
                }
            }
            slot = Slots.next(slot, slots);
        }
        return NONE;
    }

    /** Compares from the last token up, since the node at hand is the last one. */
    private boolean isSubject(int node, byte[] subject, int offset, int length) {
        int end = offset + length;
        int at = node;
        while (true) {
            long place = read(at, PLACE);
            int token = (int) place;
            int start = end - tokens.length(token);
            if (start < offset || !tokens.matches(token, subject, start, end - start)) {
                return false;
            }
            at = (int) (place >>> 32);
            if (at == ROOT) {
                return start == offset;
            }
            end = start - 1;
            if (end < offset || subject[end] != '.') {
                return false;
            }
        }
    }

    private int addSubject(long hash, byte[] subject, int offset, int length) {
        if (!hasRoom(subject, offset, length)) {
            return NONE;
        }
        int end = offset + length;
        int node = ROOT;
        int start = offset;
        while (start <= end) {
            int dot = start;
            while (dot < end && subject[dot] != '.') {
                dot++;
            }
            node = childOf(node, tokens.intern(subject, start, dot - start));
            start = dot + 1;
        }
        write(node, HASH, hash);
        put(bySubject, hash, node);
        subjects++;
        if (subjects * 2 > bySubject.length) {
            bySubject = rehashSubjects();
            measure();
        }
        return node;
    }

    /** Whether the budget has what the subject may need at most, what only growing takes included. */
    private boolean hasRoom(byte[] subject, int offset, int length) {
        int count = 1;
        for (int i = offset; i < offset + length; i++) {
            if (subject[i] == '.') {
                count++;
            }
        }
        int nodes = size + count;
        if (nodes > NODE_MASK) {
            return false;
        }
        long need = tokens.growth(length, count);
        int pagesMore = (nodes >>> PAGE_BITS) + 1 - pageCount;
        need += (long) pagesMore * PAGE * STRIDE * Long.BYTES;
        need += (subjects + 1) * 2 > bySubject.length ? Slots.bytesOfTwice(bySubject) : 0;
        need += nodes * 2 > byToken.length ? Slots.bytesOfTwice(byToken) : 0;
        return memory() + need <= budget;
    }

    private void measure() {
        memory = (long) pageCount * PAGE * STRIDE * Long.BYTES + (bySubject.length + byToken.length) * 4L;
    }

    private static int tag(long hash) {
        return (int) hash << TAG_AT;
    }

    private static void put(int[] slots, long hash, int node) {
        int slot = Slots.of(hash, slots);
        while (slots[slot] != 0) {
            slot = Slots.next(slot, slots);
        }
        slots[slot] = tag(hash) | node;
    }

    private int childOf(int parent, int token) {
        int slot = Slots.of(ByteHash.ofPair(parent, token), byToken);
        while (byToken[slot] != 0) {
            int node = byToken[slot];
            if (read(node, PLACE) == place(parent, token)) {
                return node;
            }
            slot = Slots.next(slot, byToken);
        }
        int node = newNode(parent, token);
        byToken[slot] = node;
        if (size * 2 > byToken.length) {
            byToken = rehashTokens();
            measure();
        }
        return node;
    }

    private int newNode(int parent, int token) {
        int node = size;
        if (node >>> PAGE_BITS == pageCount) {
            addPage();
        }
        write(node, REF, NO_REF);
        write(node, PLACE, place(parent, token));
        if (parent != NONE) {
            long links = read(parent, LINKS);
            write(node, LINKS, links >>> 32);
            LONGS.setRelease(
                    pages[parent >>> PAGE_BITS], at(parent) + LINKS, ((long) node << 32) | (links & 0xFFFFFFFFL));
        }
        size = node + 1;
        return node;
    }

    private void addPage() {
        long[][] directory = pages;
        if (pageCount == directory.length) {
            directory = Arrays.copyOf(directory, directory.length * 2);
        }
        directory[pageCount] = new long[PAGE * STRIDE];
        pageCount++;
        pages = directory;
        measure();
    }

    private int[] rehashSubjects() {
        int[] larger = Slots.twice(bySubject);
        for (int entry : bySubject) {
            if (entry != 0) {
                int node = entry & NODE_MASK;
                put(larger, read(node, HASH), node);
            }
        }
        return larger;
    }

    private int[] rehashTokens() {
        int[] larger = Slots.twice(byToken);
        for (int node : byToken) {
            if (node != 0) {
                long place = read(node, PLACE);
                int slot = Slots.of(ByteHash.ofPair((int) (place >>> 32), (int) place), larger);
                while (larger[slot] != 0) {
                    slot = Slots.next(slot, larger);
                }
                larger[slot] = node;
            }
        }
        return larger;
    }

    private static long place(int parent, int token) {
        return ((long) parent << 32) | (token & 0xFFFFFFFFL);
    }

    private static int at(int node) {
        return (node & (PAGE - 1)) * STRIDE;
    }

    private long read(int node, int field) {
        return pages[node >>> PAGE_BITS][at(node) + field];
    }

    private void write(int node, int field, long value) {
        pages[node >>> PAGE_BITS][at(node) + field] = value;
    }

    // ---- any thread

    /** The number of nodes; every number below it is a complete node. */
    public int size() {
        return size;
    }

    /** How many messages arrived on the subject that ends at the node; 0 for a node that is only a branch. */
    public long messages(int node) {
        return acquire(node, COUNT);
    }

    /** Their bytes. */
    public long bytes(int node) {
        return opaque(node, BYTES);
    }

    /** When the subject's first message arrived, in microseconds since 1970; 0 when none has. */
    public long firstMicros(int node) {
        return opaque(node, FIRST);
    }

    /** When the subject's last message arrived, in microseconds since 1970; 0 when none has. */
    public long lastMicros(int node) {
        return opaque(node, LAST);
    }

    /** Where the subject's last message stands in the log, or {@link #NO_REF}. */
    public long lastRef(int node) {
        return acquire(node, REF);
    }

    /** The node above, or {@link #NONE} above the root. */
    public int parent(int node) {
        return (int) (opaque(node, PLACE) >>> 32);
    }

    /** The node's newest child, or {@link #NONE}; follow {@link #nextSibling} for the others. */
    public int firstChild(int node) {
        int child = (int) (acquire(node, LINKS) >>> 32);
        return child == 0 ? NONE : child;
    }

    /** The child of the same parent that came before this one, or {@link #NONE}. */
    public int nextSibling(int node) {
        int sibling = (int) opaque(node, LINKS);
        return sibling == 0 ? NONE : sibling;
    }

    /** The number of the node's own token, for {@link #tokens}. */
    int tokenOf(int node) {
        return (int) opaque(node, PLACE);
    }

    TokenTable tokens() {
        return tokens;
    }

    /** The node's own token; empty for the root. */
    public String token(int node) {
        return tokens.text((int) opaque(node, PLACE));
    }

    /** The whole subject that ends at the node; empty for the root. */
    public String subject(int node) {
        if (node == ROOT) {
            return "";
        }
        int length = -1;
        for (int at = node; at != ROOT; at = parent(at)) {
            length += tokens.length((int) opaque(at, PLACE)) + 1;
        }
        var bytes = new byte[length];
        int end = length;
        for (int at = node; at != ROOT; at = parent(at)) {
            int token = (int) opaque(at, PLACE);
            end -= tokens.length(token);
            tokens.copy(token, bytes, end);
            if (end > 0) {
                end--;
                bytes[end] = '.';
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many tokens the node's subject has; 0 for the root. */
    public int depth(int node) {
        int depth = 0;
        for (int at = node; at != ROOT; at = parent(at)) {
            depth++;
        }
        return depth;
    }

    /** The node of a subject or a branch, or {@link #NONE}. Walks lists of children, so it is for single look-ups. */
    public int find(String subject) {
        if (subject.isEmpty()) {
            return ROOT;
        }
        int node = ROOT;
        for (String token : subject.split("\\.", -1)) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            int child = firstChild(node);
            while (child != NONE && !tokens.matches((int) opaque(child, PLACE), bytes, 0, bytes.length)) {
                child = nextSibling(child);
            }
            if (child == NONE) {
                return NONE;
            }
            node = child;
        }
        return node;
    }

    /** What the tree takes, in bytes. */
    public long memory() {
        return memory + tokens.memory();
    }

    private long opaque(int node, int field) {
        return (long) LONGS.getOpaque(pages[node >>> PAGE_BITS], at(node) + field);
    }

    private long acquire(int node, int field) {
        return (long) LONGS.getAcquire(pages[node >>> PAGE_BITS], at(node) + field);
    }
}
