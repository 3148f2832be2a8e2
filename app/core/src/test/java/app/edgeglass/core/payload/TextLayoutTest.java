package app.edgeglass.core.payload;

import static app.edgeglass.core.payload.JsonLayoutTest.all;
import static app.edgeglass.core.payload.JsonLayoutTest.each;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLayoutTest {

    @Test
    void takesTheLineEndsOfAllSystems() {
        assertThat(each(lay("a\nb\r\nc\rd\n\ne"))).containsExactly("a", "b", "c⟨CR⟩", "d", "", "e");
        assertThat(each(lay("a\r"))).containsExactly("a⟨CR⟩");
        assertThat(each(lay("a\n"))).containsExactly("a", "");
    }

    @Test
    void marksWhatCannotBeShown() {
        var bytes = new byte[] {'a', '\t', 0, 0x1B, (byte) 0xFF, (byte) 0xE2, (byte) 0x80, (byte) 0xAE, 'b'};
        assertThat(each(TextLayout.lay(bytes, bytes.length, true, 10).lines()))
                .containsExactly("a\t⟨NUL⟩⟨ESC⟩⟨FF⟩⟨U+202E⟩b");
    }

    @Test
    void dropsACharacterThatThePartCutsInTwo() {
        var bytes = "abc€".getBytes(UTF_8);
        assertThat(each(TextLayout.lay(bytes, 5, false, 10).lines())).containsExactly("abc…");
        assertThat(each(TextLayout.lay(bytes, 5, true, 10).lines()))
                .as("of all there is")
                .containsExactly("abc⟨E2⟩⟨82⟩");
    }

    @Test
    void aSingleLineOfTwentyMegabytesIsManyShortOnes() {
        var bytes = "x".repeat(20_000_000).getBytes(UTF_8);
        var lines = TextLayout.lay(bytes, bytes.length, true, 2_000_000).lines();
        assertThat(lines.count()).isEqualTo(10_000);
        assertThat(lines.number(9_999)).isZero();
        assertThat(all(lines)).hasSize(20_000_000);
    }

    @Test
    void stopsAfterSoManyLinesAndSaysWhere() {
        var bytes = "\n".repeat(100).getBytes(UTF_8);
        var laid = TextLayout.lay(bytes, bytes.length, true, 10);
        assertThat(laid.end()).isEqualTo(10);
        assertThat(laid.lines().count()).isEqualTo(11);
    }

    @Test
    void copyingGivesBackEveryTextThatNeedsNoMarks() {
        var random = new Random(5);
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(200); i > 0; i--) {
                text.append("aä€😀 \n\t".split("", -1)[random.nextInt(7)]);
            }
            var plain = text.toString().replaceAll("[\\ud800-\\udfff]", "");
            assertThat(all(lay(plain))).isEqualTo(plain);
        }
    }

    private static Lines lay(String text) {
        var bytes = text.getBytes(UTF_8);
        return TextLayout.lay(bytes, bytes.length, true, 1_000).lines();
    }
}
