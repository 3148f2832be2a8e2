package app.edgeglass.core.publish;

/**
 * Lays out JSON that a person writes, with placeholders in it. Nothing but space between tokens changes: numbers, escapes,
 * the order of names and names that stand twice stay as they are.
 */
public final class JsonFormat {

    private static final int INDENT = 2;
    /** Indentation beyond this only makes a few bytes a screen wide each. */
    private static final int DEEPEST = 64;

    private final String text;
    /** As the text, but with placeholders as digits, so that their braces are none of JSON's. */
    private final String shape;

    private final StringBuilder laid = new StringBuilder();
    private int depth;

    private JsonFormat(String text) {
        this.text = text;
        this.shape = Template.parse(text).probe('0');
    }

    /**
     * @param json JSON, with placeholders or without; what is none comes out laid out in some way, with all its characters
     */
    public static String indent(String json) {
        return new JsonFormat(json).lay();
    }

    private String lay() {
        int at = 0;
        while (at < shape.length()) {
            char c = shape.charAt(at);
            switch (c) {
                case ' ', '\t', '\r', '\n' -> at++;
                case '{', '[' -> at = open(at, c);
                case '}', ']' -> {
                    depth--;
                    newLine();
                    laid.append(c);
                    at++;
                }
                case ',' -> {
                    laid.append(c);
                    newLine();
                    at++;
                }
                case ':' -> {
                    laid.append(": ");
                    at++;
                }
                default -> at = scalar(at);
            }
        }
        return laid.toString();
    }

    private int open(int at, char c) {
        betweenValues();
        int next = at + 1;
        while (next < shape.length() && Character.isWhitespace(shape.charAt(next))) {
            next++;
        }
        char close = c == '{' ? '}' : ']';
        laid.append(c);
        if (next < shape.length() && shape.charAt(next) == close) {
            laid.append(close);
            return next + 1;
        }
        depth++;
        newLine();
        return next;
    }

    /** A string, or anything else that is neither space nor punctuation. */
    private int scalar(int from) {
        betweenValues();
        int at = from;
        if (shape.charAt(at) == '"') {
            at++;
            while (at < shape.length() && shape.charAt(at) != '"') {
                at += shape.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(shape.length(), at + 1);
        } else {
            while (at < shape.length() && " \t\r\n{}[],:\"".indexOf(shape.charAt(at)) < 0) {
                at++;
            }
        }
        laid.append(text, from, at);
        return at;
    }

    /** Several values one after the other each start a line. */
    private void betweenValues() {
        if (depth == 0 && !laid.isEmpty()) {
            laid.append('\n');
        }
    }

    private void newLine() {
        laid.append('\n').repeat(' ', INDENT * Math.clamp(depth, 0, DEEPEST));
    }
}
