package app.edgeglass.core.subject;

import java.util.Arrays;

/** Rows under construction. */
final class RowBuffer {

    int size;
    private int[] nodes = new int[256];
    private short[] depths = new short[256];
    private byte[] flags = new byte[256];
    private long[] messages = new long[256];
    private float[] rates = new float[256];
    private long[] lastMicros = new long[256];
    private int[] subjects = new int[256];
    private int[] children = new int[256];

    void add(TreeSample sample, int node, int depth, boolean open, boolean match, int below) {
        if (size == nodes.length) {
            grow(size * 2);
        }
        nodes[size] = node;
        depths[size] = (short) Math.min(depth, Short.MAX_VALUE);
        flags[size] = (byte) ((open ? TreeRows.EXPANDED : 0) | (match ? TreeRows.MATCH : 0));
        messages[size] = sample.messages(node);
        rates[size] = sample.rate(node);
        lastMicros[size] = sample.lastMicros(node);
        subjects[size] = sample.subjects(node);
        children[size] = below;
        size++;
    }

    private void grow(int length) {
        nodes = Arrays.copyOf(nodes, length);
        depths = Arrays.copyOf(depths, length);
        flags = Arrays.copyOf(flags, length);
        messages = Arrays.copyOf(messages, length);
        rates = Arrays.copyOf(rates, length);
        lastMicros = Arrays.copyOf(lastMicros, length);
        subjects = Arrays.copyOf(subjects, length);
        children = Arrays.copyOf(children, length);
    }

    TreeRows rows(SubjectTree tree, int shownSubjects, int allSubjects, int hidden, int pending, int undecided) {
        return new TreeRows(
                tree,
                size,
                nodes,
                depths,
                flags,
                messages,
                rates,
                lastMicros,
                subjects,
                children,
                shownSubjects,
                allSubjects,
                hidden,
                pending,
                undecided);
    }
}
