package app.edgeglass.core.message;

/**
 * A text that a regular expression may look at only so often: one that backtracks without end is broken off rather than
 * freezing whoever waits.
 */
final class BoundedText implements CharSequence {

    private static final int LOOKS = 2_000_000;

    /** Says that the expression looked too often. */
    static final class TooMuchWork extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super("regular expression takes too long", null, false, false);
        }
    }

    private final String text;
    private int looks;

    BoundedText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > LOOKS) {
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
