package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {

    @Test
    void showsOffsetDigitsAndCharacters() {
        var bytes = "Hello, NATS!\n\u0000 and more".getBytes(UTF_8);
        var dump = new HexDump(bytes, bytes.length);
        assertThat(JsonLayoutTest.each(dump))
                .containsExactly(
                        "00000000  48 65 6c 6c 6f 2c 20 4e  41 54 53 21 0a 00 20 61  Hello, NATS!.. a",
                        "00000010  6e 64 20 6d 6f 72 65                              nd more");
    }

    @Test
    void stylesCoverTheLine() {
        var dump = new HexDump(new byte[20], 20);
        for (var line = 0; line < dump.count(); line++) {
            var ends = new ArrayList<Integer>();
            dump.styles(line, (from, to, style) -> {
                assertThat(from).isEqualTo(ends.isEmpty() ? 0 : ends.getLast());
                ends.add(to);
            });
            assertThat(ends.getLast()).isEqualTo(dump.text(line).length());
        }
    }

    @Test
    void noBytesAreOneEmptyRow() {
        var dump = new HexDump(new byte[0], 0);
        assertThat(dump.count()).isEqualTo(1);
        assertThat(dump.text(0)).isEqualTo("00000000" + " ".repeat(dump.asciiColumn() - 8));
        dump.styles(0, (from, to, style) -> assertThat(to).isGreaterThan(from));
    }

    @Test
    void findsBytesAndText() {
        var bytes = new byte[64];
        System.arraycopy("Motor".getBytes(UTF_8), 0, bytes, 14, 5);
        var dump = new HexDump(bytes, bytes.length);
        assertThat(dump.find("6d 6f", 9)).as("mo in lower case is not there").isEmpty();
        assertThat(dump.find("4d6f", 9)).singleElement().satisfies(span -> {
            assertThat(span.fromLine()).isZero();
            assertThat(dump.text(0).substring(span.fromColumn(), span.toColumn()))
                    .isEqualTo("4d 6f");
        });
        assertThat(dump.find("motor", 9)).singleElement().satisfies(span -> {
            assertThat(span.fromLine()).isZero();
            assertThat(span.toLine()).isEqualTo(1);
        });
        assertThat(dump.find("0x00", 5)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"089601ff", "08 96 01 ff", "0x08 0x96,0x01\n0xFF", "08:96:01:FF", "08-96-01-ff ", "0x089601ff"})
    void readsBytesAsPeopleWriteThem(String text) {
        assertThat(HexText.read(text))
                .isInstanceOfSatisfying(
                        HexText.Bytes.class, read -> assertThat(read.bytes()).containsExactly(0x08, 0x96, 0x01, 0xFF));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08 9      | 1 | 4 | “9” is not made of whole bytes, which are two hexadecimal digits each.",
                "08 9g     | 1 | 5 | “g” is not a hexadecimal digit.",
                "0x        | 1 | 1 | “0x” is not made of whole bytes, which are two hexadecimal digits each.",
                "08;09     | 1 | 3 | “;” is not a hexadecimal digit.",
                "٠٠        | 1 | 1 | “٠” is not a hexadecimal digit.",
                "08😀      | 1 | 3 | “😀” is not a hexadecimal digit.",
            })
    void namesThePlaceThatIsNoByte(String text, int line, int column, String reason) {
        assertThat(HexText.read(text)).isEqualTo(new HexText.Problem(line, column, reason));
    }

    @Test
    void countsLines() {
        assertThat(HexText.read("08 09\n0a xx"))
                .isInstanceOfSatisfying(
                        HexText.Problem.class,
                        problem -> assertThat(problem.sentence())
                                .isEqualTo("Line 2, column 4: “x” is not a hexadecimal digit."));
    }

    @Test
    void readsBackWhatItShows() {
        var random = new Random(3);
        for (var size = 0; size < 200; size++) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            var dump = new HexDump(bytes, size);
            var digits = new StringBuilder();
            for (var line = 0; line < dump.count(); line++) {
                digits.append(dump.text(line), 10, dump.asciiColumn());
            }
            assertThat(HexText.read(digits.toString()))
                    .isInstanceOfSatisfying(
                            HexText.Bytes.class,
                            read -> assertThat(read.bytes()).isEqualTo(bytes));
            assertThat(HexText.read(HexFormat.of().formatHex(bytes)))
                    .isInstanceOfSatisfying(
                            HexText.Bytes.class,
                            read -> assertThat(read.bytes()).isEqualTo(bytes));
        }
    }
}
