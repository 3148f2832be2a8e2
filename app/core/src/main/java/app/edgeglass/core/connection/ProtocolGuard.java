package app.edgeglass.core.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lets what a server sends pass unchanged, except for header blocks that the client library cannot take, which are packed
 * into one that it can, see {@link HeaderArmour}.
 *
 * <p>Servers carry whatever a publisher calls headers. The library (jnats 2.26.2) wants ASCII lines of name and value; of
 * anything else, such as an umlaut in a value, its reading thread dies without a word: the connection stands, nothing
 * arrives any more, and only unanswered pings end that, half a minute later. So anybody who may publish could silence
 * everybody who listens.
 *
 * <p>Only control lines are looked at ({@code MSG subject sid [reply] size}, {@code HMSG subject sid [reply] header-size
 * size}, NATS client protocol); payloads are passed over. For the client's one reading thread.
 */
final class ProtocolGuard {

    /** Where the bytes come from. */
    interface Source {

        /** As {@link java.io.InputStream#read(byte[], int, int)}. */
        int read(byte[] into, int offset, int length) throws IOException;
    }

    private static final int MSG = 'M' << 16 | 'S' << 8 | 'G';
    private static final int LINE_END = 2;

    private final Source source;
    private final Bytes ready = new Bytes();
    private final Bytes held = new Bytes();

    /** Bytes of a payload and of its line end that are still to come. */
    private long passing;

    private int lineLength;
    private int operation;
    private int tokens;
    private long number;
    private long numberBefore;

    /** Whether a message with headers is being held until its headers are complete. */
    private boolean holding;
    /** How long its control line is, once that is complete. */
    private int heldLine;

    ProtocolGuard(Source source) {
        this.source = source;
    }

    /** As {@link Source#read}. */
    int read(byte[] into, int offset, int length) throws IOException {
        while (true) {
            if (ready.size() > 0) {
                return ready.take(into, offset, length);
            }
            int count = source.read(into, offset, length);
            if (count <= 0) {
                return count;
            }
            int end = offset + count;
            int plain = holding ? offset : pass(into, offset, end);
            if (plain == end) {
                return count;
            }
            // From here on something is held back, and what follows must come behind it.
            copy(into, plain, end);
            if (plain > offset) {
                return plain - offset;
            }
        }
    }

    private void copy(byte[] from, int start, int end) {
        int at = start;
        while (at < end) {
            if (holding) {
                at = hold(from, at, end);
            } else {
                int plain = pass(from, at, end);
                ready.add(from, at, plain - at);
                at = plain;
            }
        }
    }

    /** Goes over what needs no change: to the end, or to a message with headers, which is to be held from there on. */
    private int pass(byte[] from, int start, int end) {
        int at = start;
        while (at < end) {
            if (passing > 0) {
                int part = (int) Math.min(passing, end - at);
                passing -= part;
                at += part;
            } else if (lineLength == 0 && (from[at] == 'H' || from[at] == 'h')) {
                holding = true;
                return at;
            } else if (readsLineEnd(from[at++])) {
                passing = operation == MSG ? number + LINE_END : 0;
                beginLine();
            }
        }
        return at;
    }

    private int hold(byte[] from, int start, int end) {
        int at = start;
        while (heldLine == 0 && at < end) {
            byte b = from[at++];
            held.add(b);
            if (readsLineEnd(b)) {
                heldLine = held.size();
            }
        }
        if (heldLine > 0) {
            int missing = (int) Math.min(end - at, heldLine + Math.max(0, headerSize()) - held.size());
            held.add(from, at, missing);
            at += missing;
            if (held.size() == heldLine + headerSize()) {
                letGo();
            }
        }
        return at;
    }

    /** Nonsense from a server counts as no headers; the client then says what it thinks of it. */
    private long headerSize() {
        return tokens >= 4 && numberBefore >= 0 && numberBefore <= number && number <= Integer.MAX_VALUE
                ? numberBefore
                : 0;
    }

    private void letGo() {
        long size = number;
        long headers = headerSize();
        byte[] block = held.copy(heldLine, held.size());
        if (headers == 0 || HeaderArmour.isTakenByClient(block, size > headers)) {
            ready.add(held);
        } else {
            byte[] packed = HeaderArmour.pack(block);
            ready.add(controlLine(packed.length, size - headers + packed.length));
            ready.add(packed);
        }
        passing = size - headers + LINE_END;
        held.clear();
        heldLine = 0;
        holding = false;
        beginLine();
    }

    /** The line that is held, with other sizes at its end. */
    private byte[] controlLine(long headerSize, long size) {
        String line = new String(held.copy(0, heldLine), StandardCharsets.ISO_8859_1).stripTrailing();
        int sizeAt = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        int headerSizeAt = Math.max(line.lastIndexOf(' ', sizeAt - 1), line.lastIndexOf('\t', sizeAt - 1));
        return (line.substring(0, headerSizeAt) + " " + headerSize + " " + size + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void beginLine() {
        lineLength = 0;
        operation = 0;
        tokens = 0;
        number = 0;
        numberBefore = 0;
    }

    /** Takes up the next byte of a control line: its first word, and the last two numbers in it. */
    private boolean readsLineEnd(byte b) {
        if (b == '\n') {
            return true;
        }
        lineLength++;
        if (b == ' ' || b == '\t') {
            tokens++;
            numberBefore = number;
            number = 0;
        } else if (b != '\r') {
            if (tokens == 0) {
                operation = operation << 8 | (b & ~0x20);
            }
            number = number * 10 + (b - '0');
        }
        return false;
    }

    /** Bytes that grow at one end and are taken from the other. */
    private static final class Bytes {

        private static final int KEPT = 1 << 20;

        private byte[] bytes = new byte[512];
        private int from;
        private int to;

        int size() {
            return to - from;
        }

        void add(byte b) {
            room(1);
            bytes[to++] = b;
        }

        void add(byte[] source, int offset, int length) {
            room(length);
            System.arraycopy(source, offset, bytes, to, length);
            to += length;
        }

        void add(byte[] source) {
            add(source, 0, source.length);
        }

        void add(Bytes other) {
            add(other.bytes, other.from, other.size());
        }

        byte[] copy(int start, int end) {
            return Arrays.copyOfRange(bytes, from + start, from + end);
        }

        int take(byte[] into, int offset, int length) {
            int part = Math.min(length, size());
            System.arraycopy(bytes, from, into, offset, part);
            from += part;
            if (from == to) {
                clear();
            }
            return part;
        }

        void clear() {
            from = 0;
            to = 0;
            if (bytes.length > KEPT) {
                bytes = new byte[512];
            }
        }

        private void room(int length) {
            if (to + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(to + length, bytes.length * 2));
            }
        }
    }
}
