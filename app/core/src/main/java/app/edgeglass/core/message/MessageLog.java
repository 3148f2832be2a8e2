package app.edgeglass.core.message;

import app.edgeglass.core.subject.SubjectTree;
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

    private final SubjectTree tree;
    private final SlabRing recent;
    private final SlabRing lasts;
    private final byte[] header = new byte[LogRecord.HEADER];
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
     * @param subject the subject's UTF-8 bytes where it is not the node's own, empty otherwise
     * @param reply the reply subject's UTF-8 bytes, empty for none
     * @param headers the header block as in the protocol, empty for none
     * @param payload the payload
     * @return false when it is larger than a quarter of the budget; it is counted, but not kept
     */
    public boolean append(
            int node, long number, long micros, byte[] subject, byte[] reply, byte[] headers, byte[] payload) {
        long length = LogRecord.length(subject.length, reply.length, headers.length, payload.length);
        if (length > recent.capacity() / 4) {
            tooLarge++;
            return false;
        }
        if (recent.free() < length) {
            // A little more than needed, so that the next messages find room without asking.
            makeRoom(Math.max(length, recent.capacity() / 1024));
        }
        long position = recent.head();
        LogRecord.write(
                header,
                (int) length,
                node,
                number,
                micros,
                subject.length,
                reply.length,
                headers.length,
                payload.length,
                tree.lastRef(node));
        recent.write(position, header, 0, LogRecord.HEADER);
        long at = position + LogRecord.HEADER;
        recent.write(at, subject, 0, subject.length);
        at += subject.length;
        recent.write(at, reply, 0, reply.length);
        at += reply.length;
        recent.write(at, headers, 0, headers.length);
        at += headers.length;
        recent.write(at, payload, 0, payload.length);
        recent.publishHead(position + length);
        tree.lastRef(node, LogRef.recent(position));
        return true;
    }

    private void makeRoom(long length) {
        long tail = recent.tail();
        long free = recent.free();
        long gone = 0;
        long goneBytes = 0;
        while (free < length) {
            recent.read(tail, header, 0, LogRecord.HEADER, tail);
            int size = LogRecord.totalLength(header);
            int node = LogRecord.node(header);
            if (tree.lastRef(node) == LogRef.recent(tail)) {
                tree.lastRef(node, keepLast(tail, size));
            }
            tail += size;
            free += size;
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
        makeRoomForLast(size);
        return LogRef.last(appendLast(leaving, size));
    }

    private void makeRoomForLast(int size) {
        int moves = 0;
        while (lasts.free() < size) {
            long tail = lasts.tail();
            lasts.read(tail, header, 0, LogRecord.HEADER, tail);
            int length = LogRecord.totalLength(header);
            int node = LogRecord.node(header);
            boolean current = tree.lastRef(node) == LogRef.last(tail);
            if (current && moves < MOVES_PER_APPEND) {
                // Still somebody's last value: it goes round once more, in the hope of finding outdated ones behind it.
                if (circling.length < length) {
                    circling = new byte[Math.max(length, circling.length * 2)];
                }
                lasts.read(tail, circling, 0, length, tail);
                lasts.moveTail(tail + length);
                tree.lastRef(node, LogRef.last(appendLast(circling, length)));
                moves++;
            } else {
                lasts.moveTail(tail + length);
                if (current) {
                    tree.lastRef(node, SubjectTree.NO_REF);
                    lastsLost++;
                }
            }
        }
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
     * Reads the fixed part of the recent message at a position of a scan.
     *
     * @param into at least {@link LogRecord#HEADER} bytes
     * @return false when it has been evicted
     */
    boolean scan(long position, byte[] into) {
        return recent.read(position, into, 0, LogRecord.HEADER, position);
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
        SlabRing ring = LogRef.isLast(ref) ? lasts : recent;
        long position = LogRef.position(ref);
        var fixed = new byte[LogRecord.HEADER];
        if (!ring.read(position, fixed, 0, fixed.length, position)) {
            return Optional.empty();
        }
        int size = LogRecord.subjectLength(fixed) + LogRecord.replyLength(fixed) + LogRecord.headersLength(fixed);
        int payload = Math.min(most, LogRecord.payloadLength(fixed));
        var rest = new byte[size + payload];
        if (!ring.read(position + LogRecord.HEADER, rest, 0, rest.length, position)) {
            return Optional.empty();
        }
        return Optional.of(LogRecord.head(fixed, rest, tree));
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

    /** The reference of the message before this one on the same subject. */
    public Optional<Long> previousRef(long ref) {
        SlabRing ring = LogRef.isLast(ref) ? lasts : recent;
        long position = LogRef.position(ref);
        var fixed = new byte[LogRecord.HEADER];
        if (ref == SubjectTree.NO_REF || !ring.read(position, fixed, 0, fixed.length, position)) {
            return Optional.empty();
        }
        long before = LogRecord.previous(fixed);
        return before == SubjectTree.NO_REF ? Optional.empty() : Optional.of(before);
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
