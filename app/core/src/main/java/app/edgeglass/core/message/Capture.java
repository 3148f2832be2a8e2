package app.edgeglass.core.message;

import app.edgeglass.core.subject.SubjectTree;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What has arrived since a person last cleared the screen: the tree, the log and the counters. One thread brings the
 * messages, any number read.
 */
public final class Capture {

    private static final byte[] NOTHING = new byte[0];
    private static final VarHandle RECEIVED = handle("received");
    private static final VarHandle RECEIVED_BYTES = handle("receivedBytes");

    private final SubjectTree tree;
    private final MessageLog log;
    private final MicroClock clock = new MicroClock();

    // Written by the one thread that brings the messages, without the fence of a volatile write.
    private volatile long received;
    private volatile long receivedBytes;
    private volatile long copies;
    private volatile long refused;

    public Capture(Budget budget) {
        tree = new SubjectTree(budget.treeBytes());
        log = new MessageLog(tree, budget.logBytes(), budget.lastBytes());
    }

    // ---- the one thread that brings the messages

    /**
     * Counts and keeps a message. Subjects that are made up anew for each message count together, see {@link Folding};
     * the message keeps its own.
     *
     * @param reply the reply subject's UTF-8 bytes, empty for none
     * @param headers the header block as in the protocol, empty for none
     */
    public void accept(byte[] subject, byte[] reply, byte[] headers, byte[] payload) {
        long number = received + 1;
        long bytes = (long) payload.length + headers.length;
        RECEIVED.setRelease(this, number);
        RECEIVED_BYTES.setRelease(this, receivedBytes + bytes);
        long micros = clock.micros();
        byte[] counted = Folding.fold(subject);
        int node = tree.count(counted, 0, counted.length, bytes, micros);
        if (node == SubjectTree.NONE) {
            refuse();
            return;
        }
        boolean folded = !Arrays.equals(counted, subject);
        log.append(node, number, micros, folded ? subject : NOTHING, reply, headers, payload);
    }

    /** As {@link #accept(byte[], byte[], byte[], byte[])} for a message without reply subject and headers. */
    public void accept(String subject, byte[] payload) {
        accept(subject.getBytes(StandardCharsets.UTF_8), NOTHING, NOTHING, payload);
    }

    /** Counts a message that has come before, see {@link Counters#copies}. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    public void acceptCopy() {
        RECEIVED.setRelease(this, received + 1);
        copies++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    private void refuse() {
        refused++;
    }

    // ---- any thread

    public SubjectTree tree() {
        return tree;
    }

    public MessageLog log() {
        return log;
    }

    /**
     * The counters, which add up: what was received is kept, evicted, refused or a copy.
     *
     * @param dropped what the client dropped before it got here, as it says itself
     */
    public Counters counters(long dropped) {
        // In the order in which a message passes them backwards, so that none is counted twice.
        LogUse use = log.use();
        long refusedNow = refused + use.tooLarge();
        long copiesNow = copies;
        long bytes = receivedBytes;
        long all = received;
        long kept = all - use.evicted() - refusedNow - copiesNow;
        return new Counters(all, bytes, kept, use.evicted(), copiesNow, refusedNow, dropped);
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(Capture.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
