package app.edgeglass.desktop.shell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyTest {

    private static List<String> best(String query, String... texts) {
        return List.of(texts).stream()
                .filter(text -> Fuzzy.match(query, text).isPresent())
                .sorted(Comparator.comparingInt((String text) ->
                                Fuzzy.match(query, text).orElseThrow().score())
                        .reversed())
                .toList();
    }

    private static List<Integer> positions(String query, String text) {
        return Fuzzy.match(query, text).orElseThrow().positions();
    }

    @Test
    void anEmptyQueryFitsAll() {
        assertThat(Fuzzy.match("", "anything")).hasValue(Fuzzy.Match.ALL);
        assertThat(Fuzzy.match("  ", "anything")).isPresent();
    }

    @Test
    void lettersHaveToComeInTheirOrder() {
        assertThat(Fuzzy.match("zin", "Zoom in")).isPresent();
        assertThat(Fuzzy.match("niz", "Zoom in")).isEmpty();
        assertThat(Fuzzy.match("zoomx", "Zoom in")).isEmpty();
        assertThat(Fuzzy.match("longer than the text", "Zoom")).isEmpty();
    }

    @Test
    void wordsMayComeInAnyOrder() {
        assertThat(Fuzzy.match("theme dark", "Use the dark theme")).isPresent();
        assertThat(Fuzzy.match("theme green", "Use the dark theme")).isEmpty();
    }

    @Test
    void beginningsOfWordsAndNeighboursCountMore() {
        assertThat(best("sub", "Show Subjects", "Reset the zoom and undo by", "Use the bus"))
                .first()
                .isEqualTo("Show Subjects");
        assertThat(best("cs", "Disconnect", "Connect to Server", "Close"))
                .first()
                .isEqualTo("Connect to Server");
        assertThat(best("con", "Reconnect", "Connect")).containsExactly("Connect", "Reconnect");
    }

    @Test
    void saysWhichLettersFit() {
        assertThat(positions("dark", "Use the dark theme")).containsExactly(8, 9, 10, 11);
        assertThat(positions("ut", "Use the dark theme")).containsExactly(0, 4);
        assertThat(positions("theme use", "Use the theme")).containsExactly(0, 1, 2, 8, 9, 10, 11, 12);
        assertThat(positions("bI", "subjectId"))
                .as("an inner capital begins a word")
                .containsExactly(2, 7);
    }

    @Test
    void takesAnyText() {
        assertThat(Fuzzy.match("ß", "Straße")).isPresent();
        assertThat(Fuzzy.match("i", "İstanbul"))
                .as("lower case is longer than the text")
                .isEmpty();
        assertThat(Fuzzy.match("a", "")).isEmpty();
        assertThat(Fuzzy.match("x".repeat(200), "x".repeat(200))).isPresent();
    }

    @Test
    void keywordsFitByTheirBeginnings() {
        assertThat(Fuzzy.begins("pref mem", "preferences options memory")).isTrue();
        assertThat(Fuzzy.begins("emory", "memory")).isFalse();
    }
}
