package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonScanner.Token;
import app.edgeglass.core.text.SafeText;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lays JSON out in indented lines, straight from its tokens: no tree is built, numbers keep the notation they were sent in,
 * names keep their order, and a name that stands twice stands twice.
 */
final class JsonLayout {

    /** Indentation deeper than this shows nothing more, and would blow a few bytes up to a screen's width each. */
    private static final int DEEPEST_INDENT = 40;

    /** Arrays of plain values up to this many characters stay in one line. */
    private static final int INLINE = 76;

    private final byte[] bytes;
    private final JsonScanner scanner;
    private final int mostLines;
    private final StyledLines.Builder lines;
    private final SafeText.Guard guard = new SafeText.Guard();
    private int lineCount = 1;

    private JsonLayout(byte[] bytes, int size, boolean whole, int mostLines) {
        this.bytes = bytes;
        this.scanner = new JsonScanner(bytes, size, whole);
        this.mostLines = mostLines;
        this.lines = new StyledLines.Builder(size + size / 2);
    }

    /**
     * What came of laying out.
     *
     * @param lines the JSON; none when it is no JSON
     * @param problem what is wrong; none when it is JSON
     * @param end the byte up to which it was laid out, less than the size when that would have been too many lines
     */
    record Laid(@Nullable Lines lines, @Nullable JsonProblem problem, int end) {}

    /**
     * @param bytes the payload, or its first part
     * @param size how many of the bytes count
     * @param whole whether they are all of the payload
     * @param mostLines after how many lines to stop
     */
    static Laid lay(byte[] bytes, int size, boolean whole, int mostLines) {
        return new JsonLayout(bytes, size, whole, mostLines).lay();
    }

    private Laid lay() {
        var opened = false;
        var named = false;
        var inline = false;
        var values = 0;
        while (true) {
            var token = scanner.next();
            switch (token) {
                case BROKEN -> {
                    return new Laid(null, scanner.problem(), scanner.start());
                }
                case END -> {
                    return new Laid(lines.build(), null, scanner.end());
                }
                case CUT -> {
                    cut(opened, named, inline, values);
                    return new Laid(lines.build(), null, scanner.end());
                }
                case OBJECT_END, ARRAY_END -> {
                    if (!opened && !inline) {
                        newLine(TextStyle.PUNCTUATION, scanner.depth());
                    }
                    lines.add(TextStyle.PUNCTUATION, token == Token.OBJECT_END ? '}' : ']');
                    opened = false;
                    named = false;
                    inline = false;
                }
                default -> {
                    if (lineCount >= mostLines) {
                        lines.addWhole(TextStyle.MARK, SafeText.ELLIPSIS);
                        return new Laid(lines.build(), null, scanner.start());
                    }
                    if (!named) {
                        separate(opened, inline, values, token);
                    }
                    values++;
                    opened = token == Token.OBJECT_START || token == Token.ARRAY_START;
                    named = token == Token.NAME;
                    inline |= token == Token.ARRAY_START && isShort();
                    add(token);
                }
            }
        }
    }

    /** Before a name or a value: the comma after the one before, and a new line. */
    private void separate(boolean opened, boolean inline, int values, Token token) {
        var starts = token == Token.OBJECT_START || token == Token.ARRAY_START;
        var depth = scanner.depth() - (starts ? 1 : 0);
        if (depth == 0) {
            if (values > 0) {
                newLine(TextStyle.PLAIN, 0);
            }
            return;
        }
        if (!opened) {
            lines.add(TextStyle.PUNCTUATION, inline ? ", " : ",");
        }
        if (!inline) {
            newLine(style(token), depth);
        }
    }

    private void add(Token token) {
        switch (token) {
            case OBJECT_START -> lines.add(TextStyle.PUNCTUATION, '{');
            case ARRAY_START -> lines.add(TextStyle.PUNCTUATION, '[');
            case NAME -> {
                text(TextStyle.KEY, scanner.start(), scanner.end(), true);
                lines.add(TextStyle.PUNCTUATION, ": ");
            }
            case STRING -> text(TextStyle.STRING, scanner.start(), scanner.end(), true);
            case NUMBER -> raw(TextStyle.NUMBER, scanner.start(), scanner.end());
            case TRUE -> lines.add(TextStyle.BOOLEAN, "true");
            case FALSE -> lines.add(TextStyle.BOOLEAN, "false");
            case NULL -> lines.add(TextStyle.NULL, "null");
            default -> throw new IllegalStateException("no value: " + token);
        }
    }

    /** What is there of the value in which the bytes end, and the mark that more follows. */
    private void cut(boolean opened, boolean named, boolean inline, int values) {
        var from = scanner.start();
        var to = Utf8.wholeEnd(bytes, from, scanner.end());
        if (from < to) {
            if (!named) {
                separate(opened, inline, values, Token.STRING);
            }
            if (bytes[from] == '"') {
                text(TextStyle.STRING, from, to, false);
            } else {
                raw(TextStyle.PLAIN, from, to);
            }
        }
        lines.addWhole(TextStyle.MARK, SafeText.ELLIPSIS);
    }

    /** Indents in the style of what follows: a line of fewer styles costs the screen less. */
    private void newLine(TextStyle style, int depth) {
        lines.newLine();
        lineCount++;
        lines.add(style, "  ".repeat(Math.min(depth, DEEPEST_INDENT)));
    }

    private static TextStyle style(Token token) {
        return switch (token) {
            case NAME -> TextStyle.KEY;
            case STRING -> TextStyle.STRING;
            case NUMBER -> TextStyle.NUMBER;
            case TRUE, FALSE -> TextStyle.BOOLEAN;
            case NULL -> TextStyle.NULL;
            default -> TextStyle.PUNCTUATION;
        };
    }

    /** Whether the array that was just opened holds plain values only and fits one line. */
    private boolean isShort() {
        var ahead = scanner.ahead(INLINE + INLINE);
        ahead.next();
        var width = 2;
        while (width <= INLINE) {
            switch (ahead.next()) {
                case ARRAY_END -> {
                    return true;
                }
                case STRING, NUMBER, TRUE, FALSE, NULL -> width += ahead.end() - ahead.start() + 2;
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private void text(TextStyle style, int from, int to, boolean closed) {
        lines.add(style, '"');
        IntConsumer add = codePoint -> {
            var escape = JsonText.escape(codePoint, guard);
            if (escape.isEmpty()) {
                lines.add(style, codePoint);
            } else {
                lines.addWhole(escape.length() > 2 ? TextStyle.MARK : style, escape);
            }
        };
        JsonText.characters(bytes, from + 1, closed ? to - 1 : to, add);
        if (closed) {
            lines.add(style, '"');
        }
    }

    private void raw(TextStyle style, int from, int to) {
        for (var i = from; i < to; i++) {
            lines.add(style, bytes[i]);
        }
    }
}
