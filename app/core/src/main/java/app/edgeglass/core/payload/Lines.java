package app.edgeglass.core.payload;

import java.util.List;

/**
 * A text to be shown, asked for line by line, so that the screen looks at those only that are in view. Immutable. Every line
 * is safe to show: without control characters other than tabs, and of bounded length; longer lines of the source are broken,
 * and the parts after the first say that they continue it.
 */
public interface Lines {

    /** How many lines there are, at least one. */
    int count();

    /** The characters of a line, counted from 0. */
    String text(int line);

    /** Tells the styles of a line's characters, from left to right and without holes. */
    void styles(int line, StyleSink sink);

    /** What stands beside the line: its number in the source from 1, or 0 when there is none of its own. */
    int number(int line);

    /** Whether this line continues the one above it, which was broken for its length only. */
    boolean continues(int line);

    /**
     * Where a query stands in the text.
     *
     * @param query what to look for, ignoring case
     * @param most the most hits wanted
     */
    List<Span> find(String query, int most);

    /**
     * The text between two places as it is copied: lines that were broken for their length are whole again.
     *
     * @param span from where to where; places outside the text are moved to its ends
     */
    default String between(Span span) {
        var last = Math.min(span.toLine(), count() - 1);
        var copied = new StringBuilder();
        for (var i = Math.max(0, span.fromLine()); i <= last; i++) {
            if (i > span.fromLine() && !continues(i)) {
                copied.append('\n');
            }
            var text = text(i);
            var from = i == span.fromLine() ? Math.min(span.fromColumn(), text.length()) : 0;
            var to = i == span.toLine() ? Math.min(span.toColumn(), text.length()) : text.length();
            copied.append(text, Math.min(from, to), to);
        }
        return copied.toString();
    }

    /** Takes the styles of a line. */
    @FunctionalInterface
    interface StyleSink {

        /** The characters from {@code from} to before {@code to} have this style. */
        void style(int from, int to, TextStyle style);
    }

    /** A stretch of text: columns are UTF-16 units from 0, the end is exclusive. */
    record Span(int fromLine, int fromColumn, int toLine, int toColumn) {}
}
