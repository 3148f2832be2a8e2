package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonProblem.Fault;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks over bytes as JSON (RFC 8259), token by token, and tells where each one stands. It copies nothing, nests as deep as
 * the bytes do, and stops at the very byte that is wrong, or where the first part of a payload was cut. Several roots may
 * follow each other when all of them are objects or arrays, as in JSON lines.
 *
 * <p>A library's parser was tried here first: it names wrong places for some faults, speaks of its own switches, and keeps
 * to itself what a cut string holds. Tests hold this one to the library's verdict instead.
 */
final class JsonScanner {

    /** What was found. The last three end the walk. */
    enum Token {
        OBJECT_START,
        OBJECT_END,
        ARRAY_START,
        ARRAY_END,
        NAME,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        /** All of it was read. */
        END,
        /** The bytes at hand end, the payload does not; what was begun starts at {@link #start}. */
        CUT,
        /** It is no JSON: see {@link #problem}. */
        BROKEN
    }

    private enum Expect {
        ROOT,
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END
    }

    private static final int BOM = 3;

    private final byte[] bytes;
    private final int size;
    private final boolean whole;
    private final int first;
    private final BitSet objects = new BitSet();
    private Expect expect = Expect.ROOT;
    private int depth;
    private int roots;
    private boolean scalarRoot;
    private int start;
    private int at;
    private @Nullable Token last;
    private @Nullable JsonProblem problem;

    /**
     * @param bytes the payload, or its first part
     * @param size how many of the bytes count
     * @param whole whether they are all of the payload; if not, the JSON may end anywhere
     */
    JsonScanner(byte[] bytes, int size, boolean whole) {
        this.bytes = bytes;
        this.size = size;
        this.whole = whole;
        first = size >= BOM && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF
                ? BOM
                : 0;
        at = first;
        start = first;
    }

    private JsonScanner(byte[] bytes, int from, int size, boolean whole) {
        this.bytes = bytes;
        this.size = size;
        this.whole = whole;
        first = from;
        at = from;
        start = from;
    }

    /** A second walk that begins where the last token does, reads {@code reach} bytes at most, and moves nothing here. */
    JsonScanner ahead(int reach) {
        return new JsonScanner(bytes, start, (int) Math.min(size, (long) start + reach), false);
    }

    /** A walk over the one value at {@code bytes[from..to)}. */
    static JsonScanner over(byte[] bytes, int from, int to) {
        return new JsonScanner(bytes, from, to, true);
    }

    /** The next token. After one that ends the walk, always the same. */
    Token next() {
        if (last == Token.END || last == Token.CUT || last == Token.BROKEN) {
            return last;
        }
        last = read();
        return last;
    }

    /** Where the token begins: a text's opening quote. */
    int start() {
        return start;
    }

    /** Where the token has ended: after a text's closing quote. */
    int end() {
        return at;
    }

    /** How many objects and arrays are open after the token. */
    int depth() {
        return depth;
    }

    /** How many values begin at the top. */
    int roots() {
        return roots;
    }

    /** What is wrong; only after {@link Token#BROKEN}. */
    JsonProblem problem() {
        return Objects.requireNonNull(problem);
    }

    private Token read() {
        skipSpace();
        start = at;
        if (at == size) {
            return atEnd();
        }
        var c = bytes[at];
        return switch (expect) {
            case ROOT -> root(c);
            case VALUE -> value(c);
            case VALUE_OR_END -> c == ']' ? close() : value(c);
            case NAME -> name(c);
            case NAME_OR_END -> c == '}' ? close() : name(c);
            case COLON -> colon(c);
            case COMMA_OR_END -> commaOrEnd(c);
        };
    }

    private Token root(byte c) {
        var structured = c == '{' || c == '[';
        if (roots > 0 && (scalarRoot || !structured)) {
            return broken(at, Fault.AFTER_END);
        }
        roots++;
        scalarRoot = !structured;
        return value(c);
    }

    private Token colon(byte c) {
        if (c != ':') {
            return broken(at, Fault.COLON_EXPECTED);
        }
        at++;
        expect = Expect.VALUE;
        return read();
    }

    private Token atEnd() {
        if (!whole) {
            return Token.CUT;
        }
        if (depth > 0 || expect != Expect.ROOT) {
            return broken(at, Fault.ENDS_EARLY);
        }
        return roots == 0 ? broken(at, Fault.NOTHING) : Token.END;
    }

    private Token commaOrEnd(byte c) {
        var inObject = objects.get(depth - 1);
        if (c == (inObject ? '}' : ']')) {
            return close();
        }
        if (c != ',') {
            return broken(at, inObject ? Fault.COMMA_OR_BRACE_EXPECTED : Fault.COMMA_OR_BRACKET_EXPECTED);
        }
        at++;
        expect = inObject ? Expect.NAME : Expect.VALUE;
        return read();
    }

