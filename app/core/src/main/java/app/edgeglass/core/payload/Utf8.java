package app.edgeglass.core.payload;

/**
 * Walks over bytes as UTF-8, character by character, as RFC 3629 has it: no overlong forms, no surrogates. What is no
 * character is told byte by byte and never stops the walk.
 */
final class Utf8 {

    /** What {@link #next} answers for a byte that is no part of a character: this plus the byte, which is negative. */
    static final int NO_CHARACTER = -256;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Walks over {@code bytes[from..end)}. */
    Utf8(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasNext() {
        return at < end;
    }

    /** Where the next character begins. */
    int offset() {
        return at;
    }

    /** The next character, or {@link #NO_CHARACTER} plus the byte's value. */
    int next() {
        var first = bytes[at];
        if (first >= 0) {
            at++;
            return first;
        }
        var length = lengthOf(first);
        if (length == 0 || at + length > end) {
            at++;
            return NO_CHARACTER + (first & 0xFF);
        }
        var codePoint = first & (0x7F >> length);
        for (var i = 1; i < length; i++) {
            var next = bytes[at + i];
            if ((next & 0xC0) != 0x80) {
                at++;
                return NO_CHARACTER + (first & 0xFF);
            }
            codePoint = (codePoint << 6) | (next & 0x3F);
        }
        if (!isShortest(codePoint, length) || codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF)) {
            at++;
            return NO_CHARACTER + (first & 0xFF);
        }
        at += length;
        return codePoint;
    }

    static boolean isCharacter(int next) {
        return next >= 0;
    }

    static int byteOf(int next) {
        return next - NO_CHARACTER;
    }

    /**
     * Where the bytes end without a character that was cut in two.
     *
     * @return {@code end}, or up to three less when the last character is not all there
     */
    static int wholeEnd(byte[] bytes, int from, int end) {
        for (var back = 1; back <= 3 && end - back >= from; back++) {
            var b = bytes[end - back];
            if ((b & 0xC0) == 0x80) {
                continue;
            }
            return b < 0 && lengthOf(b) > back ? end - back : end;
        }
        return end;
    }

    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800;
            default -> codePoint >= 0x10000;
        };
    }

    private static int lengthOf(byte first) {
        var b = first & 0xFF;
        if (b >= 0xC2 && b < 0xE0) {
            return 2;
        }
        if (b >= 0xE0 && b < 0xF0) {
            return 3;
        }
        return b >= 0xF0 && b < 0xF5 ? 4 : 0;
    }
}
