package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads what a direct get answers (ADR-31 of NATS): the stored message itself, to whose headers the server has added lines of
 * its own, or a status. The added lines are the last ones, from {@code Nats-Stream} on; what stands before them is exactly
 * what was published, also when that has lines of the same names.
 */
final class DirectAnswer {

    static final int NONE = 0;
    static final int END_OF_BATCH = 204;
    static final int NOT_FOUND = 404;
    static final int NO_RESPONDERS = 503;

    private static final byte[] VERSION = "NATS/1.0".getBytes(US_ASCII);
    private static final byte[] STREAM = "\r\nNats-Stream: ".getBytes(US_ASCII);
    private static final byte[] SEQUENCE = "\r\nNats-Sequence: ".getBytes(US_ASCII);
    // Within the lines that the server added, which are gone over one by one.
    private static final byte[] SUBJECT_LINE = "Nats-Subject: ".getBytes(US_ASCII);
    private static final byte[] SEQUENCE_LINE = "Nats-Sequence: ".getBytes(US_ASCII);
    private static final byte[] TIME_LINE = "Nats-Time-Stamp: ".getBytes(US_ASCII);
    private static final byte[] PENDING = "\r\nNats-Num-Pending: ".getBytes(US_ASCII);
    private static final int LINE_END = 2;
    private static final byte[] NO_HEADERS = new byte[0];
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);

    private DirectAnswer() {}

    /** Whether nothing comes behind this one: a status, or a message of a server that knows no batches. */
    static boolean isLast(byte[] bytes, int from, int to) {
        return status(bytes, from, to) != NONE || lastIndexOf(PENDING, bytes, from, to) < 0;
    }

    /**
     * The status; {@link #NONE} of a message. A message may have been published with a status of its own, and has a sequence
     * then.
     */
    static int status(byte[] bytes, int from, int to) {
        int at = from + VERSION.length;
        if (to - at < 4 || bytes[at] != ' ' || lastIndexOf(SEQUENCE, bytes, from, to) >= 0) {
            return NONE;
        }
        int status = 0;
        for (int i = at + 1; i < at + 4; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NONE;
            }
            status = status * 10 + bytes[i] - '0';
        }
        return status;
    }

    /** How many messages are left behind this one, as the server says; -1 of one that does not. */
    static long pending(byte[] bytes, int from, int to) {
        int at = lastIndexOf(PENDING, bytes, from, to);
        return at < 0 ? -1 : number(bytes, at + PENDING.length, to);
    }

    /** Whether it comes from the stream itself, and not from a mirror, which may lack something. */
    static boolean isOf(byte[] stream, byte[] bytes, int from, int to) {
        int at = lastIndexOf(STREAM, bytes, from, to) + STREAM.length;
        return Arrays.equals(stream, 0, stream.length, bytes, at, lineEnd(bytes, at, to));
    }

    /** @param keep how much of the payload to keep */
    static StoredMessage message(byte[] bytes, int from, int payloadAt, int end, int keep) {
        int added = lastIndexOf(STREAM, bytes, from, payloadAt);
        String subject = null;
        Instant time = null;
        long sequence = 0;
        int at = added < 0 ? payloadAt : added + LINE_END;
        while (at < payloadAt) {
            int lineEnd = lineEnd(bytes, at, payloadAt);
            if (startsWith(SUBJECT_LINE, bytes, at, lineEnd)) {
                int value = at + SUBJECT_LINE.length;
                subject = new String(bytes, value, lineEnd - value, UTF_8);
            } else if (startsWith(SEQUENCE_LINE, bytes, at, lineEnd)) {
                sequence = number(bytes, at + SEQUENCE_LINE.length, lineEnd);
            } else if (startsWith(TIME_LINE, bytes, at, lineEnd)) {
                time = time(bytes, at + TIME_LINE.length, lineEnd);
            }
            at = lineEnd + LINE_END;
        }
        if (subject == null || time == null || sequence == 0) {
            throw Failure.of("jetstream.garbled", new String(bytes, from, payloadAt - from, UTF_8));
        }
        int size = end - payloadAt;
        byte[] payload = Arrays.copyOfRange(bytes, payloadAt, payloadAt + Math.min(size, keep));
        return new StoredMessage(sequence, time, subject, published(bytes, from, added), payload, size);
    }

    private static byte[] published(byte[] bytes, int from, int added) {
        int length = added - from;
        if (length == VERSION.length) {
            return NO_HEADERS;
        }
        byte[] block = Arrays.copyOf(NO_HEADERS, length + END.length);
        System.arraycopy(bytes, from, block, 0, length);
        System.arraycopy(END, 0, block, length, END.length);
        return block;
    }

    /** Such as {@code 2026-11-25T02:35:18.315191764Z}; the fraction has as many digits as it needs. */
    private static Instant time(byte[] bytes, int at, int end) {
        if (end - at < 20 || bytes[end - 1] != 'Z') {
            return Instant.parse(new String(bytes, at, end - at, US_ASCII));
        }
        long day = LocalDate.of(digits(bytes, at, 4), digits(bytes, at + 5, 2), digits(bytes, at + 8, 2))
                .toEpochDay();
        long second = (digits(bytes, at + 11, 2) * 60L + digits(bytes, at + 14, 2)) * 60 + digits(bytes, at + 17, 2);
        int nanos = 0;
        int unit = 1_000_000_000;
        for (int i = at + 20; i < end - 1; i++) {
            unit /= 10;
            nanos += (bytes[i] - '0') * unit;
        }
        return Instant.ofEpochSecond(day * 86_400 + second, nanos);
    }

    private static int digits(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static long number(byte[] bytes, int at, int to) {
        long value = 0;
        for (int i = at; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static int lineEnd(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static boolean startsWith(byte[] part, byte[] bytes, int at, int to) {
        return to - at >= part.length && Arrays.equals(part, 0, part.length, bytes, at, at + part.length);
    }

    private static int lastIndexOf(byte[] part, byte[] bytes, int from, int to) {
        for (int at = to - part.length; at >= from; at--) {
            if (bytes[at] == '\r' && Arrays.equals(part, 0, part.length, bytes, at, at + part.length)) {
                return at;
            }
        }
        return -1;
    }
}
