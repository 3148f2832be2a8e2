package app.edgeglass.core.subject;

import app.edgeglass.core.error.Failure;
import java.util.List;

/**
 * What one can subscribe to: a subject in which {@code *} stands for any one token and a last {@code >} for one token or
 * more. A token that only contains such a character among others is an ordinary one.
 *
 * @param text the whole pattern
 * @param tokens its tokens
 */
public record SubjectPattern(String text, List<String> tokens) {

    /** Everything. */
    public static final SubjectPattern ALL = new SubjectPattern(">", List.of(">"));

    public SubjectPattern {
        tokens = List.copyOf(tokens);
    }

    /**
     * @throws Failure {@code subject.*} that says what is wrong with it
     */
    public static SubjectPattern parse(String text) {
        SubjectRules.check(text, Subject.MOST_BYTES);
        List<String> tokens = List.of(text.split("\\.", -1));
        int end = tokens.indexOf(">");
        if (end >= 0 && end < tokens.size() - 1) {
            throw Failure.of("subject.tail-wildcard", SubjectRules.shown(text));
        }
        return new SubjectPattern(text, tokens);
    }

    /** Whether a text has a token that is a wildcard. */
    public static boolean hasWildcard(String text) {
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (end - start == 1 && (text.charAt(start) == '*' || text.charAt(start) == '>')) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** Whether a message on this subject, which has no wildcards, reaches a subscription to the pattern. */
    public boolean matches(String subject) {
        int start = 0;
        int last = tokens.size() - 1;
        for (int i = 0; i <= last; i++) {
            String token = tokens.get(i);
            if (start > subject.length()) {
                return false;
            }
            if (token.equals(">")) {
                return true;
            }
            int dot = subject.indexOf('.', start);
            int end = dot < 0 ? subject.length() : dot;
            if (!token.equals("*") && !(token.length() == end - start && subject.startsWith(token, start))) {
                return false;
            }
            start = end + 1;
        }
        return start > subject.length();
    }

    /** The same for subjects as bytes. */
    public SubjectMatcher matcher() {
        return new SubjectMatcher(this);
    }

    /** Whether there is a subject that both match. */
    public boolean overlaps(SubjectPattern other) {
        int n = tokens.size();
        int m = other.tokens.size();
        for (int i = 0; i < Math.max(n, m); i++) {
            if (i >= n || i >= m) {
                return false;
            }
            String a = tokens.get(i);
            String b = other.tokens.get(i);
            if (a.equals(">") || b.equals(">")) {
                return true;
            }
            if (!a.equals("*") && !b.equals("*") && !a.equals(b)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
