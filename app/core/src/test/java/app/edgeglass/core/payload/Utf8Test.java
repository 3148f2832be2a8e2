package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void agreesWithThePlatformOnWhatIsUtf8() {
        var random = new Random(1);
        var valid = 0;
        for (var round = 0; round < 200_000; round++) {
            var bytes = new byte[1 + random.nextInt(5)];
            for (var i = 0; i < bytes.length; i++) {
                // Mostly from the borders of what may stand where.
                var borders = new int[] {
                    0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F,
                    0xF5, 0xFF
                };
                bytes[i] =
                        (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : borders[random.nextInt(borders.length)]);
            }
            var ours = decode(bytes);
            String platforms;
            try {
                platforms = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                valid++;
            } catch (CharacterCodingException e) {
                platforms = null;
            }
            assertThat(ours).as(Arrays.toString(bytes)).isEqualTo(platforms);
        }
        assertThat(valid).isGreaterThan(1_000);
    }

    @Test
    void walksOnAfterABadByteAndLosesNone() {
        var bytes = new byte[] {'a', (byte) 0xE2, (byte) 0x82, 'b', (byte) 0xC3, (byte) 0xA9};
        var walk = new Utf8(bytes, 0, bytes.length);
        assertThat(walk.next()).isEqualTo('a');
        assertThat(Utf8.byteOf(walk.next())).isEqualTo(0xE2);
        assertThat(Utf8.byteOf(walk.next())).isEqualTo(0x82);
        assertThat(walk.next()).isEqualTo('b');
        assertThat(walk.next()).isEqualTo('é');
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void findsTheEndOfTheLastWholeCharacter() {
        var bytes = "aé€😀".getBytes(UTF_8);
        var ends = new int[] {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
        for (var end = 0; end <= bytes.length; end++) {
            assertThat(Utf8.wholeEnd(bytes, 0, end)).as("cut at %d", end).isEqualTo(ends[end]);
        }
        assertThat(Utf8.wholeEnd(new byte[] {(byte) 0x80, (byte) 0x80}, 0, 2))
                .as("no beginning at all")
                .isEqualTo(2);
    }

    private static @Nullable String decode(byte[] bytes) {
        var text = new StringBuilder();
        for (var walk = new Utf8(bytes, 0, bytes.length); walk.hasNext(); ) {
            var next = walk.next();
            if (!Utf8.isCharacter(next)) {
                return null;
            }
            text.appendCodePoint(next);
        }
        return text.toString();
    }
}
