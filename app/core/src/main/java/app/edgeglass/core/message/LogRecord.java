package app.edgeglass.core.message;

import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a message stands in the log: a fixed part of {@link #HEADER} bytes, then the subject where it is not the
 * node's own, reply subject, headers and payload, padded to 8.
 */
final class LogRecord {

    static final int HEADER = 48;

    private static final int LENGTH = 0;
    private static final int NODE = 4;
    private static final int NUMBER = 8;
    private static final int MICROS = 16;
    private static final int REPLY = 24;
    private static final int HEADERS = 28;
    private static final int PAYLOAD = 32;
    private static final int SUBJECT = 36;
    private static final int PREVIOUS = 40;

    private LogRecord() {}

    static long length(int subject, int reply, int headers, int payload) {
        return ((long) HEADER + subject + reply + headers + payload + 7) & ~7L;
    }

    static void write(
            byte[] fixed,
            int length,
            int node,
            long number,
            long micros,
            int subject,
            int reply,
            int headers,
            int payload,
            long previous) {
        SlabRing.INT.set(fixed, LENGTH, length);
        SlabRing.INT.set(fixed, NODE, node);
        SlabRing.LONG.set(fixed, NUMBER, number);
        SlabRing.LONG.set(fixed, MICROS, micros);
        SlabRing.INT.set(fixed, SUBJECT, subject);
        SlabRing.INT.set(fixed, REPLY, reply);
        SlabRing.INT.set(fixed, HEADERS, headers);
        SlabRing.INT.set(fixed, PAYLOAD, payload);
        SlabRing.LONG.set(fixed, PREVIOUS, previous);
    }

    static int totalLength(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, LENGTH);
    }

    static int node(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, NODE);
    }

    static long number(byte[] fixed) {
        return (long) SlabRing.LONG.get(fixed, NUMBER);
    }

    static long micros(byte[] fixed) {
        return (long) SlabRing.LONG.get(fixed, MICROS);
    }

    static int subjectLength(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, SUBJECT);
    }

    static int replyLength(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, REPLY);
    }

    static int headersLength(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, HEADERS);
    }

    static int payloadLength(byte[] fixed) {
        return (int) SlabRing.INT.get(fixed, PAYLOAD);
    }

    static long previous(byte[] fixed) {
        return (long) SlabRing.LONG.get(fixed, PREVIOUS);
    }

    static MessageHead head(byte[] fixed, byte[] rest, SubjectTree tree) {
        int replyAt = subjectLength(fixed);
        int headersAt = replyAt + replyLength(fixed);
        int payloadAt = headersAt + headersLength(fixed);
        return new MessageHead(
                number(fixed),
                micros(fixed),
                node(fixed),
                replyAt == 0 ? tree.subject(node(fixed)) : new String(rest, 0, replyAt, StandardCharsets.UTF_8),
                Arrays.copyOfRange(rest, replyAt, headersAt),
                Arrays.copyOfRange(rest, headersAt, payloadAt),
                Arrays.copyOfRange(rest, payloadAt, rest.length),
                payloadLength(fixed));
    }
}
