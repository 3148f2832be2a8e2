package app.edgeglass.core.message;

import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * The recent messages, within a budget of bytes; the oldest go first. The last message of each subject outlives the
 * others: when it would go, it moves to a second store with a budget of its own, and goes for good only when that one is
 * full of last messages too. What went is counted.
 *
 * <p>One thread appends, the same that counts in the tree; any number of threads read and neither side waits. A message
 * costs no object that survives: it stands as bytes in a ring. Readers hold references: numbers that stay valid until the
 * message is evicted, after which reading answers nothing.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes the counters; the others only read them.
public final class MessageLog {

    private static final int MOVES_PER_APPEND = 32;

    /** One in so many records of the second store must be outdated for the current ones to be moved about for it. */
    private static final int WORTH_LOOKING = 8;

    private static final int MOST_OTHERS = 1_000;

    private static final Duration BACK = Duration.ofDays(60);

    private final SubjectTree tree;
    private final SlabRing recent;
    private final SlabRing lasts;
    /** What the times of the records count from; some time back, for clocks that are set back. */
    private final long beginning;

    private final byte[] head = new byte[LogRecord.HEAD];
    private long lastsRecords;
    private long outdated;
    private byte[] leaving = new byte[4096];
    private byte[] circling = new byte[4096];

    private volatile long evicted;
    private volatile long evictedBytes;
    private volatile long tooLarge;
    private volatile long lastsLost;