    private Token name(byte c) {
        if (c != '"') {
            return broken(at, Fault.NAME_EXPECTED);
        }
        expect = Expect.COLON;
        return string(Token.NAME);
    }

    private Token value(byte c) {
        return switch (c) {
            case '{' -> open(Token.OBJECT_START);
            case '[' -> open(Token.ARRAY_START);
            case '"' -> {
                ended();
                yield string(Token.STRING);
            }
            case 't' -> literal("true", Token.TRUE);
            case 'f' -> literal("false", Token.FALSE);
            case 'n' -> literal("null", Token.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> broken(at, isWord(c) ? Fault.NO_VALUE : Fault.VALUE_EXPECTED);
        };
    }

    private Token open(Token token) {
        var isObject = token == Token.OBJECT_START;
        at++;
        objects.set(depth++, isObject);
        expect = isObject ? Expect.NAME_OR_END : Expect.VALUE_OR_END;
        return token;
    }

    private Token close() {
        at++;
        depth--;
        var token = objects.get(depth) ? Token.OBJECT_END : Token.ARRAY_END;
        ended();
        return token;
    }

    /** A value has ended: what may follow it. */
    private void ended() {
        expect = depth == 0 ? Expect.ROOT : Expect.COMMA_OR_END;
    }

    private Token literal(String word, Token token) {
        for (var i = 0; i < word.length(); i++) {
            if (at + i == size && !whole) {
                at = size;
                return Token.CUT;
            }
            if (at + i == size || bytes[at + i] != word.charAt(i)) {
                return broken(at, Fault.NO_VALUE);
            }
        }
        if (at + word.length() < size && isWord(bytes[at + word.length()])) {
            return broken(at, Fault.NO_VALUE);
        }
        at += word.length();
        ended();
        return token;
    }

    private Token number() {
        var i = at;
        if (bytes[i] == '-') {
            i++;
        }
        var digits = i;
        i = digits(i);
        var good = i > digits && (bytes[digits] != '0' || i == digits + 1);
        if (i < size && bytes[i] == '.') {
            var fraction = i + 1;
            i = digits(fraction);
            good &= i > fraction || i == size;
        }
        if (i < size && (bytes[i] == 'e' || bytes[i] == 'E')) {
            i++;
            if (i < size && (bytes[i] == '+' || bytes[i] == '-')) {
                i++;
            }
            var exponent = i;
            i = digits(exponent);
            good &= i > exponent || i == size;
        }
        if (i == size && !whole) {
            at = size;
            return Token.CUT;
        }
        if (!good || !isDigit(bytes[i - 1]) || (i < size && (isWord(bytes[i]) || bytes[i] == '.' || bytes[i] == '-'))) {
            return broken(at, Fault.NO_NUMBER);
        }
        at = i;
        ended();
        return Token.NUMBER;
    }

    private int digits(int from) {
        var i = from;
        while (i < size && isDigit(bytes[i])) {
            i++;
        }
        return i;
    }

    private Token string(Token token) {
        var i = at + 1;
        while (i < size) {
            var c = bytes[i];
            if (c == '"') {
                at = i + 1;
                return token;
            }
            if (c == '\\') {
                var length = escape(i);
                if (length <= 0) {
                    return length == 0 ? endsIn() : broken(i, Fault.NO_ESCAPE);
                }
                i += length;
            } else if (c >= 0x20) {
                i++;
            } else if (c >= 0) {
                return broken(i, Fault.CONTROL_CHARACTER);
            } else {
                var walk = new Utf8(bytes, i, size);
                if (!Utf8.isCharacter(walk.next())) {
                    return Utf8.wholeEnd(bytes, at, size) <= i ? endsIn() : broken(i, Fault.NO_UTF8);
                }
                i = walk.offset();
            }
        }
        return endsIn();
    }

    /** The bytes end within a text. */
    private Token endsIn() {
        at = size;
        return whole ? broken(size, Fault.ENDS_EARLY) : Token.CUT;
    }

    /** The length of an escape, 0 when the bytes end in it, less when it is none. */
    private int escape(int backslash) {
        if (backslash + 1 == size) {
            return 0;
        }
        if (bytes[backslash + 1] != 'u') {
            return "\"\\/bfnrt".indexOf(bytes[backslash + 1]) >= 0 ? 2 : -1;
        }
        for (var i = backslash + 2; i < backslash + 6; i++) {
            if (i == size) {
                return 0;
            }
            if (Character.digit(bytes[i], 16) < 0) {
                return -1;
            }
        }
        return 6;
    }

    private void skipSpace() {
        while (at < size && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private Token broken(int offset, Fault fault) {
        problem = JsonProblem.at(bytes, first, size, offset, fault);
        return Token.BROKEN;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(byte c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '+' || c < 0;
    }
}
