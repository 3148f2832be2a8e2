package app.edgeglass.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private final Figures figures = new Figures(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "9999|9,999", "12345|12.3 k", "999499|999 k", "999500|1.00 M", "4560000000|4.56 G"})
    void shortCounts(long count, String expected) {
        assertThat(figures.shortCount(count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|''", "0.04|''", "0.2|0.2", "9.94|9.9", "17.2|17", "123456|123 k"})
    void rates(double rate, String expected) {
        assertThat(figures.rate(rate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-5|0.0 s", "300|0.3 s", "949|0.9 s", "950|1 s", "59400|59 s", "61000|1 min", "7300000|2 h"})
    void ages(long millis, String expected) {
        assertThat(figures.age(Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"85|85 µs", "1300|1.30 ms", "45600|45.6 ms", "1200000|1.20 s"})
    void latencies(long micros, String expected) {
        assertThat(figures.latency(Duration.ofNanos(micros * 1_000))).isEqualTo(expected);
    }
}
