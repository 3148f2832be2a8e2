package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeText;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The characters of JSON strings, out of their escapes and into such as are safe to show. */
final class JsonText {

    private JsonText() {}

    /**
     * Tells the characters between the quotes, unescaped: code points, or single surrogates where an escape names one
     * alone. An escape that is cut off by the end is told as it stands.
     */
    static void characters(byte[] bytes, int from, int to, IntConsumer taker) {
        var walk = new Utf8(bytes, from, to);
        var high = 0;
        while (walk.hasNext()) {
            var offset = walk.offset();
            var next = walk.next();
            var unit = next;
            if (next == '\\') {
                unit = escaped(bytes, offset, to);
                if (unit >= 0) {
                    walk = new Utf8(bytes, offset + (bytes[offset + 1] == 'u' ? 6 : 2), to);
                } else {
                    unit = next;
                }
            }
            if (high != 0 && Character.isLowSurrogate((char) unit) && unit <= 0xFFFF) {
                taker.accept(Character.toCodePoint((char) high, (char) unit));
                high = 0;
                continue;
            }
            if (high != 0) {
                taker.accept(high);
                high = 0;
            }
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                high = unit;
            } else {
                taker.accept(unit >= 0 ? unit : 0xFFFD);
            }
        }
        if (high != 0) {
            taker.accept(high);
        }
    }

    private static int escaped(byte[] bytes, int backslash, int to) {
        if (backslash + 1 >= to) {
            return -1;
        }
        return switch (bytes[backslash + 1]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> backslash + 6 <= to ? hex(bytes, backslash + 2) : -1;
            default -> -1;
        };
    }

    private static int hex(byte[] bytes, int from) {
        var value = 0;
        for (var i = from; i < from + 4; i++) {
            var digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    /** The text between the quotes, unescaped. */
    static String string(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        characters(bytes, from, to, text::appendCodePoint);
        return text.toString();
    }

    /**
     * How a character stands in a string of JSON that is shown: empty when as it is, else its escape. Whatever would be
     * invisible or turn the reading direction is escaped too, so that what is shown is still the same JSON.
     */
    static String escape(int codePoint, SafeText.Guard guard) {
        if (guard.passes(codePoint)) {
            return switch (codePoint) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                default -> "";
            };
        }
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> {
                var escape = new StringBuilder();
                for (var unit : Character.toChars(codePoint)) {
                    escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
                yield escape.toString();
            }
        };
    }
}
