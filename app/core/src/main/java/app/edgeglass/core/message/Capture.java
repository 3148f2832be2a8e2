package app.edgeglass.core.message;

import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.subject.SubjectTree;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * What has arrived since a person last cleared the screen: the tree, the log and the counters. Messages are
 * brought one at a time, by whichever thread holds the lock for that (see {@link Feed}); any number of threads read.
 */
public final class Capture {

    private static final byte[] NOTHING = new byte[0];
    private static final VarHandle RECEIVED = handle("received");
    private static final VarHandle RECEIVED_BYTES = handle("receivedBytes");
    private static final VarHandle COPIES = handle("copies");
    private static final VarHandle REFUSED = handle("refused");

    private final SubjectTree tree;
    private final MessageLog log;
    private final Folding folding;
    private final MicroClock clock = new MicroClock();

    // Written by the thread that brings the messages, without the fence of a volatile write.
    private volatile long received;
    private volatile long receivedBytes;
    private volatile long copies;
    private volatile long refused;

    public Capture(Budget budget) {
        this(budget, "");
    }

    /** @param inboxPrefix under which inboxes count together besides the protocol's own, without the last point; may be empty */
    public Capture(Budget budget, String inboxPrefix) {
        folding = new Folding(inboxPrefix);
        tree = new SubjectTree(budget.treeBytes());
        log = new MessageLog(tree, budget.logBytes(), budget.lastBytes());
    }

    // ---- the thread that brings the messages

    /** Fetches from memory what the next messages will need, see {@link app.edgeglass.core.connection.FrameSink#expect}. */
    public void expect(MessageFrame[] frames, int count) {
        for (int i = 0; i < count; i++) {
            MessageFrame frame = frames[i];
            tree.expect(frame.bytes(), frame.subjectAt(), frame.subjectLength());
        }
        tree.fetch();
    }

    /**
     * Counts and keeps a message. Subjects that are made up anew for each message count together, see {@link Folding};
     * and so do those that the tree has no room for, see {@link SubjectTree}; the message keeps its own.
     */
    public void accept(MessageFrame frame) {
        long number = received + 1;
        long bytes = (long) frame.payloadLength() + frame.headersLength();
        RECEIVED.setRelease(this, number);
        RECEIVED_BYTES.setRelease(this, receivedBytes + bytes);
        boolean taken = false;
        try {
            taken = take(frame, number, bytes);
        } finally {
            // Also when something broke: what was received must be somewhere.
            if (!taken) {
                refuse();
            }
        }
    }

    private boolean take(MessageFrame frame, long number, long bytes) {
        long micros = clock.micros(frame.arrivedNanos());
        int at = frame.subjectAt();
        int length = frame.subjectLength();
        byte[] folded = folding.fold(frame.bytes(), at, length);
        int node = folded == null
                ? tree.count(frame.bytes(), at, length, bytes, micros)
                : tree.count(folded, 0, folded.length, bytes, micros);
        return node >= 0
                ? log.append(node, number, micros, frame, folded != null)
                : log.append(~node, number, micros, frame, true);
    }

    /**
     * As {@link #accept(MessageFrame)}.
     *
     * @param reply the reply subject's UTF-8 bytes, empty for none
     * @param headers the header block as in the protocol, empty for none
     */
    public void accept(byte[] subject, byte[] reply, byte[] headers, byte[] payload) {
        accept(MessageFrame.of(subject, reply, headers, payload));
    }

    /** As {@link #accept(byte[], byte[], byte[], byte[])} for a message without reply subject and headers. */
    public void accept(String subject, byte[] payload) {
        accept(subject.getBytes(StandardCharsets.UTF_8), NOTHING, NOTHING, payload);
    }

    /** Counts a message that has come before, see {@link Counters#copies}. */
    public void acceptCopy() {
        RECEIVED.setRelease(this, received + 1);
        COPIES.setRelease(this, copies + 1);
    }

    /** Lets the tree grow to so many bytes, or no further when it has more; answers to how many it may. */
    long limitTree(long bytes) {
        return tree.limit(bytes);
    }

    /** Takes another budget from now on. Subjects stay; of the messages the oldest go when they do not fit. */
    void resize(Budget budget) {
        tree.limit(budget.treeBytes());
        log.resize(budget.logBytes(), budget.lastBytes());
    }

    private void refuse() {
        REFUSED.setRelease(this, refused + 1);
    }

    // ---- any thread

    public SubjectTree tree() {
        return tree;
    }

    public MessageLog log() {
        return log;
    }

    /** What tree and log take, in bytes. */
    public long memory() {
        return tree.memory() + log.memory();
    }

    /** How many messages have been received. */
    public long received() {
        return received;
    }

    /**
     * The counters, which add up: what was received is kept, evicted, refused or a copy.
     *
     * @param dropped what the client dropped before it got here, as it says itself
     */
    public Counters counters(long dropped) {
        // In the order in which a message passes them backwards, so that none is counted twice.
        LogUse use = log.use();
        long refusedNow = refused;
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
