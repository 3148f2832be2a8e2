package app.edgeglass.core.subject;

import java.util.Arrays;

/**
 * The sums over each branch at one moment, and the rates between moments. One thread takes samples, as often as it likes
 * and without stopping the one that counts; it alone may read them.
 *
 * <p>Since a child's number is always above its parent's, one pass from the last node to the first adds every branch up.
 * A rate is an exponentially weighted mean over about {@value #RATE_SECONDS} seconds.
 */
public final class TreeSample {

    static final int RATE_SECONDS = 3;

    private final SubjectTree tree;

    private int size;
    private long[] messages = new long[64];
    private long[] bytes = new long[64];
    private long[] last = new long[64];
    private int[] subjects = new int[64];
    private int[] children = new int[64];
    private long[] before = new long[64];
    private float[] rates = new float[64];
    private long takenNanos;

    public TreeSample(SubjectTree tree) {
        this.tree = tree;
    }

    /**
     * Takes a new sample.
     *
     * @param nanos now, as {@link System#nanoTime} has it
     */
    public void take(long nanos) {
        int known = size;
        size = tree.size();
        grow();
        Arrays.fill(subjects, 0, size, 0);
        Arrays.fill(children, 0, size, 0);
        for (int node = 0; node < size; node++) {
            long count = tree.messages(node);
            messages[node] = count;
            bytes[node] = tree.bytes(node);
            last[node] = tree.lastMicros(node);
            if (count > 0) {
                subjects[node] = 1;
            }
        }
        Rests rests = tree.rests();
        int restsNow = rests.size();
        for (int i = 0; i < restsNow; i++) {
            if (rests.node(i) < size) {
                subjects[rests.node(i)] = rests.subjects(i);
            }
        }
        for (int node = size - 1; node > 0; node--) {
            int parent = tree.parent(node);
            messages[parent] += messages[node];
            bytes[parent] += bytes[node];
            last[parent] = Math.max(last[parent], last[node]);
            subjects[parent] += subjects[node];
            children[parent]++;
        }
        rate(nanos, known);
    }

    private void rate(long nanos, int known) {
        if (takenNanos == 0) {
            takenNanos = nanos;
            System.arraycopy(messages, 0, before, 0, size);
            return;
        }
        double seconds = (nanos - takenNanos) / 1e9;
        if (seconds <= 0) {
            return;
        }
        takenNanos = nanos;
        float weight = (float) -Math.expm1(-seconds / RATE_SECONDS);
        float perSecond = (float) (1 / seconds);
        for (int node = 0; node < size; node++) {
            float now = (messages[node] - before[node]) * perSecond;
            rates[node] = rates[node] + (now - rates[node]) * weight;
            before[node] = messages[node];
        }
        Arrays.fill(before, size, Math.max(size, known), 0);
    }

    private void grow() {
        if (size > messages.length) {
            int length = Math.max(size, messages.length + messages.length / 2);
            messages = Arrays.copyOf(messages, length);
            bytes = Arrays.copyOf(bytes, length);
            last = Arrays.copyOf(last, length);
            subjects = Arrays.copyOf(subjects, length);
            children = Arrays.copyOf(children, length);
            before = Arrays.copyOf(before, length);
            rates = Arrays.copyOf(rates, length);
        }
    }

    public SubjectTree tree() {
        return tree;
    }

    /** The number of nodes in this sample; newer ones are not in it. */
    public int size() {
        return size;
    }

    /** Messages on the node's subject and all below it. */
    public long messages(int node) {
        return messages[node];
    }

    /** Their bytes. */
    public long bytes(int node) {
        return bytes[node];
    }

    /** When the last of them arrived, in microseconds since 1970. */
    public long lastMicros(int node) {
        return last[node];
    }

    /** The number of subjects with a message at the node and below it; about, where some of them are a branch's rest. */
    public int subjects(int node) {
        return subjects[node];
    }

    /** The number of nodes directly below. */
    public int children(int node) {
        return children[node];
    }

    /** Messages a second. */
    public float rate(int node) {
        return rates[node];
    }
}
