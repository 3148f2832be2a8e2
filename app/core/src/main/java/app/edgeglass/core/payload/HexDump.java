package app.edgeglass.core.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes as rows of sixteen: offset, hexadecimal, ASCII. A row is made when it is asked for, so that the size does not matter.
 */
public final class HexDump implements Lines {

    /** Bytes in a row. */
    public static final int ROW = 16;

    private static final String DIGITS = "0123456789abcdef";
    private static final int SHORT_OFFSET = 8;

    private final byte[] bytes;
    private final int size;
    private final int offsetDigits;

    /**
     * @param bytes belongs to the caller, who must not change it
     * @param size how many of the bytes count
     */
    public HexDump(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
        this.offsetDigits = SHORT_OFFSET;
    }

    @Override
    public int count() {
        return Math.max(1, (size + ROW - 1) / ROW);
    }

    @Override
    public String text(int line) {
        var row = new char[asciiColumn() + inRow(line)];
        Arrays.fill(row, ' ');
        var offset = line * ROW;
        for (var i = 0; i < offsetDigits; i++) {
            row[i] = digit(offset >>> (4 * (offsetDigits - 1 - i)));
        }
        for (var i = 0; i < inRow(line); i++) {
            var b = bytes[offset + i];
            row[hexColumn(i)] = digit(b >> 4);
            row[hexColumn(i) + 1] = digit(b);
            row[asciiColumn() + i] = b >= 0x20 && b < 0x7F ? (char) b : '.';
        }
        return new String(row);
    }

    @Override
    public void styles(int line, StyleSink sink) {
        sink.style(0, hexColumn(0), TextStyle.OFFSET);
        sink.style(hexColumn(0), asciiColumn(), TextStyle.PLAIN);
        if (inRow(line) > 0) {
            sink.style(asciiColumn(), asciiColumn() + inRow(line), TextStyle.ASCII);
        }
    }

    @Override
    public int number(int line) {
        return 0;
    }

    @Override
    public boolean continues(int line) {
        return false;
    }

    /** Finds bytes written in hexadecimal, with or without spaces, and text as its UTF-8 bytes, ignoring the case of ASCII. */
    @Override
    public List<Span> find(String query, int most) {
        var text = query.getBytes(StandardCharsets.UTF_8);
        var hex = HexText.read(query) instanceof HexText.Bytes found ? found.bytes() : new byte[0];
        var hits = new ArrayList<Span>();
        for (var at = 0; at < size && hits.size() < most; ) {
            var length = isAt(at, hex, false) ? hex.length : isAt(at, text, true) ? text.length : 0;
            if (length > 0) {
                hits.add(span(at, at + length));
            }
            at += Math.max(1, length);
        }
        return hits;
    }

    private boolean isAt(int at, byte[] wanted, boolean ignoreCase) {
        if (wanted.length == 0 || at + wanted.length > size) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            var is = bytes[at + i];
            if (is != wanted[i]
                    && !(ignoreCase && Character.toLowerCase(is) == Character.toLowerCase(wanted[i]) && is > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Where bytes stand in the hexadecimal columns. */
    private Span span(int from, int to) {
        var last = to - 1;
        return new Span(from / ROW, hexColumn(from % ROW), last / ROW, hexColumn(last % ROW) + 2);
    }

    /** Tells where a row differs from a row of another dump: the digits and the characters of each byte. */
    void marks(int line, HexDump other, int otherLine, DiffLines.MarkSink sink) {
        for (var i = 0; i < inRow(line); i++) {
            if (i >= other.inRow(otherLine) || bytes[line * ROW + i] != other.bytes[otherLine * ROW + i]) {
                sink.mark(hexColumn(i), hexColumn(i) + 2);
                sink.mark(asciiColumn() + i, asciiColumn() + i + 1);
            }
        }
    }

    /** How many bytes the row has. */
    int inRow(int line) {
        return Math.max(0, Math.min(ROW, size - line * ROW));
    }

    /** The column of a byte's first digit. */
    int hexColumn(int inRow) {
        return offsetDigits + 2 + 3 * inRow + (inRow >= ROW / 2 ? 1 : 0);
    }

    /** The column of the first byte's character. */
    int asciiColumn() {
        return hexColumn(ROW - 1) + 4;
    }

    private static char digit(int value) {
        return DIGITS.charAt(value & 0xF);
    }
}
