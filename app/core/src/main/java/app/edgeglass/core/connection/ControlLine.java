package app.edgeglass.core.connection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One line of what a server sends (NATS client protocol), and where its words stand: {@code MSG subject sid [reply] size},
 * {@code HMSG subject sid [reply] header-size size}, or any other. One object is used for line after line.
 *
 * <p>It takes what the client library takes (jnats 2.26.2): words are parted by one space or tab, the line ends with CR LF,
 * the first word may be in small letters.
 */
final class ControlLine {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_SID = 18;
    private static final int MOST_WORDS = 6;

    private final int[] starts = new int[MOST_WORDS];
    private final int[] ends = new int[MOST_WORDS];

    private boolean message;
    private int subjectAt;
    private int subjectEnd;
    private long sid;
    private int replyAt;
    private int replyEnd;
    private long headers;
    private long size;
    private int end;

    /** Whether it is a message, with sizes that can be true. */
    boolean isMessage() {
        return message;
    }

    int subjectAt() {
        return subjectAt;
    }

    int subjectLength() {
        return subjectEnd - subjectAt;
    }

    /** 0 for one that is none of the library's, which are numbers from 1. */
    long sid() {
        return sid;
    }

    int replyAt() {
        return replyAt;
    }

    int replyLength() {
        return replyEnd - replyAt;
    }

    /** Whether it announces headers, though they may be empty. */
    boolean hasHeaders() {
        return headers >= 0;
    }

    /** The size of the header block, 0 for none. */
    long headers() {
        return Math.max(0, headers);
    }

    /** The size of header block and payload together. */
    long size() {
        return size;
    }

    /** Behind the line's end. */
    int end() {
        return end;
    }

    /**
     * Reads the line that starts at a place.
     *
     * @return false when its end is not there yet
     */
    boolean read(byte[] bytes, int at, int limit) {
        message = false;
        int words = wordsOf(bytes, at, limit);
        if (words == 0) {
            return findEnd(bytes, at, limit);
        }
        boolean withHeaders = words - at > 4;
        int next = tokenEnd(bytes, words, limit);
        if (!isBlank(bytes, next, limit) || next == words) {
            return slowly(bytes, at, limit, withHeaders);
        }
        subjectAt = words;
        subjectEnd = next;
        int start = next + 1;
        next = digitsEnd(bytes, start, limit);
        if (!isBlank(bytes, next, limit) || !readSid(bytes, start, next)) {
            return slowly(bytes, at, limit, withHeaders);
        }
        start = next + 1;
        next = tokenEnd(bytes, start, limit);
        replyAt = start;
        replyEnd = start;
        if (isBlank(bytes, next, limit)) {
            int second = next + 1;
            int secondEnd = tokenEnd(bytes, second, limit);
            if (!withHeaders) {
                replyEnd = next;
                return sizes(bytes, -1, -1, second, secondEnd, limit) || slowly(bytes, at, limit, false);
            }
            if (!isBlank(bytes, secondEnd, limit)) {
                return sizes(bytes, start, next, second, secondEnd, limit) || slowly(bytes, at, limit, true);
            }
            replyEnd = next;
            int third = secondEnd + 1;
            return sizes(bytes, second, secondEnd, third, tokenEnd(bytes, third, limit), limit)
                    || slowly(bytes, at, limit, true);
        }
        return (!withHeaders && sizes(bytes, -1, -1, start, next, limit)) || slowly(bytes, at, limit, withHeaders);
    }

    /** @return where the words behind {@code MSG} or {@code HMSG} start, 0 for another line */
    private static int wordsOf(byte[] bytes, int at, int limit) {
        int op = at;
        if ((bytes[at] | 0x20) == 'h') {
            op++;
        }
        return limit - op > 4
                        && (bytes[op] | 0x20) == 'm'
                        && (bytes[op + 1] | 0x20) == 's'
                        && (bytes[op + 2] | 0x20) == 'g'
                        && isBlank(bytes[op + 3])
                ? op + 4
                : 0;
    }

    private boolean sizes(byte[] bytes, int headersAt, int headersEnd, int sizeAt, int sizeEnd, int limit) {
        if (sizeEnd + 1 >= limit || bytes[sizeEnd] != '\r' || bytes[sizeEnd + 1] != '\n') {
            return false;
        }
        size = number(bytes, sizeAt, sizeEnd);
        headers = headersAt < 0 ? -1 : number(bytes, headersAt, headersEnd);
        if (size < 0 || (headersAt >= 0 && (headers < 0 || headers > size))) {
            return false;
        }
        end = sizeEnd + 2;
        message = true;
        return true;
    }

    /** For what is rare: a line that is not all there, or has something in it that the fast way does not know. */
    private boolean slowly(byte[] bytes, int at, int limit, boolean withHeaders) {
        message = false;
        if (!findEnd(bytes, at, limit)) {
            return false;
        }
        int wholeEnd = end;
        int words = split(bytes, at, wholeEnd - 2);
        int sizeAt = words - 1;
        int first = withHeaders ? sizeAt - 1 : sizeAt;
        boolean reply = first == 4;
        if ((first == 3 || reply) && ends[1] > starts[1]) {
            subjectAt = starts[1];
            subjectEnd = ends[1];
            if (!readSid(bytes, starts[2], ends[2])) {
                sid = 0;
            }
            replyAt = starts[3];
            replyEnd = reply ? ends[3] : starts[3];
            sizes(
                    bytes,
                    withHeaders ? starts[first] : -1,
                    withHeaders ? ends[first] : -1,
                    starts[sizeAt],
                    ends[sizeAt],
                    wholeEnd);
            end = wholeEnd;
        }
        return true;
    }

    /** @return how many words there are; more than {@link #MOST_WORDS} - 1 are not taken apart */
    private int split(byte[] bytes, int at, int limit) {
        int words = 0;
        int start = at;
        for (int i = at; i <= limit; i++) {
            if (i == limit || isBlank(bytes[i])) {
                if (words == MOST_WORDS) {
                    return 0;
                }
                starts[words] = start;
                ends[words] = i;
                words++;
                start = i + 1;
            }
        }
        return words;
    }

    private boolean findEnd(byte[] bytes, int at, int limit) {
        for (int i = at + 1; i < limit; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
                end = i + 1;
                return true;
            }
        }
        return false;
    }

    private boolean readSid(byte[] bytes, int at, int to) {
        if (to == at || to - at > LONGEST_SID || bytes[at] == '0') {
            return false;
        }
        long number = 0;
        for (int i = at; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        sid = number;
        return true;
    }

    private static long number(byte[] bytes, int at, int to) {
        if (to == at || to - at > LONGEST_NUMBER) {
            return -1;
        }
        long number = 0;
        for (int i = at; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isBlank(byte[] bytes, int at, int limit) {
        return at < limit && isBlank(bytes[at]);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int digitsEnd(byte[] bytes, int at, int limit) {
        int i = at;
        while (i < limit && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** The next byte up to the space, eight at a time: bytes below 0x21 get their highest bit set, the first one surely. */
    private static int tokenEnd(byte[] bytes, int at, int limit) {
        int i = at;
        while (i + Long.BYTES <= limit) {
            long eight = (long) LONGS.get(bytes, i);
            long below = (eight - ONES * 0x21) & ~eight & HIGHS;
            if (below != 0) {
                return i + (Long.numberOfTrailingZeros(below) >>> 3);
            }
            i += Long.BYTES;
        }
        while (i < limit && (bytes[i] & 0xFF) > ' ') {
            i++;
        }
        return i;
    }
}
