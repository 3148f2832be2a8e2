package app.edgeglass.core.text;

import java.util.List;
import java.util.Locale;

/**
 * Text from a server, made safe for one line of the screen: what is invisible, turns the reading direction or breaks the
 * line is replaced by a visible mark, so that nothing hides in a text and none can pose as another.
 */
public final class SafeText {

    /** Stands for what was cut off. */
    public static final String ELLIPSIS = "…";

    // ANSI X3.4, in the order of their codes.
    private static final List<String> CONTROLS = List.of(
            "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
            "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US");

    private static final int DELETE = 0x7F;

    private SafeText() {}

    /** The whole text in one line. Costs nothing for plain ASCII, which is returned as it is. */
    public static String show(String text) {
        return show(text, Integer.MAX_VALUE);
    }

    /**
     * The text in one line.
     *
     * @param limit the most code points of the answer, at least 1; a longer text ends in an ellipsis, which counts as one
     */
    public static String show(String text, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        if (text.length() <= limit && isPlainAscii(text)) {
            return text;
        }
        var line = new SafeLine(limit);
        for (var i = 0; i < text.length() && !line.isFull(); ) {
            var codePoint = text.codePointAt(i);
            line.add(codePoint);
            i += Character.charCount(codePoint);
        }
        return line.toString();
    }

    /** Whether nothing in the text would be replaced and all of it is ASCII. */
    public static boolean isPlainAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c > 0x7E) {
                return false;
            }
        }
        return true;
    }

    /**
     * The visible mark of a character that must not stand on the screen as it is: an arrow for tab and line feed, the name of
     * an ASCII control character, such as {@code ⟨ESC⟩}, else its number, such as {@code ⟨U+202E⟩}. Unicode has pictures for
     * the control characters too, but many systems have no font with them.
     */
    public static String mark(int codePoint) {
        if (codePoint == '\t') {
            return "⇥";
        }
        if (codePoint == '\n') {
            return "↵";
        }
        if (codePoint >= 0 && codePoint < CONTROLS.size()) {
            return "⟨" + CONTROLS.get(codePoint) + "⟩";
        }
        if (codePoint == DELETE) {
            return "⟨DEL⟩";
        }
        return "⟨U+" + hex(codePoint, 4) + "⟩";
    }

    /** The visible mark of a byte that is no part of a character, such as {@code ⟨FF⟩}. */
    public static String markByte(int value) {
        return "⟨" + hex(value & 0xFF, 2) + "⟩";
    }

    private static String hex(int value, int digits) {
        var hex = Integer.toHexString(value).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    /**
     * Says of one character after the other whether it may stand on the screen as it is. Keeps what it must know of those
     * before: joiners are plain inside scripts and emoji that need them, and a letter carries four marks at most.
     */
    public static final class Guard {

        private static final int MOST_MARKS = 4;

        private int previous;
        private int marks;

        /** Whether this character, which follows those asked about before, may stand as it is. */
        public boolean passes(int codePoint) {
            var before = previous;
            previous = codePoint;
            if (codePoint >= 0x20 && codePoint < 0x7F) {
                marks = 0;
                return true;
            }
            return switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> false;
                case Character.FORMAT -> isJoiner(codePoint) && joins(before);
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> ++marks <= MOST_MARKS;
                default -> {
                    marks = 0;
                    yield codePoint != 0x3164 && codePoint != 0xFFA0 && codePoint != 0x115F && codePoint != 0x1160;
                }
            };
        }

        private static boolean isJoiner(int codePoint) {
            return codePoint == 0x200C || codePoint == 0x200D;
        }

        private static boolean joins(int before) {
            return before > 0x7F && !isJoiner(before) && Character.getType(before) != Character.SPACE_SEPARATOR;
        }
    }
}
