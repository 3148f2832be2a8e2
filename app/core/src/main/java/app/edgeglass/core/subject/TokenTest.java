package app.edgeglass.core.subject;

/**
 * A test of subjects that is decided token by token, from the root of a tree down: what a branch has passed is not looked
 * at again for each of the subjects below it.
 */
public sealed interface TokenTest {

    /** Whether it must not hold. */
    boolean negated();

    /** Whether it can be decided in this way. */
    boolean isDecidable();

    /** The subject matches a pattern. */
    record Like(SubjectPattern pattern, boolean negated) implements TokenTest {

        private static final int MOST_TOKENS = 100;

        @Override
        public boolean isDecidable() {
            return pattern.tokens().size() <= MOST_TOKENS;
        }
    }

    /**
     * The subject contains a text, in one of its tokens or, with a point, across some.
     *
     * @param foldCase whether capital letters do not count; the text has none then
     */
    record Containing(String text, boolean foldCase, boolean negated) implements TokenTest {

        private static final int LONGEST_ACROSS = 100;

        @Override
        public boolean isDecidable() {
            return text.indexOf('.') < 0
                    || (text.length() <= LONGEST_ACROSS
                            && text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        }

        /** Whether a text contains it. */
        public boolean holds(String in) {
            if (!foldCase) {
                return in.contains(text);
            }
            int last = in.length() - text.length();
            for (int i = 0; i <= last; i++) {
                if (in.regionMatches(true, i, text, 0, text.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
