package app.edgeglass.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoTimeTest {

    private final IsoTime time = new IsoTime();

    @Test
    void writesWhatAnInstantSays() {
        var random = new Random(3);
        int[] nanos = {0, 1, 10, 999, 1_000, 500_000, 1_000_000, 120_000_000, 999_999_999};
        for (int i = 0; i < 20_000; i++) {
            long second = i % 3 == 0 ? random.nextLong(-62_000_000_000L, 250_000_000_000L) : 1_795_000_000 + i / 7;
            int nano = i % 2 == 0 ? nanos[i / 2 % nanos.length] : random.nextInt(1_000_000_000);
            Instant at = Instant.ofEpochSecond(second, nano);
            assertThat(time.say(at)).isEqualTo(at.toString());
        }
    }
}
