package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonScanner.Token;
import app.edgeglass.core.text.SafeLine;
import app.edgeglass.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one line. An object with one obvious value says that first, with its unit, then what else it holds:
 * {@code 23.4 °C  {"ts":1732284202}}.
 */
final class JsonLine {

    private final byte[] bytes;
    private final int size;
    private final boolean whole;
    private final SafeLine line;
    private final SafeText.Guard guard = new SafeText.Guard();

    private JsonLine(byte[] bytes, int size, boolean whole, int limit) {
        this.bytes = bytes;
        this.size = size;
        this.whole = whole;
        this.line = new SafeLine(limit);
    }

    /**
     * @param size how many of the bytes to look at
     * @param whole whether they are all of the payload
     * @param limit the most code points of the line
     * @return the line; none when what was looked at is no JSON
     */
    static @Nullable String of(byte[] bytes, int size, boolean whole, int limit) {
        return new JsonLine(bytes, size, whole, limit).read();
    }

    /** The value at {@code bytes[from..to)}, which is known to be JSON. */
    static String ofPart(byte[] bytes, int from, int to, int limit) {
        var part = new JsonLine(bytes, to, true, limit);
        part.write(JsonScanner.over(bytes, from, to), null);
        return part.line.toString();
    }

    private @Nullable String read() {
        var reading = MainValue.in(new JsonScanner(bytes, size, whole), bytes);
        if (reading != null) {
            text(reading.value());
            if (reading.unit() != null) {
                line.add(' ');
                text(reading.unit());
            }
            if (!reading.isAll()) {
                line.addMark("  ");
            } else {
                return line.toString();
            }
        }
        return write(new JsonScanner(bytes, size, whole), reading) ? line.toString() : null;
    }

    /** Writes token after token, without the members that were said before. */
    private boolean write(JsonScanner scanner, @Nullable MainValue said) {
        var opened = true;
        var named = false;
        while (true) {
            var token = scanner.next();
            switch (token) {
                case BROKEN -> {
                    return false;
                }
                case END -> {
                    return true;
                }
                case CUT -> {
                    return cut(scanner, opened, named);
                }
                case OBJECT_END, ARRAY_END -> {
                    line.add(token == Token.OBJECT_END ? '}' : ']');
                    opened = false;
                }
                default -> {
                    if (said != null && said.covers(scanner.start())) {
                        continue;
                    }
                    if (!opened && !named) {
                        line.add(scanner.depth() == 0 || isRoot(scanner, token) ? ' ' : ',');
                    }
                    opened = token == Token.OBJECT_START || token == Token.ARRAY_START;
                    named = token == Token.NAME;
                    token(scanner, token);
                }
            }
            if (line.isFull()) {
                return true;
            }
        }
    }

    private static boolean isRoot(JsonScanner scanner, Token token) {
        return scanner.depth() == 1 && (token == Token.OBJECT_START || token == Token.ARRAY_START);
    }

    private boolean cut(JsonScanner scanner, boolean opened, boolean named) {
        if (scanner.roots() == 0) {
            return false;
        }
        var from = scanner.start();
        var to = Utf8.wholeEnd(bytes, from, scanner.end());
        if (from < to) {
            if (!opened && !named) {
                line.add(',');
            }
            if (bytes[from] == '"') {
                line.add('"');
                JsonText.characters(bytes, from + 1, to, this::character);
            } else {
                raw(from, to);
            }
        }
        line.cutHere();
        return true;
    }

    private void token(JsonScanner scanner, Token token) {
        switch (token) {
            case OBJECT_START -> line.add('{');
            case ARRAY_START -> line.add('[');
            case NAME, STRING -> {
                line.add('"');
                JsonText.characters(bytes, scanner.start() + 1, scanner.end() - 1, this::character);
                line.add('"');
                if (token == Token.NAME) {
                    line.add(':');
                }
            }
            default -> raw(scanner.start(), scanner.end());
        }
    }

    private void character(int codePoint) {
        if (line.isFull()) {
            return;
        }
        var escape = JsonText.escape(codePoint, guard);
        if (escape.isEmpty()) {
            line.add(codePoint);
        } else {
            line.addMark(escape);
        }
    }

    private void raw(int from, int to) {
        for (var i = from; i < to && !line.isFull(); i++) {
            line.add(bytes[i]);
        }
    }

    /** A value as a person reads it: a string without its quotes. */
    private void text(MainValue.Part part) {
        if (bytes[part.from()] == '"') {
            JsonText.characters(bytes, part.from() + 1, part.to() - 1, line::add);
        } else {
            raw(part.from(), part.to());
        }
    }
}
