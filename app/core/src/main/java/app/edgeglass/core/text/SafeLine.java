package app.edgeglass.core.text;

/**
 * Builds one safe line of bounded length, character by character: see {@link SafeText}. What does not fit is replaced by an
 * ellipsis; a mark is never cut in two.
 */
public final class SafeLine {

    private final int limit;
    private final StringBuilder line;
    private final SafeText.Guard guard = new SafeText.Guard();
    private int length;
    private int lastFit;
    private boolean full;

    /** @param limit the most code points of the line, at least 1 */
    public SafeLine(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        this.limit = limit;
        this.line = new StringBuilder(Math.min(limit, 64));
    }

    /** Adds a character, or its mark. */
    public SafeLine add(int codePoint) {
        if (guard.passes(codePoint)) {
            put(codePoint);
        } else {
            addMark(SafeText.mark(codePoint));
        }
        return this;
    }

    /** Adds text whose characters are looked at one by one. */
    public SafeLine add(CharSequence text) {
        for (var i = 0; i < text.length() && !full; ) {
            var codePoint = Character.codePointAt(text, i);
            add(codePoint);
            i += Character.charCount(codePoint);
        }
        return this;
    }

    /** Adds what is known to be safe and must not be cut in two. */
    public SafeLine addMark(String mark) {
        if (full) {
            return this;
        }
        var points = mark.codePointCount(0, mark.length());
        if (length + points > limit) {
            cut();
            return this;
        }
        line.append(mark);
        length += points;
        note();
        return this;
    }

    private void put(int codePoint) {
        if (full) {
            return;
        }
        if (length == limit) {
            cut();
            return;
        }
        line.appendCodePoint(codePoint);
        length++;
        note();
    }

    /** Remembers the last end at which an ellipsis still fits. */
    private void note() {
        if (length < limit) {
            lastFit = line.length();
        }
    }

    private void cut() {
        line.setLength(lastFit);
        line.append(SafeText.ELLIPSIS);
        length = limit;
        full = true;
    }

    /** Ends the line in an ellipsis, since more follows that is not added. */
    public SafeLine cutHere() {
        if (!full) {
            if (length < limit) {
                lastFit = line.length();
            }
            cut();
        }
        return this;
    }

    /** Whether something did not fit, so that adding more changes nothing. */
    public boolean isFull() {
        return full;
    }

    /** The code points so far. */
    public int length() {
        return length;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
