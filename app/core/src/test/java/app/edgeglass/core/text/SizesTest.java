package app.edgeglass.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "64, 64 B",
        "1023, '1,023 B'",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "65536, 64 KiB",
        "231424, 226 KiB",
        "1048576, 1 MiB",
        "1048000, '1,023 KiB'",
        "9223372036854775807, 8 EiB",
    })
    void saysABinaryUnit(long bytes, String said) {
        assertThat(Sizes.say(bytes, Locale.ENGLISH)).isEqualTo(said);
    }

    @Test
    void followsTheLanguage() {
        assertThat(Sizes.say(1_536, Locale.GERMANY)).isEqualTo("1,5 KiB");
        assertThat(Sizes.exact(231_424, Locale.GERMANY)).isEqualTo("231.424");
    }
}
