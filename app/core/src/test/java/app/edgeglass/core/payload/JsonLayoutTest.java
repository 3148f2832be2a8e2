package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLayoutTest {

    private static final int MOST = 100_000;

    @Test
    void keepsNumbersOrderAndRepeatedNamesAsSent() {
        assertThat(all(lay("{\"b\":1e3,\"a\":-0.0,\"b\":12345678901234567890.10,\"z\":[],\"o\":{}}")))
                .isEqualTo("""
                    {
                      "b": 1e3,
                      "a": -0.0,
                      "b": 12345678901234567890.10,
                      "z": [],
                      "o": {}
                    }\
                    """);
    }

    @Test
    void keepsShortListsInALineAndBreaksOthers() {
        assertThat(all(lay("{\"a\":[1,\"x\",true,null],\"b\":[[1],{\"c\":2}]}")))
                .isEqualTo("""
                    {
                      "a": [1, "x", true, null],
                      "b": [
                        [1],
                        {
                          "c": 2
                        }
                      ]
                    }\
                    """);
        assertThat(lay("[" + "1234567,".repeat(20) + "1]").count()).isEqualTo(23);
    }

    @Test
    void showsEachOfSeveralValues() {
        assertThat(all(lay("{\"a\":1}\n[2]\n"))).isEqualTo("{\n  \"a\": 1\n}\n[2]");
    }

    @Test
    void readsEscapesAndEscapesWhatCannotBeSeen() {
        assertThat(all(lay("[\"Z\\u00fcrich \\ud83d\\ude00 \\/\", \"\u202Eevil\\u0000\\n\\\"\\\\\\ud800\\u2028\"]")))
                .isEqualTo("[\"Zürich 😀 /\", \"\\u202eevil\\u0000\\n\\\"\\\\\\ud800\\u2028\"]");
    }

    @Test
    void stylesEveryCharacter() {
        var lines = lay("{\"k\":[\"s\",1,true,null]}");
        var styles = new ArrayList<String>();
        lines.styles(
                1, (from, to, style) -> styles.add(style + " " + lines.text(1).substring(from, to)));
        assertThat(styles)
                .containsExactly(
                        "KEY   \"k\"",
                        "PUNCTUATION : [",
                        "STRING \"s\"",
                        "PUNCTUATION , ",
                        "NUMBER 1",
                        "PUNCTUATION , ",
                        "BOOLEAN true",
                        "PUNCTUATION , ",
                        "NULL null",
                        "PUNCTUATION ]");
    }

    @Test
    void showsWhatIsThereOfAStringThatIsCut() {
        var json = ("{\"id\":7,\"log\":\"" + "é".repeat(50)).getBytes(UTF_8);
        var laid = JsonLayout.lay(json, json.length - 1, false, MOST);
        assertThat(laid.problem()).isNull();
        assertThat(all(Objects.requireNonNull(laid.lines())))
                .isEqualTo("{\n  \"id\": 7,\n  \"log\": \"" + "é".repeat(49) + "…");
    }

    @Test
    void breaksLongStringsAndCopiesThemWhole() {
        var text = "0123456789".repeat(450) + "😀".repeat(600);
        var lines = lay("{\"data\":\"" + text + "\",\"b\":1}");
        assertThat(lines.count()).isGreaterThan(5);
        for (var i = 0; i < lines.count(); i++) {
            assertThat(lines.text(i).length()).isLessThanOrEqualTo(StyledLines.LONGEST_LINE);
            assertThat(Character.isLowSurrogate(lines.text(i).charAt(0)))
                    .as("a character cut in two")
                    .isFalse();
        }
        assertThat(lines.continues(1)).isFalse();
        assertThat(lines.continues(2)).isTrue();
        assertThat(lines.number(2)).isZero();
        assertThat(lines.number(lines.count() - 1))
                .as("numbers count what is broken once")
                .isEqualTo(4);
        assertThat(all(lines)).isEqualTo("{\n  \"data\": \"" + text + "\",\n  \"b\": 1\n}");
    }

    @Test
    void tellsTheProblemInsteadOfLines() {
        var json = "{\"a\":1,}".getBytes(UTF_8);
        var laid = JsonLayout.lay(json, json.length, true, MOST);
        assertThat(laid.lines()).isNull();
        assertThat(Objects.requireNonNull(laid.problem()).offset()).isEqualTo(7);
    }

    @Test
    void stopsAfterSoManyLinesAndSaysWhere() {
        var bomb = "[".repeat(1_000_000).getBytes(UTF_8);
        var laid = JsonLayout.lay(bomb, bomb.length, false, 1_000);
        assertThat(laid.end()).isLessThan(2_000);
        assertThat(Objects.requireNonNull(laid.lines()).count()).isEqualTo(1_000);
        assertThat(laid.lines().text(999))
                .as("indented no deeper than the screen")
                .hasSizeLessThan(100);
    }

    @Test
    void whatIsLaidOutIsStillTheSameJson() {
        var random = new Random(99);
        for (var round = 0; round < 3_000; round++) {
            var json = new RandomJson(random).value(5);
            var copied = all(lay(json));
            var before = Objects.requireNonNull(JsonNode.read(json.getBytes(UTF_8), json.getBytes(UTF_8).length));
            var after = Objects.requireNonNull(
                    JsonNode.read(copied.getBytes(UTF_8), copied.getBytes(UTF_8).length), copied);
            assertThat(after.isSame(before)).as(json + "\n" + copied).isTrue();
            assertThat(all(lay(copied))).as("laying out again changes nothing").isEqualTo(copied);
        }
    }

    @Test
    void findsTextAlsoWhereItWasBroken() {
        var lines = lay("{\"data\":\"" + "x".repeat(1_985) + "NEEDLE\",\"Needle\":2}");
        var found = lines.find("needle", 10);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().fromLine()).isEqualTo(1);
        assertThat(found.getFirst().toLine()).isEqualTo(2);
        assertThat(lines.between(found.getFirst())).isEqualTo("NEEDLE");
        assertThat(lines.between(found.getLast())).isEqualTo("Needle");
        assertThat(lines.find("needle", 1)).hasSize(1);
        assertThat(lines.find("", 10)).isEmpty();
        assertThat(lines.find("{ ", 10)).as("what spans two real lines").isEmpty();
    }

    static Lines lay(String json) {
        var bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(
                JsonLayout.lay(bytes, bytes.length, true, MOST).lines());
    }

    static String all(Lines lines) {
        return lines.between(new Lines.Span(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    static List<String> each(Lines lines) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < lines.count(); i++) {
            texts.add(lines.text(i));
        }
        return texts;
    }
}
