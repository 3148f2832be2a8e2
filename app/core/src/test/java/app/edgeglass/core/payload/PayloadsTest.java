package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.plugin.api.Payload;
import app.edgeglass.plugin.api.PayloadDecoder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadsTest {

    private final Payloads payloads = Payloads.builtIn();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"value":23.4,"unit":"°C"}                    | 23.4 °C
        {"ts":17,"value": 1e3,"unit":"°C","ok":true}  | 1e3 °C  {"ts":17,"ok":true}
        {"v":true}                                    | true
        {"val":"running", "since":[1,{"a":2}]}        | running  {"since":[1,{"a":2}]}
        {"unit":"\\u0025","value":5}                  | 5 %
        {"value":{"x":1}}                             | {"value":{"x":1}}
        {"value":null,"unit":"m"}                     | {"value":null,"unit":"m"}
        {"value":1,"v":2}                             | {"value":1,"v":2}
        {"value":1}{"value":2}                        | {"value":1} {"value":2}
        { "a" : [ 1 , 2 ] , "b" : { } }               | {"a":[1,2],"b":{}}
        42                                            | 42
        "on"                                          | "on"
        hello                                         | hello
        {"a":1,}                                      | {"a":1,}
        12 34                                         | 12 34
        """)
    void saysTheValueInALine(String payload, String line) {
        assertThat(preview(payload.getBytes(UTF_8), 100)).isEqualTo(line);
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(preview(new byte[0], 100)).isEqualTo("(empty)");
    }

    @Test
    void showsNoLineBreaksAndNoMarksOfDirection() {
        assertThat(preview("one\ntwo\t\u0000\u202Ethree".getBytes(UTF_8), 100)).isEqualTo("one↵two⇥⟨NUL⟩⟨U+202E⟩three");
        assertThat(preview("{\"a\":\"\u202Ex\\n\"}".getBytes(UTF_8), 100)).isEqualTo("{\"a\":\"\\u202ex\\n\"}");
        assertThat(preview("{\"value\":\"\u202Ex\"}".getBytes(UTF_8), 100)).isEqualTo("⟨U+202E⟩x");
        assertThat(preview("23.4 °C".getBytes(ISO_8859_1), 100)).isEqualTo("23.4 ⟨B0⟩C");
    }

    @Test
    void showsBytesWithTheirSize() {
        var bytes = HexFormat.of().parseHex("089601");
        assertThat(preview(bytes, 100)).isEqualTo("0x 08 96 01 · 3 B");
        var many = new byte[64];
        new Random(1).nextBytes(many);
        assertThat(preview(many, 26)).matches("0x( [0-9a-f]{2}){5} … 64 B");
        assertThat(payloads.preview(many, 5_000_000, "s", 26)).matches("0x( [0-9a-f]{2}){4} … 4.8 MiB");
    }

    @Test
    void looksAtTheFirstPartOnly() {
        var json = "{\"list\":[" + "1234567890,".repeat(1_000_000);
        var bytes = json.getBytes(UTF_8);
        assertThat(preview(bytes, 30)).isEqualTo("{\"list\":[1234567890,123456789…");
        assertThat(payloads.preview("{\"a\":\"xy".getBytes(UTF_8), 1_000, "s", 30))
                .isEqualTo("{\"a\":\"xy…");
        assertThat(payloads.preview("{\"value\":1,\"a\":\"xy".getBytes(UTF_8), 1_000, "s", 30))
                .isEqualTo("1  {\"a\":\"xy…");
    }

    @Test
    void neverSaysMoreThanAsked() {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var bytes = new RandomJson(random).damaged();
            var limit = 1 + random.nextInt(60);
            var line = preview(bytes, limit);
            assertThat(line.codePointCount(0, line.length())).isBetween(bytes.length == 0 ? 1 : 0, limit);
            assertThat(line.codePoints().allMatch(c -> Character.getType(c) != Character.CONTROL))
                    .isTrue();
        }
    }

    @Test
    void asksOtherDecodersFirst() {
        var reading = Payloads.with(List.of(new PayloadDecoder() {
            @Override
            public String id() {
                return "always";
            }

            @Override
            public Optional<String> preview(Payload payload, int limit) {
                return payload.subject().equals("mine") ? Optional.of("read") : Optional.empty();
            }
        }));
        assertThat(reading.preview(new byte[] {'1'}, 1, "mine", 10)).isEqualTo("read");
        assertThat(reading.preview(new byte[] {'1'}, 1, "other", 10)).isEqualTo("1");
    }

    private String preview(byte[] bytes, int limit) {
        return payloads.preview(bytes, bytes.length, "s", limit);
    }
}
