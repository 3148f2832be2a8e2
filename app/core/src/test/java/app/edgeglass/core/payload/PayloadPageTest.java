package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.plugin.api.Payload;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadPageTest {

    @Test
    void takesEachPayloadForWhatItIs() {
        assertReading("", PayloadKind.EMPTY, "no bytes");
        assertReading("{\"a\":1}", PayloadKind.JSON, "valid JSON");
        assertReading("{\"a\":1}\n{\"a\":2}\n", PayloadKind.JSON, "2 JSON values one after the other");
        assertReading("23.4", PayloadKind.JSON, "valid JSON");
        assertReading("hello", PayloadKind.TEXT, "UTF-8 text");
        assertReading("[INFO] started", PayloadKind.TEXT, "text that begins like JSON");
        assertReading("23.4\0", PayloadKind.TEXT, "UTF-8 text");
        assertReading(
                "23.4 °C".getBytes(ISO_8859_1),
                PayloadKind.TEXT,
                "text with one byte that is no UTF-8, first at byte 5 (0xB0)");
        assertReading(HexFormat.of().parseHex("089601"), PayloadKind.BINARY, "no text: byte 1 (0x96) is no UTF-8");
        assertReading(
                HexFormat.of().parseHex("0a0568656c6c6f"), PayloadKind.BINARY, "no text: too many control characters");
        assertReading(new byte[8], PayloadKind.BINARY, "no text: too many control characters");
        assertReading("{\"a\":1}".getBytes(UTF_16LE), PayloadKind.BINARY, "no text: too many control characters");
    }

    @Test
    void choosesTheFormThatFits() {
        assertThat(page("{}", null).form()).isEqualTo(PayloadForm.PRETTY);
        assertThat(page("hello", null).form()).isEqualTo(PayloadForm.TEXT);
        assertThat(page("hello", PayloadForm.PRETTY).form()).isEqualTo(PayloadForm.TEXT);
        assertThat(page("{}", PayloadForm.HEX).form()).isEqualTo(PayloadForm.HEX);
        assertThat(PayloadPage.of(payload(new byte[] {-1}), PayloadForm.PRETTY).form())
                .isEqualTo(PayloadForm.HEX);
        assertThat(PayloadPage.of(payload(new byte[] {-1}), PayloadForm.TEXT)
                        .lines()
                        .text(0))
                .isEqualTo("⟨FF⟩");
    }

    @Test
    void saysWhereJsonIsBrokenAndShowsTheText() {
        var page = page("{\n  \"a\": tru\n}", null);
        assertThat(page.form()).isEqualTo(PayloadForm.TEXT);
        assertThat(page.note())
                .contains(
                        "Not valid JSON. Line 2, column 8 (byte 9): “tru” is not a JSON value; only numbers, true, false"
                                + " and null go without quotes.");
        assertThat(page.lines().text(1)).isEqualTo("  \"a\": tru");
    }

    @Test
    void aFirstPartIsNotBroken() {
        var json = ("{\"list\":[" + "\"ü\",".repeat(40_000)).getBytes(UTF_8);
        var part = Arrays.copyOf(json, 65_536);
        var page = PayloadPage.of(new Payload(part, json.length, "s"), null);
        assertThat(page.form()).isEqualTo(PayloadForm.PRETTY);
        assertThat(page.note()).isEmpty();
        assertThat(page.reading().why()).isEqualTo("JSON as far as it is shown");
        assertThat(page.lines().text(page.lines().count() - 1)).endsWith("…");
    }

    @Test
    void neitherBombsNorNoiseDoHarm() throws InterruptedException {
        var random = new Random(8);
        var noise = new byte[300_000];
        random.nextBytes(noise);
        var hostile = new byte[][] {
            "[".repeat(1_000_000).getBytes(UTF_8),
            ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8),
            "{\"a\":".repeat(200_000).getBytes(UTF_8),
            ("[" + "1".repeat(3_000_000) + "]").getBytes(UTF_8),
            ("[1e" + "9".repeat(1_000_000) + ",1e-" + "9".repeat(100) + "]").getBytes(UTF_8),
            ("\"" + "\\u0000".repeat(300_000) + "\"").getBytes(UTF_8),
            "\u202E".repeat(200_000).getBytes(UTF_8),
            "a\u0300".repeat(200_000).getBytes(UTF_8),
            new byte[1_000_000],
            noise,
            "\r".repeat(500_000).getBytes(UTF_8),
            ("{" + "\"a\":1,".repeat(200_000) + "\"a\":1}").getBytes(UTF_8),
        };
        var failure = new Throwable[1];
        // A small stack: whoever goes down as deep as the data does would fall here.
        var thread = new Thread(
                null,
                () -> {
                    for (var bytes : hostile) {
                        for (var form : PayloadForm.values()) {
                            for (var whole : new boolean[] {true, false}) {
                                var page =
                                        PayloadPage.of(new Payload(bytes, bytes.length + (whole ? 0 : 1), "s"), form);
                                assertThat(page.lines().count()).isPositive();
                                assertThat(page.lines().find("a", 10)).isNotNull();
                            }
                        }
                        assertThat(Payloads.builtIn().preview(bytes, bytes.length, "s", 160))
                                .isNotEmpty();
                        assertThat(PayloadDiffer.between(payload(bytes), payload(hostile[0])))
                                .isNotNull();
                        assertThat(PayloadDiffer.between(payload("{\"a\":1}".getBytes(UTF_8)), payload(bytes)))
                                .isNotNull();
                    }
                },
                "small stack",
                512 * 1024);
        thread.setUncaughtExceptionHandler((t, thrown) -> failure[0] = thrown);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }

    @Test
    void anyBytesCanBeShownInEveryForm() {
        var random = new Random(20);
        for (var round = 0; round < 5_000; round++) {
            var bytes = random.nextBoolean() ? new RandomJson(random).damaged() : new byte[random.nextInt(100)];
            if (random.nextInt(4) == 0) {
                random.nextBytes(bytes);
            }
            var size = bytes.length + (random.nextBoolean() ? 0 : 100);
            for (var form : PayloadForm.values()) {
                var lines = PayloadPage.of(new Payload(bytes, size, "s"), form).lines();
                for (var line = 0; line < lines.count(); line++) {
                    var text = lines.text(line);
                    assertThat(text.chars().allMatch(c -> (c >= 0x20 && c != 0x7F) || c == '\t'))
                            .as(text)
                            .isTrue();
                    var end = new int[1];
                    lines.styles(line, (from, to, style) -> {
                        assertThat(from).isEqualTo(end[0]);
                        end[0] = to;
                    });
                    assertThat(end[0]).as("styled to its end").isEqualTo(text.length());
                }
            }
        }
    }

    private static void assertReading(String text, PayloadKind kind, String why) {
        assertReading(text.getBytes(UTF_8), kind, why);
    }

    private static void assertReading(byte[] bytes, PayloadKind kind, String why) {
        var reading = Reading.of(payload(bytes));
        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.why()).isEqualTo(why);
    }

    private static PayloadPage page(String text, @Nullable PayloadForm chosen) {
        return PayloadPage.of(payload(text.getBytes(UTF_8)), chosen);
    }

    private static Payload payload(byte[] bytes) {
        return new Payload(bytes, bytes.length, "s");
    }
}
