package app.edgeglass.desktop.shell.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody means who types some of its letters: every letter of a word must occur in the text, in its order.
 * Letters at the beginning of words and next to each other count more.
 */
final class Fuzzy {

    private static final int LETTER = 1;
    private static final int NEXT_TO_LAST = 9;
    private static final int WORD_START = 8;
    private static final int TEXT_START = 4;
    private static final int NONE = Integer.MIN_VALUE / 2;

    private Fuzzy() {}

    /**
     * How well a text fits.
     *
     * @param score the higher the better
     * @param positions the indices of the letters that fit, ascending
     */
    record Match(int score, List<Integer> positions) {
        static final Match ALL = new Match(0, List.of());
    }

    /**
     * Matches each word of the query anywhere in the text, in any order of words.
     *
     * @return none when a word does not occur; an empty query fits everything
     */
    static Optional<Match> match(String query, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        int score = 0;
        var positions = new ArrayList<Integer>();
        for (String word : words(query)) {
            int[] found = matchWord(word, text, folded);
            if (found == null) {
                return Optional.empty();
            }
            score += found[0];
            for (int i = 1; i < found.length; i++) {
                positions.add(found[i]);
            }
        }
        return Optional.of(
                new Match(score, positions.stream().distinct().sorted().toList()));
    }

    /** Whether each word of the query begins a word of the text. */
    static boolean begins(String query, String text) {
        List<String> there = words(text);
        return words(query).stream().allMatch(word -> there.stream().anyMatch(other -> other.startsWith(word)));
    }

    static List<String> words(String query) {
        return Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The best way to find the word's letters in order: its score, then their indices. Time: word times text. */
    private static int @Nullable [] matchWord(String word, String text, String folded) {
        int n = word.length();
        int m = folded.length();
        if (n > m || m != text.length()) {
            return null;
        }
        // best[i][j]: the best score with letter i of the word at index j of the text.
        var best = new int[n][m];
        var from = new int[n][m];
        for (int i = 0; i < n; i++) {
            int left = NONE;
            int leftAt = -1;
            for (int j = 0; j < m; j++) {
                best[i][j] = NONE;
                if (word.charAt(i) == folded.charAt(j)) {
                    int own = LETTER + startBonus(text, j);
                    if (i == 0) {
                        best[i][j] = own;
                    } else {
                        int close = j > 0 && best[i - 1][j - 1] > NONE ? best[i - 1][j - 1] + NEXT_TO_LAST : NONE;
                        boolean isClose = close >= left;
                        int before = isClose ? close : left;
                        if (before > NONE) {
                            best[i][j] = before + own;
                            from[i][j] = isClose ? j - 1 : leftAt;
                        }
                    }
                }
                if (i > 0 && best[i - 1][j] > left) {
                    left = best[i - 1][j];
                    leftAt = j;
                }
            }
        }
        return traced(best, from, n, m);
    }

    private static int @Nullable [] traced(int[][] best, int[][] from, int n, int m) {
        int at = -1;
        for (int j = 0; j < m; j++) {
            if (best[n - 1][j] > NONE && (at < 0 || best[n - 1][j] > best[n - 1][at])) {
                at = j;
            }
        }
        if (at < 0) {
            return null;
        }
        var result = new int[n + 1];
        result[0] = best[n - 1][at];
        for (int i = n - 1; i >= 0; i--) {
            result[i + 1] = at;
            at = from[i][at];
        }
        return result;
    }

    private static int startBonus(String text, int index) {
        if (index == 0) {
            return WORD_START + TEXT_START;
        }
        char before = text.charAt(index - 1);
        char here = text.charAt(index);
        boolean starts =
                !Character.isLetterOrDigit(before) || (Character.isUpperCase(here) && Character.isLowerCase(before));
        return starts && Character.isLetterOrDigit(here) ? WORD_START : 0;
    }
}
