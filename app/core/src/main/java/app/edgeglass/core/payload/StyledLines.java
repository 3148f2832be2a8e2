package app.edgeglass.core.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Lines kept as one text with their starts and the ends of their styles beside it: five megabytes of JSON are four arrays,
 * not a million objects.
 */
final class StyledLines implements Lines {

    /** What a text area lays out in one piece without being slow. */
    static final int LONGEST_LINE = 2_000;

    private static final TextStyle[] STYLES = TextStyle.values();

    /** All lines one after the other, without line breaks. */
    private final String text;

    private final int[] starts;
    private final BitSet continued;
    private final int[] numbers;
    private final int[] runEnds;
    private final byte[] runStyles;

    private StyledLines(Builder built) {
        text = built.text.toString();
        starts = Arrays.copyOf(built.starts, built.count);
        continued = built.continued;
        numbers = Arrays.copyOf(built.numbers, built.count);
        runEnds = Arrays.copyOf(built.runEnds, built.runs);
        runStyles = Arrays.copyOf(built.runStyles, built.runs);
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public String text(int line) {
        return text.substring(starts[line], end(line));
    }

    @Override
    public void styles(int line, StyleSink sink) {
        var from = starts[line];
        var end = end(line);
        var run = Arrays.binarySearch(runEnds, from + 1);
        run = run < 0 ? -run - 1 : run;
        for (var at = from; at < end; run++) {
            var to = Math.min(end, runEnds[run]);
            sink.style(at - from, to - from, STYLES[runStyles[run]]);
            at = to;
        }
    }

    @Override
    public int number(int line) {
        return numbers[line];
    }

    @Override
    public boolean continues(int line) {
        return continued.get(line);
    }

    @Override
    public List<Span> find(String query, int most) {
        var hits = new ArrayList<Span>();
        if (query.isEmpty() || query.length() > text.length()) {
            return hits;
        }
        // One character folds to one, so that places in the folded text are places in the text.
        var folded = fold(text);
        var wanted = fold(query);
        for (var at = folded.indexOf(wanted); at >= 0 && hits.size() < most; ) {
            var first = lineAt(at);
            var last = lineAt(at + wanted.length() - 1);
            if (isWhole(first, last)) {
                hits.add(new Span(first, at - starts[first], last, at + wanted.length() - starts[last]));
                at = folded.indexOf(wanted, at + wanted.length());
            } else {
                at = folded.indexOf(wanted, at + 1);
            }
        }
        return hits;
    }

    private static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            folded.append(Character.toLowerCase(text.charAt(i)));
        }
        return folded.toString();
    }

    private int lineAt(int offset) {
        var line = Arrays.binarySearch(starts, offset);
        if (line < 0) {
            return -line - 2;
        }
        // Empty lines share their start with the line that has the character.
        while (line + 1 < starts.length && starts[line + 1] == offset) {
            line++;
        }
        return line;
    }

    private boolean isWhole(int first, int last) {
        for (var line = first + 1; line <= last; line++) {
            if (!continued.get(line)) {
                return false;
            }
        }
        return true;
    }

    private int end(int line) {
        return line + 1 < starts.length ? starts[line + 1] : text.length();
    }

    /** Takes stretches of styled text and line ends, in order. */
    static final class Builder {

        private final StringBuilder text;
        private int[] starts = new int[64];
        private int[] numbers = new int[64];
        private final BitSet continued = new BitSet();
        private int count = 1;
        private int number = 1;
        private int[] runEnds = new int[256];
        private byte[] runStyles = new byte[256];
        private int runs;

        /** @param expected about how many characters will come */
        Builder(int expected) {
            text = new StringBuilder(Math.max(16, expected));
            numbers[0] = 1;
        }

        /** Adds characters that are safe to show and hold no line break; breaks the line where it gets too long. */
        Builder add(TextStyle style, CharSequence characters) {
            var from = 0;
            while (from < characters.length()) {
                var room = LONGEST_LINE - lineLength();
                if (room <= 0) {
                    startLine(true);
                    continue;
                }
                var to = Math.min(characters.length(), from + room);
                if (to < characters.length() && Character.isHighSurrogate(characters.charAt(to - 1))) {
                    to--;
                }
                if (to == from) {
                    startLine(true);
                    continue;
                }
                text.append(characters, from, to);
                styled(style);
                from = to;
            }
            return this;
        }

        /** Adds one character that is safe to show. */
        Builder add(TextStyle style, int codePoint) {
            if (lineLength() >= LONGEST_LINE) {
                startLine(true);
            }
            text.appendCodePoint(codePoint);
            styled(style);
            return this;
        }

        /** Adds what must not be broken in two, such as an escape. */
        Builder addWhole(TextStyle style, String characters) {
            if (lineLength() + characters.length() > LONGEST_LINE) {
                startLine(true);
            }
            text.append(characters);
            styled(style);
            return this;
        }

        /** Ends the line. */
        Builder newLine() {
            startLine(false);
            return this;
        }

        /** The characters so far, of all lines. */
        int length() {
            return text.length();
        }

        private int lineLength() {
            return text.length() - starts[count - 1];
        }

        private void startLine(boolean continues) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            starts[count] = text.length();
            numbers[count] = continues ? 0 : ++number;
            continued.set(count, continues);
            count++;
        }

        @SuppressWarnings("EnumOrdinal") // The numbers never leave this object.
        private void styled(TextStyle style) {
            if (runs > 0 && runStyles[runs - 1] == style.ordinal()) {
                runEnds[runs - 1] = text.length();
                return;
            }
            if (runs == runEnds.length) {
                runEnds = Arrays.copyOf(runEnds, runs * 2);
                runStyles = Arrays.copyOf(runStyles, runs * 2);
            }
            runEnds[runs] = text.length();
            runStyles[runs] = (byte) style.ordinal();
            runs++;
        }

        StyledLines build() {
            return new StyledLines(this);
        }
    }
}
