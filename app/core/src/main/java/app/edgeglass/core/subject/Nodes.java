package app.edgeglass.core.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The nodes of a tree: eight longs each, one cache line, in pages that are never moved. One thread adds and writes; a reader
 * that learned a node's number from {@link #size} or from a link finds it complete.
 */
final class Nodes {

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

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int STRIDE = 8;
    private static final int PAGE_BYTES = PAGE * STRIDE * Long.BYTES;

    private volatile long[][] pages = new long[16][];
    private volatile int size;
    private int pageCount;

    // ---- the writer

    /** Adds a node below another, or the root below none. */
    int add(int parent, int token) {
        int node = size;
        if (node >>> PAGE_BITS == pageCount) {
            addPage();
        }
        write(node, REF, SubjectTree.NO_REF);
        write(node, PLACE, place(parent, token));
        if (parent != SubjectTree.NONE) {
            long links = read(parent, LINKS);
            write(node, LINKS, links >>> 32);
            release(parent, LINKS, ((long) node << 32) | (links & 0xFFFFFFFFL));
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
    }

    static long place(int parent, int token) {
        return ((long) parent << 32) | (token & 0xFFFFFFFFL);
    }

    static int parentOf(long place) {
        return (int) (place >>> 32);
    }

    static int tokenOf(long place) {
        return (int) place;
    }

    /** Counts a message. */
    void count(int node, long messageBytes, long micros) {
        long[] page = page(node);
        int at = at(node);
        long count = page[at + COUNT];
        if (count == 0) {
            LONGS.setOpaque(page, at + FIRST, micros);
        }
        LONGS.setOpaque(page, at + BYTES, page[at + BYTES] + messageBytes);
        LONGS.setOpaque(page, at + LAST, micros);
        LONGS.setRelease(page, at + COUNT, count + 1);
    }

    /** Counts several messages of which no more is known than that they are there. */
    void count(int node, long messages) {
        release(node, COUNT, read(node, COUNT) + messages);
    }

    void lastRef(int node, long ref) {
        release(node, REF, ref);
    }

    /** Of the whole subject that ends at the node; no reader looks at it. */
    void hash(int node, long hash) {
        write(node, HASH, hash);
    }

    long hash(int node) {
        return read(node, HASH);
    }

    /** Parent and token, see {@link #place(int, int)}, for the writer. */
    long place(int node) {
        return read(node, PLACE);
    }

    private long read(int node, int field) {
        return page(node)[at(node) + field];
    }

    private void write(int node, int field, long value) {
        page(node)[at(node) + field] = value;
    }

    private void release(int node, int field, long value) {
        LONGS.setRelease(page(node), at(node) + field, value);
    }

    private long[] page(int node) {
        return pages[node >>> PAGE_BITS];
    }

    private static int at(int node) {
        return (node & (PAGE - 1)) * STRIDE;
    }

    /** Reads the first and the last of a node, which seldom begins where a cache line does. */
    long touch(int node) {
        return read(node, COUNT) + read(node, LINKS);
    }

    /** What so many nodes more would take, in bytes. */
    long growth(int more) {
        return (((size + more) >>> PAGE_BITS) + 1L - pageCount) * PAGE_BYTES;
    }

    /** What all of them take, in bytes. */
    long memory() {
        return (long) pageCount * PAGE_BYTES;
    }

    // ---- any thread

    int size() {
        return size;
    }

    long messages(int node) {
        return acquire(node, COUNT);
    }

    long bytes(int node) {
        return opaque(node, BYTES);
    }

    long firstMicros(int node) {
        return opaque(node, FIRST);
    }

    long lastMicros(int node) {
        return opaque(node, LAST);
    }

    long lastRef(int node) {
        return acquire(node, REF);
    }

    int parent(int node) {
        return parentOf(opaque(node, PLACE));
    }

    int token(int node) {
        return tokenOf(opaque(node, PLACE));
    }

    /** 0 for none. */
    int firstChild(int node) {
        return (int) (acquire(node, LINKS) >>> 32);
    }

    /** 0 for none. */
    int nextSibling(int node) {
        return (int) opaque(node, LINKS);
    }

    private long opaque(int node, int field) {
        return (long) LONGS.getOpaque(page(node), at(node) + field);
    }

    private long acquire(int node, int field) {
        return (long) LONGS.getAcquire(page(node), at(node) + field);
    }
}