    /**
     * @param tree the tree whose nodes the messages belong to, and which knows each subject's last message
     * @param budgetBytes for recent messages
     * @param lastsBudgetBytes for last messages that are no longer recent
     */
    public MessageLog(SubjectTree tree, long budgetBytes, long lastsBudgetBytes) {
        this.tree = tree;
        this.beginning = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().minus(BACK));
        this.recent = new SlabRing(budgetBytes);
        this.lasts = new SlabRing(lastsBudgetBytes);
    }

    // ---- the one thread that appends

    /**
     * Keeps a message as the last one of its subject.
     *
     * @param node the subject's node in the tree
     * @param number the message's number
     * @param micros when it arrived, in microseconds since 1970
     * @param ownSubject whether it has a subject of its own, not the node's
     * @return false when it is larger than a quarter of the budget; it is counted, but not kept
     */
    public boolean append(int node, long number, long micros, MessageFrame frame, boolean ownSubject) {
        int flags = LogRecord.flags(frame, ownSubject);
        long length = LogRecord.length(flags, frame);
        if (length > recent.capacity() / 4) {
            tooLarge++;
            return false;
        }
        if (recent.free() < length) {
            // A little more than needed, so that the next messages find room without asking.
            makeRoom(Math.max(length, recent.capacity() / 1024));
        }
        long position = recent.head();
        long since = Math.max(0, micros - beginning);
        long before = tree.lastRef(node);
        if (before != SubjectTree.NO_REF && LogRef.isLast(before)) {
            outdated++;
        }
        long previous = LogRef.shortened(before);
        byte[] slab = recent.slab(position, length);
        if (slab != null) {
            int at = recent.offset(position);
            at = LogRecord.write(slab, at, flags, node, number, since, previous, frame);
            if (flags != 0) {
                at = copyParts(flags, frame, slab, at);
            }
            System.arraycopy(frame.bytes(), frame.payloadAt(), slab, at, frame.payloadLength());
        } else {
            appendAcross(position, flags, node, number, since, previous, frame);
        }
        recent.publishHead(position + length);
        tree.lastRef(node, LogRef.recent(position));
        return true;
    }

    private static int copyParts(int flags, MessageFrame frame, byte[] into, int at) {
        int next = at;
        if (LogRecord.hasSubject(flags)) {
            System.arraycopy(frame.bytes(), frame.subjectAt(), into, next, frame.subjectLength());
            next += frame.subjectLength();
        }
        System.arraycopy(frame.bytes(), frame.replyAt(), into, next, frame.replyLength());
        next += frame.replyLength();
        System.arraycopy(frame.bytes(), frame.headersAt(), into, next, frame.headersLength());
        return next + frame.headersLength();
    }

    /** For a record that does not end in the slab in which it begins. */
    private void appendAcross(
            long position, int flags, int node, long number, long since, long previous, MessageFrame frame) {
        long at = position;
        int written = LogRecord.write(head, 0, flags, node, number, since, previous, frame);
        recent.write(at, head, 0, written);
        at += written;
        if (LogRecord.hasSubject(flags)) {
            recent.write(at, frame.bytes(), frame.subjectAt(), frame.subjectLength());
            at += frame.subjectLength();
        }
        recent.write(at, frame.bytes(), frame.replyAt(), frame.replyLength());
        at += frame.replyLength();
        recent.write(at, frame.bytes(), frame.headersAt(), frame.headersLength());
        at += frame.headersLength();
        recent.write(at, frame.bytes(), frame.payloadAt(), frame.payloadLength());
    }

    private void makeRoom(long length) {
        evictTo(recent.head() + length - recent.capacity());
    }

    /** Lets the oldest go until the tail is there. */
    private void evictTo(long wanted) {
        long tail = recent.tail();
        long gone = 0;
        long goneBytes = 0;
        while (tail < wanted) {
            recent.readHead(tail, head);
            int size = (int) LogRecord.totalLength(head);
            int node = LogRecord.node(head);
            if (tree.lastRef(node) == LogRef.recent(tail)) {
                tree.lastRef(node, keepLast(tail, size));
            }
            tail += size;
            gone++;
            goneBytes += size;
        }
        recent.moveTail(tail);
        evicted += gone;
        evictedBytes += goneBytes;
    }

    /** Moves a subject's last message to the second store. */
    private long keepLast(long position, int size) {
        if (size > lasts.capacity() / 4) {
            lastsLost++;
            return SubjectTree.NO_REF;
        }
        if (leaving.length < size) {
            leaving = new byte[Math.max(size, leaving.length * 2)];
        }
        recent.read(position, leaving, 0, size, position);
        if (!LogRef.isLast(LogRecord.previous(leaving))) {
            // It went before this one.
            LogRecord.forgetPrevious(leaving);
        }
        makeRoomForLast(size);
        lastsRecords++;
        return LogRef.last(appendLast(leaving, size));
    }

    private void makeRoomForLast(int size) {
        int moves = 0;
        while (lasts.free() < size) {
            long tail = lasts.tail();
            lasts.readHead(tail, head);
            int length = (int) LogRecord.totalLength(head);
            int node = LogRecord.node(head);
            boolean current = tree.lastRef(node) == LogRef.last(tail);
            if (current && moves < MOVES_PER_APPEND && outdated * WORTH_LOOKING >= lastsRecords) {
                // Still somebody's last value: it goes round once more, since there are outdated ones behind it.
                if (circling.length < length) {
                    circling = new byte[Math.max(length, circling.length * 2)];
                }
                lasts.read(tail, circling, 0, length, tail);
                LogRecord.forgetPrevious(circling);
                lasts.moveTail(tail + length);
                tree.lastRef(node, LogRef.last(appendLast(circling, length)));
                moves++;
            } else {
                loseLast(tail, length, node, current);
            }
        }
    }

    private void loseLast(long position, int length, int node, boolean current) {
        lasts.moveTail(position + length);
        lastsRecords--;
        if (current) {
            tree.lastRef(node, SubjectTree.NO_REF);
            lastsLost++;
        } else {
            outdated--;
        }
    }

    /** Takes other budgets from now on; of what does not fit, the oldest goes at once, and is counted. */
    void resize(long budgetBytes, long lastsBudgetBytes) {
        long lastsTail = lasts.tailFor(lastsBudgetBytes);
        while (lasts.tail() < lastsTail) {
            long tail = lasts.tail();
            lasts.readHead(tail, head);
            int node = LogRecord.node(head);
            loseLast(tail, (int) LogRecord.totalLength(head), node, tree.lastRef(node) == LogRef.last(tail));
        }
        lasts.resize(lastsBudgetBytes);
        evictTo(recent.tailFor(budgetBytes));
        recent.resize(budgetBytes);
    }

    private long appendLast(byte[] record, int length) {
        long position = lasts.head();
        lasts.write(position, record, 0, length);
        lasts.publishHead(position + length);
        return position;
    }

    // ---- any thread

    /** Where a scan over the recent messages may begin: the reference of the oldest one. */
    public long oldest() {
        return recent.tail();
    }

    /** Where a scan ends: behind the newest one. */
    public long end() {
        return recent.head();
    }

    /**
     * Reads the first part of the recent message at a position of a scan.
     *
     * @param into {@link LogRecord#HEAD} bytes
     * @return false when it has been evicted
     */
    boolean scan(long position, byte[] into) {
        return recent.readHead(position, into);
    }

    /** When a message arrived whose first part was read, in microseconds since 1970. */
    long micros(byte[] scanned) {
        return beginning + LogRecord.micros(scanned);
    }

    /** The whole message; nothing when it has been evicted. */
    public Optional<LoggedMessage> read(long ref) {
        return read(ref, Integer.MAX_VALUE).map(MessageHead::whole);
    }

    /**
     * A message with at most the first part of its payload.
     *
     * @param most the most payload bytes to copy
     * @return nothing when it has been evicted
     */
    public Optional<MessageHead> read(long ref, int most) {
        if (ref == SubjectTree.NO_REF) {
            return Optional.empty();
        }
        SlabRing ring = ring(ref);
        long position = LogRef.position(ref);
        var start = new byte[LogRecord.HEAD];
        if (!ring.readHead(position, start)) {
            return Optional.empty();
        }
        int before = LogRecord.subjectLength(start) + LogRecord.replyLength(start) + LogRecord.headersLength(start);
        int payload = Math.min(most, LogRecord.payloadLength(start));
        var rest = new byte[before + payload];
        if (!ring.read(position + LogRecord.partsAt(start), rest, 0, rest.length, position)) {
            return Optional.empty();
        }
        return Optional.of(message(start, rest));
    }

    private SlabRing ring(long ref) {
        return LogRef.isLast(ref) ? lasts : recent;
    }

    private MessageHead message(byte[] start, byte[] rest) {
        int node = LogRecord.node(start);
        int replyAt = LogRecord.subjectLength(start);
        int headersAt = replyAt + LogRecord.replyLength(start);
        int payloadAt = headersAt + LogRecord.headersLength(start);
        return new MessageHead(
                LogRecord.number(start),
                micros(start),
                node,
                replyAt == 0 ? tree.subject(node) : new String(rest, 0, replyAt, StandardCharsets.UTF_8),
                Arrays.copyOfRange(rest, replyAt, headersAt),
                Arrays.copyOfRange(rest, headersAt, payloadAt),
                Arrays.copyOfRange(rest, payloadAt, rest.length),
                LogRecord.payloadLength(start));
    }

    /**
     * The last message of a subject.
     *
     * @param most the most payload bytes to copy
     */
    public Optional<MessageHead> last(int node, int most) {
        // It may move to the second store between the two steps.
        for (int i = 0; i < 3; i++) {
            long ref = tree.lastRef(node);
            Optional<MessageHead> found = read(ref, most);
            if (found.isPresent() || ref == SubjectTree.NO_REF) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The message before this one on the same subject; nothing when it is gone or there was none. */
    public Optional<LoggedMessage> previous(long ref) {
        return previousRef(ref).flatMap(before -> read((long) before));
    }

    /**
     * The reference of the message before this one on the same subject. Where several subjects count together, no further
     * back than {@value #MOST_OTHERS} messages on others.
     */
    public Optional<Long> previousRef(long ref) {
        Optional<Long> before = linked(ref);
        if (before.isEmpty() || !hasOwnSubject(ref)) {
            return before;
        }
        Optional<String> subject = subject(ref);
        for (int i = 0; before.isPresent() && !before.flatMap(this::subject).equals(subject); i++) {
            before = i < MOST_OTHERS ? linked(before.get()) : Optional.empty();
        }
        return before;
    }

    private Optional<String> subject(long ref) {
        return read(ref, 0).map(MessageHead::subject);
    }

    private boolean hasOwnSubject(long ref) {
        var start = new byte[LogRecord.HEAD];
        return ring(ref).readHead(LogRef.position(ref), start) && LogRecord.subjectLength(start) > 0;
    }

    /** The message before on the same node. */
    private Optional<Long> linked(long ref) {
        var start = new byte[LogRecord.HEAD];
        if (ref == SubjectTree.NO_REF || !ring(ref).readHead(LogRef.position(ref), start)) {
            return Optional.empty();
        }
        int node = LogRecord.node(start);
        long shortened = LogRecord.previous(start);
        long before = LogRef.previous(shortened, ring(shortened).head());
        if (before == SubjectTree.NO_REF
                || !ring(before).readHead(LogRef.position(before), start)
                || LogRecord.node(start) != node) {
            return Optional.empty();
        }
        return Optional.of(before);
    }

    /** What both stores take, in bytes. */
    long memory() {
        return recent.memory() + lasts.memory();
    }

    /** How full the log is and what went. */
    public LogUse use() {
        return new LogUse(
                recent.head() - recent.tail(),
                recent.capacity(),
                lasts.head() - lasts.tail(),
                lasts.capacity(),
                evicted,
                evictedBytes,
                tooLarge,
                lastsLost);
    }
}
