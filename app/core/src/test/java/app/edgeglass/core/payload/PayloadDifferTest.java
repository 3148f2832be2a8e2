package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.payload.DiffLines.Side;
import app.edgeglass.core.payload.JsonChange.Kind;
import app.edgeglass.core.payload.PayloadDiff.Verdict;
import app.edgeglass.plugin.api.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadDifferTest {

    @Test
    void saysWhichValuesChanged() {
        var diff = diff(
                "{\"temp\":23.4,\"unit\":\"C\",\"tags\":[\"a\",\"b\"],\"old\":1,\"n\":{\"x/y\":1}}",
                "{\"n\":{\"x/y\":2},\"temp\":23.9,\"unit\":\"C\",\"tags\":[\"a\",\"b\",\"c\"]}");
        assertThat(diff.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(diff.summary()).isEqualTo("2 values changed, 1 added, 1 removed");
        assertThat(diff.note()).isEmpty();
        assertThat(diff.changes())
                .containsExactlyInAnyOrder(
                        new JsonChange(Kind.CHANGED, "/temp", "23.4", "23.9"),
                        new JsonChange(Kind.ADDED, "/tags/2", null, "\"c\""),
                        new JsonChange(Kind.REMOVED, "/old", "1", null),
                        new JsonChange(Kind.CHANGED, "/n/x~1y", "1", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":1,"b":2}          | { "b":2, "a":1 }
        [1, 1e2, -0, 2.50]     | [1.0,100,0e5,25e-1]
        "ü\\/"                 | "\\u00fc/"
        [1e400]                | [10e399]
        {"a":1,"a":2}          | {"a":1, "a":2}
        {"a":1}{"b":2}         | {"a":1} {"b":2}
        """)
    void differentSpellingsAreTheSameValues(String before, String after) {
        var diff = diff(before, after);
        assertThat(diff.verdict()).isEqualTo(Verdict.SAME_VALUES);
        assertThat(diff.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [1]                | [1.0000001]              | 1 value changed
        [1]                | ["1"]                    | 1 value changed
        {"a":null}         | {"a":0}                  | 1 value changed
        {"a":{"b":1}}      | {"a":[1]}                | 1 value changed
        {"a":1,"a":2}      | {"a":1,"a":3}            | 1 value changed
        {"a":1}            | {"a":1,"a":1}            | 1 value added
        [1e999999999999]   | [2e999999999999]         | 1 value changed
        [1,2,3,4]          | [2,3,4]                  | 1 value removed
        [1,2,3,4]          | [0,1,2,3,4]              | 1 value added
        [1,2,3,4,5]        | [1,2,9,4]                | 1 value changed, 1 removed
        [{"a":1},{"b":2}]  | [{"x":0},{"a":1},{"b":2}]| 1 value added
        1                  | {"a":1}                  | 1 value changed
        """)
    void countsWhatDiffersInMeaning(String before, String after, String summary) {
        assertThat(diff(before, after).summary()).isEqualTo(summary);
        assertThat(diff(before, before + " ").verdict()).isEqualTo(Verdict.SAME_VALUES);
    }

    @Test
    void saysThatBytesAreIdentical() {
        var diff = diff("{\"a\":1}", "{\"a\":1}");
        assertThat(diff.verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(diff.summary()).isEqualTo("Identical: both payloads have the same bytes.");
        assertThat(diff.lines()).isEmpty();
    }

    @Test
    void marksTheLinesThatDifferAndHidesTheOthers() {
        var before = "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"temp\":23.4}";
        var lines = diff(before, before.replace("23.4", "23.9").replace("}", ",\"new\":true}"))
                .lines()
                .orElseThrow();
        assertThat(lines.unified()).isEqualTo("""
            …4 lines not shown
               "d": 4,
               "e": 5,
               "f": 6,
            -  "temp": 23.4
            +  "temp": 23.9,
            +  "new": true
             }
            """);
        assertThat(lines.side(0)).isEqualTo(Side.HIDDEN);
        assertThat(lines.number(4)).as("the older text's number").isEqualTo(8);
        var marked = new ArrayList<String>();
        lines.marks(5, (from, to) -> marked.add(lines.text(5).substring(from, to)));
        assertThat(marked).containsExactly("23.9,");
    }

    @Test
    void comparesTextsLineByLine() {
        var diff = diff("one\ntwo\nthree\n", "one\n2\nthree\nfour\n");
        assertThat(diff.summary()).isEqualTo("1 line changed, 1 added");
        assertThat(diff("a,\n", "a\n").summary()).as("a comma counts in a text").startsWith("1 line changed");
    }

    @Test
    void comparesBytesPlaceByPlace() {
        var before = new byte[40];
        before[0] = (byte) 0xFF;
        var after = before.clone();
        after[20] = 7;
        var diff = PayloadDiffer.between(payload(before), payload(after));
        assertThat(diff.summary()).isEqualTo("1 byte of 40 differs, the first at byte 20");
        var lines = diff.lines().orElseThrow();
        var marked = new ArrayList<String>();
        for (var line = 0; line < lines.count(); line++) {
            var text = lines.text(line);
            if (lines.side(line) == Side.AFTER) {
                lines.marks(line, (from, to) -> marked.add(text.substring(from, to)));
            }
        }
        assertThat(marked).containsExactly("07", ".");
        assertThat(PayloadDiffer.between(payload(before), payload(new byte[] {(byte) 0xFF, 1}))
                        .summary())
                .isEqualTo("They differ from byte 1 on: 40 bytes became 2");
    }

    @Test
    void saysWhatItLeavesOut() {
        var part = new Payload("{\"a\":[1,2".getBytes(UTF_8), 1_000, "s");
        var other = new Payload("{\"a\":[1,3".getBytes(UTF_8), 1_000, "s");
        var diff = PayloadDiffer.between(part, other);
        assertThat(diff.note())
                .contains("Only a part of the JSON is here, so it is compared as text. Only 9 B of 1,000 B were"
                        + " compared: the rest is not here.");
        assertThat(PayloadDiffer.between(part, part).summary()).isEqualTo("What is here of both payloads is the same.");
        var deep = diff("[".repeat(2_000) + "]".repeat(2_000), "[".repeat(2_001) + "]".repeat(2_001));
        assertThat(deep.note().orElseThrow()).contains("nested deeper than 400 levels is compared as text");
        var large = payload(new byte[PayloadDiffer.LARGEST_TEXT + 1]);
        assertThat(PayloadDiffer.between(large, payload(new byte[1])).note())
                .contains("Payloads above 4 MiB are compared byte by byte only.");
    }

    @Test
    void listsTheFirstOfVeryManyChangesAndCountsAll() {
        var before = "[" + "1,".repeat(5_000) + "1]";
        var diff = diff(before, before.replace('1', '2'));
        assertThat(diff.changeCount()).isEqualTo(5_001);
        assertThat(diff.changes()).hasSize(JsonDiff.MOST_LISTED);
        assertThat(diff.note().orElseThrow()).contains("The first 1,000 of 5,001 changes are listed.");
    }

    @Test
    void textsWithoutACommonLineAreBoundedToo() {
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (var i = 0; i < 50_000; i++) {
            before.append("a").append(i).append('\n');
            after.append("b").append(i).append('\n');
        }
        var diff = diff(before.toString(), after.toString());
        assertThat(diff.note().orElseThrow())
                .contains("More than 6,000 lines differ")
                .contains("the first 2,000 lines");
        assertThat(diff.lines().orElseThrow().count()).isLessThan(5_000);
    }

    @Test
    void whatIsMarkedTurnsOneTextIntoTheOther() {
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++) {
            var before = text(random);
            var after = random.nextInt(3) == 0 ? text(random) : before.replaceFirst("[abc]", "x");
            var lines = diff(before, after).lines();
            if (lines.isEmpty()) {
                assertThat(after).isEqualTo(before);
                continue;
            }
            var older = new ArrayList<String>();
            var newer = new ArrayList<String>();
            for (var line = 0; line < lines.get().count(); line++) {
                var text = lines.get().text(line);
                switch (lines.get().side(line)) {
                    case BOTH -> {
                        older.add(text);
                        newer.add(text);
                    }
                    case BEFORE -> older.add(text);
                    case AFTER -> newer.add(text);
                    case HIDDEN -> {
                        older.add("…");
                        newer.add("…");
                    }
                }
            }
            var all = !newer.remove("…");
            older.remove("…");
            while (newer.remove("…") && older.remove("…")) {
                all = false;
            }
            assertThat(lines(after)).containsSubsequence(newer);
            assertThat(lines(before)).containsSubsequence(older);
            assertThat(lines(after).equals(newer) && lines(before).equals(older))
                    .isEqualTo(all);
        }
    }

    @Test
    void aChangeIsFoundInBothDirections() {
        var random = new Random(23);
        for (var round = 0; round < 3_000; round++) {
            var json = new RandomJson(random);
            var before = json.value(4);
            var after = json.value(4);
            var forth = diff(before, after);
            var back = diff(after, before);
            assertThat(back.verdict()).isEqualTo(forth.verdict());
            assertThat(diff(before, before).verdict()).isEqualTo(Verdict.IDENTICAL);
            assertThat(forth.changes().isEmpty()).isEqualTo(forth.verdict() != Verdict.DIFFERENT);
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(25); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(4))).append('\n');
        }
        return text.append("end {").toString();
    }

    private static PayloadDiff diff(String before, String after) {
        return PayloadDiffer.between(payload(before.getBytes(UTF_8)), payload(after.getBytes(UTF_8)));
    }

    private static Payload payload(byte[] bytes) {
        return new Payload(bytes, bytes.length, "s");
    }
}
