package app.edgeglass.core.message;

import app.edgeglass.core.connection.MessageFrame;

/**
 * How a message stands in the log: a fixed part of {@link #HEADER} bytes, the lengths of those of subject, reply and headers
 * that it has, and of a payload of 16 MiB or more (four bytes each), then these and the payload. Nothing is padded; a record may begin anywhere.
 *
 * <pre>
 * payload length 24 | node 28 | has subject, reply, headers, long payload 4
 * number 41 | previous, upper 23
 * microseconds since the log's beginning 46 | previous, lower 18
 * </pre>
 *
 * So a log counts two billion thousand messages and lasts for two years. The subject is there only where it is not the
 * node's own. The previous message of the same subject is told by the lower {@value #PREVIOUS_BITS} bits of its
 * reference, which {@link LogRef#previous} completes.
 */
final class LogRecord {

    static final int HEADER = 23;

    /** The most bytes that are needed to know all lengths. */
    static final int HEAD = HEADER + 4 * Integer.BYTES;

    static final int PREVIOUS_BITS = 41;
    static final long NO_PREVIOUS = (1L << PREVIOUS_BITS) - 1;

    private static final int SUBJECT = 1;
    private static final int REPLY = 2;
    private static final int HEADERS = 4;
    private static final int LONG_PAYLOAD = 8;

    /** The second and third part; each is written over the byte before it that is too much. */
    private static final int SECOND = 7;

    private static final int THIRD = 15;

    private static final int PAYLOAD_MASK = (1 << 24) - 1;
    private static final int NODE_AT = 24;
    private static final long NODE_MASK = (1L << 28) - 1;
    private static final int FLAGS_AT = 52;
    private static final int NUMBER_AT = 23;
    private static final int MICROS_AT = 18;
    private static final long MICROS_MASK = (1L << 46) - 1;
    private static final long UPPER_MASK = (1L << NUMBER_AT) - 1;
    private static final long LOWER_MASK = (1L << MICROS_AT) - 1;

    private LogRecord() {}

    // ---- what a message will take, and writing it

    static int flags(MessageFrame frame, boolean ownSubject) {
        return (ownSubject ? SUBJECT : 0)
                | (frame.replyLength() > 0 ? REPLY : 0)
                | (frame.headersLength() > 0 ? HEADERS : 0)
                | (frame.payloadLength() > PAYLOAD_MASK ? LONG_PAYLOAD : 0);
    }

    static long length(int flags, MessageFrame frame) {
        long length = (long) HEADER + frame.payloadLength();
        if (flags != 0) {
            length += extra(flags) + frame.replyLength() + frame.headersLength();
            length += (flags & SUBJECT) == 0 ? 0 : frame.subjectLength();
        }
        return length;
    }

    /**
     * Writes fixed part and lengths.
     *
     * @param micros since the log's beginning
     * @param previous lower bits of the previous message's reference, or {@link #NO_PREVIOUS}
     * @return where the rest of the record is to be written
     */
    static int write(
            byte[] into, int at, int flags, int node, long number, long micros, long previous, MessageFrame frame) {
        long first = (long) flags << FLAGS_AT | (node & NODE_MASK) << NODE_AT | (frame.payloadLength() & PAYLOAD_MASK);
        SlabRing.LONG.set(into, at, first);
        SlabRing.LONG.set(into, at + SECOND, number << NUMBER_AT | previous >>> MICROS_AT);
        SlabRing.LONG.set(into, at + THIRD, (micros & MICROS_MASK) << MICROS_AT | (previous & LOWER_MASK));
        int next = at + HEADER;
        if ((flags & SUBJECT) != 0) {
            next = write(into, next, frame.subjectLength());
        }
        if ((flags & REPLY) != 0) {
            next = write(into, next, frame.replyLength());
        }
        if ((flags & HEADERS) != 0) {
            next = write(into, next, frame.headersLength());
        }
        if ((flags & LONG_PAYLOAD) != 0) {
            next = write(into, next, frame.payloadLength());
        }
        return next;
    }

    private static int write(byte[] into, int at, int length) {
        SlabRing.INT.set(into, at, length);
        return at + Integer.BYTES;
    }

    static boolean hasSubject(int flags) {
        return (flags & SUBJECT) != 0;
    }

    private static int extra(int flags) {
        return Integer.bitCount(flags) * Integer.BYTES;
    }

    // ---- reading one whose first HEAD bytes were copied

    private static long first(byte[] head) {
        return (long) SlabRing.LONG.get(head, 0);
    }

    static int node(byte[] head) {
        return (int) (first(head) >>> NODE_AT & NODE_MASK);
    }

    static int payloadLength(byte[] head) {
        return (flags(head) & LONG_PAYLOAD) == 0 ? (int) first(head) & PAYLOAD_MASK : length(head, LONG_PAYLOAD);
    }

    static long number(byte[] head) {
        return (long) SlabRing.LONG.get(head, SECOND) >>> NUMBER_AT;
    }

    /** Since the log's beginning. */
    static long micros(byte[] head) {
        return (long) SlabRing.LONG.get(head, THIRD) >>> MICROS_AT;
    }

    static long previous(byte[] head) {
        return ((long) SlabRing.LONG.get(head, SECOND) & UPPER_MASK) << MICROS_AT
                | ((long) SlabRing.LONG.get(head, THIRD) & LOWER_MASK);
    }

    static void forgetPrevious(byte[] head) {
        SlabRing.LONG.set(head, SECOND, (long) SlabRing.LONG.get(head, SECOND) | UPPER_MASK);
        SlabRing.LONG.set(head, THIRD, (long) SlabRing.LONG.get(head, THIRD) | LOWER_MASK);
    }

    private static int flags(byte[] head) {
        return (int) (first(head) >>> FLAGS_AT) & (SUBJECT | REPLY | HEADERS | LONG_PAYLOAD);
    }

    static int subjectLength(byte[] head) {
        return length(head, SUBJECT);
    }

    static int replyLength(byte[] head) {
        return length(head, REPLY);
    }

    static int headersLength(byte[] head) {
        return length(head, HEADERS);
    }

    private static int length(byte[] head, int which) {
        int flags = flags(head);
        return (flags & which) == 0
                ? 0
                : (int) SlabRing.INT.get(head, HEADER + Integer.bitCount(flags & (which - 1)) * Integer.BYTES);
    }

    /** Where, from the record's beginning, subject, reply and so on begin. */
    static int partsAt(byte[] head) {
        return HEADER + extra(flags(head));
    }

    /** The whole record's length. */
    static long totalLength(byte[] head) {
        long length = (long) HEADER + payloadLength(head);
        return flags(head) == 0
                ? length
                : length + extra(flags(head)) + subjectLength(head) + replyLength(head) + headersLength(head);
    }
}
