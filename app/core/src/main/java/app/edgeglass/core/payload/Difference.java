package app.edgeglass.core.payload;

/**
 * Where a line differs from the line it stands against.
 *
 * @param from where the difference begins
 * @param to where it has ended
 * @param isWhole whether both have too little in common for that to say anything
 */
record Difference(int from, int to, boolean isWhole) {

    /** What both must have in common at least, in hundredths of the shorter one. */
    private static final int ALIKE = 30;

    /** Compares a line with another one, word by word: a number that changed is marked as a whole. */
    static Difference between(String text, String twin) {
        var shorter = Math.min(text.length(), twin.length());
        var head = 0;
        while (head < shorter && text.charAt(head) == twin.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && text.charAt(text.length() - 1 - tail) == twin.charAt(twin.length() - 1 - tail)) {
            tail++;
        }
        var common = text.substring(0, head).strip().length() + tail;
        var from = head;
        var to = text.length() - tail;
        while (from > 0 && isWord(text.charAt(from - 1)) && isWordAt(text, from, twin, head)) {
            from--;
        }
        while (to < text.length() && isWord(text.charAt(to)) && to > 0 && isWordAround(text, to, twin, tail)) {
            to++;
        }
        return new Difference(from, to, common * 100 < shorter * ALIKE);
    }

    private static boolean isWordAt(String text, int from, String twin, int head) {
        return from < head
                || (head < text.length() && isWord(text.charAt(head)))
                || (head < twin.length() && isWord(twin.charAt(head)));
    }

    private static boolean isWordAround(String text, int to, String twin, int tail) {
        var last = text.length() - tail - 1;
        var twinLast = twin.length() - tail - 1;
        return to > text.length() - tail
                || (last >= 0 && isWord(text.charAt(last)))
                || (twinLast >= 0 && isWord(twin.charAt(twinLast)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
