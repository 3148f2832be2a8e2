package app.edgeglass.core.jetstream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "4096|4096", "10GiB|10737418240", "10 g|10737418240", "1.5 MB|1500000", "1,024 KiB|1048576"
            })
    void readsBytes(String typed, long bytes) {
        assertThat(Quantities.bytes(typed)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "24h,86400000000000",
        "1d 12h,129600000000000",
        "1h30m,5400000000000",
        "1.5s,1500000000",
        "100ms,100000000",
        "2 weeks,-1",
        "7,-1",
        "1h nonsense,-1",
        "-5s,-1"
    })
    void readsSpans(String typed, long nanos) {
        if (nanos < 0) {
            assertThatThrownBy(() -> Quantities.nanos(typed)).isInstanceOf(Failure.class);
        } else {
            assertThat(Quantities.nanos(typed)).isEqualTo(nanos);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "10 parsecs", "-1", "9 EiB", "1e3"})
    void refusesWhatIsNoSize(String typed) {
        assertThatThrownBy(() -> Quantities.bytes(typed))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("config.bytes"));
    }

    /** What a form shows must come back as the same number. */
    @Test
    void whatIsShownCanBeTypedAgain() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            long value = random.nextLong(Long.MAX_VALUE) >> random.nextInt(62);
            assertThat(Quantities.bytes(Quantities.sayBytes(value))).isEqualTo(value);
            assertThat(Quantities.nanos(Quantities.saySpan(value))).isEqualTo(value);
        }
        assertThat(Quantities.sayBytes(10L << 30)).isEqualTo("10 GiB");
        assertThat(Quantities.saySpan(129_600_000_000_000L)).isEqualTo("1d 12h");
    }

    @Test
    void readsMoments() {
        assertThat(Quantities.moment("2026-03-01 12:00:00+01:00")).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        assertThatThrownBy(() -> Quantities.moment("yesterday")).isInstanceOf(Failure.class);
    }
}
