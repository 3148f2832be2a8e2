package app.edgeglass.core.message;

/**
 * A text that a regular expression may look at only so often: one that backtracks without end is broken off rather than
 * freezing whoever waits.
 */
final class BoundedText implements CharSequence {

    /** Says that the expression looked too often. */
    static final class TooMuchWork extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super("regular expression takes too long", null, false, false);
        }
    }

    private final String text;
    private final int most;
    private int looks;

    /** @param most how often it may be looked at */
    BoundedText(String text, int most) {
        this.text = text;
        this.most = most;
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > most) {
            throw new TooMuchWork();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
