package app.edgeglass.core.subject;

/**
 * Whether a text stands in a subject across the points between its tokens. The state is how many of its characters the
 * subject so far ends in, as Knuth, Morris and Pratt have it.
 */
final class AcrossStep implements TokenWalk.Step {

    private static final byte BEGINNING = -1;

    private final TokenTable tokens;
    private final TokenTest.Containing test;
    private final char[] wanted;
    /** Where to go on when the next character does not fit, for each number of characters that did. */
    private final byte[] fallback;

    /** @param test {@linkplain TokenTest#isDecidable decidable} */
    AcrossStep(TokenTable tokens, TokenTest.Containing test) {
        this.tokens = tokens;
        this.test = test;
        wanted = test.text().toCharArray();
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = folded(wanted[i]);
        }
        fallback = new byte[wanted.length];
        for (int i = 1; i + 1 < wanted.length; i++) {
            fallback[i + 1] = next(fallback[i], wanted[i]);
        }
    }

    @Override
    public byte start() {
        return BEGINNING;
    }

    @Override
    public byte next(byte state, int token) {
        if (state == wanted.length) {
            return state;
        }
        byte reached = state == BEGINNING ? 0 : next(state, '.');
        if (tokens.isPlain(token)) {
            int length = tokens.length(token);
            for (int i = 0; i < length && reached < wanted.length; i++) {
                reached = next(reached, folded((char) tokens.byteAt(token, i)));
            }
        } else {
            String text = tokens.text(token);
            for (int i = 0; i < text.length() && reached < wanted.length; i++) {
                reached = next(reached, folded(text.charAt(i)));
            }
        }
        return reached;
    }

    private byte next(byte reached, char read) {
        byte at = reached;
        while (at > 0 && wanted[at] != read) {
            at = fallback[at];
        }
        return wanted[at] == read ? (byte) (at + 1) : 0;
    }

    /** As {@link String#regionMatches(boolean, int, String, int, int)} does it. */
    private char folded(char c) {
        if (!test.foldCase()) {
            return c;
        }
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    @Override
    public boolean holds(byte state) {
        return (state == wanted.length) != test.negated();
    }
}
