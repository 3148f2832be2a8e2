package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@link SubjectPattern} that is held against subjects as bytes, without making an object of each. */
public final class SubjectMatcher {

    private final byte[][] tokens;

    SubjectMatcher(SubjectPattern pattern) {
        tokens = pattern.tokens().stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /**
     * As {@link SubjectPattern#matches}.
     *
     * @param subject holds the subject's UTF-8 bytes
     */
    public boolean matches(byte[] subject, int offset, int length) {
        int limit = offset + length;
        int start = offset;
        for (byte[] token : tokens) {
            if (start > limit) {
                return false;
            }
            if (is(token, '>')) {
                return true;
            }
            int end = start;
            while (end < limit && subject[end] != '.') {
                end++;
            }
            if (!is(token, '*') && !Arrays.equals(token, 0, token.length, subject, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return start > limit;
    }

    private static boolean is(byte[] token, char wildcard) {
        return token.length == 1 && token[0] == wildcard;
    }
}
