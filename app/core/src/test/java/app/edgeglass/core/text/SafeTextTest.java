package app.edgeglass.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

    @Test
    void plainTextStaysTheSameObject() {
        var text = "site.berlin.device.7.temp";
        assertThat(SafeText.show(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, ⟨NUL⟩",
        "0009, ⇥",
        "000A, ↵",
        "000D, ⟨CR⟩",
        "001B, ⟨ESC⟩",
        "007F, ⟨DEL⟩",
        "0085, ⟨U+0085⟩",
        "00AD, ⟨U+00AD⟩",
        "061C, ⟨U+061C⟩",
        "200B, ⟨U+200B⟩",
        "200E, ⟨U+200E⟩",
        "200F, ⟨U+200F⟩",
        "2028, ⟨U+2028⟩",
        "202E, ⟨U+202E⟩",
        "2066, ⟨U+2066⟩",
        "2069, ⟨U+2069⟩",
        "3164, ⟨U+3164⟩",
        "FEFF, ⟨U+FEFF⟩",
        "FFFE, ⟨U+FFFE⟩",
        "D83D, ⟨U+D83D⟩",
        "E0041, ⟨U+E0041⟩",
    })
    void whatCannotBeSeenGetsAMark(String hex, String mark) {
        var hidden = Character.toString(Integer.parseInt(hex, 16));
        assertThat(SafeText.show("a" + hidden + "b")).isEqualTo("a" + mark + "b");
    }

    @Test
    void lettersOfAllScriptsAndEmojiStay() {
        for (var text :
                new String[] {"Zürich 23.4 °C", "東京", "שלום", "مرحبا", "👩‍🔧 ok", "नमस्ते", "می‌خواهم", "e\u0301"}) {
            assertThat(SafeText.show(text)).isEqualTo(text);
        }
    }

    @Test
    void aJoinerThatJoinsNothingGetsAMark() {
        assertThat(SafeText.show("a\u200Db")).isEqualTo("a⟨U+200D⟩b");
        assertThat(SafeText.show("\u200D")).isEqualTo("⟨U+200D⟩");
        assertThat(SafeText.show("é\u200D\u200Db")).isEqualTo("é\u200D⟨U+200D⟩b");
    }

    @Test
    void aLetterCarriesFourMarksAtMost() {
        var stacked = "a" + "\u0300".repeat(30) + "b";
        assertThat(SafeText.show(stacked))
                .startsWith("a\u0300\u0300\u0300\u0300⟨U+0300⟩")
                .endsWith("⟨U+0300⟩b");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 6, abcdef",
        "abcdef, 5, abcd…",
        "abcdef, 1, …",
        "😀😀😀, 3, 😀😀😀",
        "😀😀😀, 2, 😀…",
        "ab\u202Ecd, 8, ab…",
        "ab\u202E, 10, ab⟨U+202E⟩",
        "ab\u202E, 9, ab…",
        "ab\u202Ec, 11, ab⟨U+202E⟩c",
        "ab\u202Ec, 10, ab…",
    })
    void cutsByCodePointsAndNeverThroughAMark(String text, int limit, String shown) {
        assertThat(SafeText.show(text, limit)).isEqualTo(shown);
    }

    @Test
    void refusesALimitThatLeavesNoRoomForAnything() {
        assertThatIllegalArgumentException().isThrownBy(() -> SafeText.show("a", 0));
    }

    @Test
    void anyTextComesOutWithinItsLimitAndSafe() {
        var random = new Random(20261122);
        for (var round = 0; round < 5_000; round++) {
            var text = randomText(random);
            var limit = 1 + random.nextInt(40);
            var shown = SafeText.show(text, limit);
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(limit);
            assertThat(shown.codePoints().map(Character::getType))
                    .doesNotContain((int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.LINE_SEPARATOR);
            assertThat(SafeText.show(shown)).as("showing again changes nothing").isEqualTo(shown);
        }
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(30); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(0x2000 + random.nextInt(0x70));
                default -> text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return text.toString();
    }
}
