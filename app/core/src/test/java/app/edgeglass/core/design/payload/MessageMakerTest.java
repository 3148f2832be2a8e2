package app.edgeglass.core.design.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.design.Flow;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.format.DesignReader;
import app.edgeglass.core.design.payload.MadeMessage.HeaderLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageMakerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30.250Z");

    private static SubjectDesign design(String flow) {
        return DesignReader.read(
                        "world.yaml",
                        ("edgeglass: design/1\nname: w\nvariables: {site: [ulsan, busan], n: 07..09, m: [5]}\n" + flow)
                                .getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    private static MessageMaker maker(String flow) {
        SubjectDesign design = design("subjects:\n  - every: 1s\n" + flow.indent(4));
        Flow read = design.flows().getFirst();
        return new MessageMaker(read.message(), design.expand(read.subject()), design.seed());
    }

    private static String text(MessageMaker maker, int subject) {
        return new String(maker.make(subject, NOW).payload(), StandardCharsets.UTF_8);
    }

    private static MessageMaker json(String value) {
        return maker("subject: \"s.{site}.{n}.{m}\"\npayload:\n  json: " + value);
    }

    private static List<JsonNode> draw(String value, int times) {
        MessageMaker maker = json(value);
        return IntStream.range(0, times)
                .mapToObj(i -> JsonMapper.shared().readTree(text(maker, 0)))
                .toList();
    }

    @Test
    void theSameSeedAndSubjectDrawTheSame() {
        String value = "{a: {$walk: {min: 0, max: 9, step: 1}}, b: {$uuid: v4}, c: {$choice: [x, y, z]}}";
        MessageMaker one = json(value);
        MessageMaker other = json(value);
        for (int i = 0; i < 5; i++) {
            // What is drawn for another subject in between does not matter.
            text(other, 2);
        }

        for (int i = 0; i < 20; i++) {
            assertThat(text(one, 1)).isEqualTo(text(other, 1));
        }
        assertThat(text(one, 0)).isNotEqualTo(text(one, 3));
    }

    @Test
    void walksWithinBoundsInStepsAndRemembersEachSubject() {
        var walk = draw("{$walk: {min: 20, max: 22, step: 0.5, decimals: 2}}", 500);

        double last = walk.getFirst().asDouble();
        for (JsonNode node : walk) {
            assertThat(node.asDouble()).isBetween(20.0, 22.0);
            assertThat(Math.abs(node.asDouble() - last)).isLessThanOrEqualTo(0.511);
            last = node.asDouble();
        }
        assertThat(walk.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void spikesJumpOutAndTheWalkGoesOn() {
        var walk = draw("{$walk: {min: 1, max: 2, step: 0.1, decimals: 2, spike_chance: 10%, spike: 8}}", 1_000);

        assertThat(walk.stream().filter(node -> node.asDouble() > 4).count()).isBetween(60L, 140L);
        assertThat(walk.stream().filter(node -> node.asDouble() <= 2).count()).isBetween(860L, 940L);
    }

    @Test
    void wavesSwingWithTheTime() {
        MessageMaker maker = json("{$wave: {min: 10, max: 20, period: 1h, decimals: 3}}");

        double at = Double.parseDouble(text(maker, 0));
        double halfAnHourLater = Double.parseDouble(
                new String(maker.make(0, NOW.plusSeconds(1800)).payload(), StandardCharsets.UTF_8));

        assertThat(at + halfAnHourLater).isCloseTo(30, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void countsPerSubjectOrTogether() {
        MessageMaker own = json("{$counter: {start: 5, step: 5}}");
        assertThat(List.of(text(own, 0), text(own, 0), text(own, 1))).containsExactly("5", "10", "5");

        MessageMaker together = json("{$counter: {start: 9, pad: 4, shared: true}}");
        assertThat(List.of(text(together, 0), text(together, 1))).containsExactly("\"0009\"", "\"0010\"");
    }

    @Test
    void choosesByWeight() {
        var chosen = draw("{$choice: {often: 90, seldom: 10, never: 0}}", 2_000).stream()
                .map(JsonNode::stringValue)
                .toList();

        assertThat(chosen).doesNotContain("never");
        assertThat(chosen.stream().filter("seldom"::equals).count()).isBetween(140L, 260L);
    }

    @Test
    void statesStay() {
        var states = draw("{$state: {stay: 95%, of: {open: 50, closed: 50}}}", 2_000).stream()
                .map(JsonNode::stringValue)
                .toList();
        long changes = IntStream.range(1, states.size())
                .filter(i -> !states.get(i).equals(states.get(i - 1)))
                .count();

        assertThat(changes).isBetween(20L, 90L);
    }

    @Test
    void writesTimes() {
        assertThat(text(json("[{$time: iso}, {$time: epoch_ms}, {$time: epoch_s}, {$time: epoch_ns}]"), 0))
                .isEqualTo("[\"2026-11-22T08:15:30.250Z\",1795335330250,1795335330,1795335330250000000]");
    }

    @Test
    void refersToVariablesAndValues() {
        MessageMaker maker = maker("""
                subject: "s.{site}.{n}.{m}"
                values:
                  t: {$walk: {min: 21, max: 21, step: 0, decimals: 1}}
                  limit: 20
                  code: T-HIGH
                  text: {$lookup: {var: code, table: {T-HIGH: "{t} °C is above {limit}"}, otherwise: ok}}
                headers: {Site: "{site}", Twice: [a, "{n}"]}
                payload:
                  json: {site: {$var: site}, padded: {$var: n}, number: {$var: m}, t: {$var: t}, text: {$var: text}, twice: {$product: {of: [t, limit], decimals: 0}}, literal: "{{x}}"}
                """);

        MadeMessage made = maker.make(5, NOW);

        assertThat(new String(made.payload(), StandardCharsets.UTF_8))
                .isEqualTo("{\"site\":\"busan\",\"padded\":\"09\",\"number\":5,\"t\":21.0,"
                        + "\"text\":\"21.0 °C is above 20\",\"twice\":420,\"literal\":\"{x}\"}");
        assertThat(made.headers())
                .containsExactly(
                        new HeaderLine("Site", "busan"), new HeaderLine("Twice", "a"), new HeaderLine("Twice", "09"));
    }

    @Test
    void writesConstantsAsTheyAre() {
        assertThat(text(json("{$const: {$walk: 1, a: [1.50, null, true, \"1\", 12345678901234567890]}}"), 0))
                .isEqualTo("{\"$walk\":1,\"a\":[1.50,null,true,\"1\",12345678901234567890]}");
        assertThat(text(json("{$repeat: {times: 3, item: {$counter: 1}}}"), 0)).isEqualTo("[1,2,3]");
    }

    @Test
    void writesText() {
        assertThat(text(maker("subject: \"s.{site}\"\npayload: {text: \"이름 {site}\"}"), 0))
                .isEqualTo("이름 ulsan");
        assertThat(text(maker("subject: s"), 0)).isEmpty();
    }

    @Test
    void writesBinaryFrames() {
        MessageMaker maker = maker("""
                subject: "s.{site}"
                payload:
                  bytes: [{hex: AA 55}, {int8: -1}, {int16: 258}, {int32: {$counter: 7}}, {float32: 1.5}, {float64: -2.25}, {int64: {$time: epoch_ms}}, {text: "{site}"}, {random: 3..5}]
                """);

        ByteBuffer frame = ByteBuffer.wrap(maker.make(1, NOW).payload());

        assertThat(frame.getShort()).isEqualTo((short) 0xAA55);
        assertThat(frame.get()).isEqualTo((byte) -1);
        assertThat(frame.getShort()).isEqualTo((short) 258);
        assertThat(frame.getInt()).isEqualTo(7);
        assertThat(frame.getFloat()).isEqualTo(1.5f);
        assertThat(frame.getDouble()).isEqualTo(-2.25);
        assertThat(frame.getLong()).isEqualTo(NOW.toEpochMilli());
        byte[] name = new byte[5];
        frame.get(name);
        assertThat(name).isEqualTo("busan".getBytes(StandardCharsets.UTF_8));
        assertThat(frame.remaining()).isBetween(3, 5);
    }

    @Test
    void repliesReferToTheRequest() {
        SubjectDesign design = design("""
                responders:
                  - subject: "c.{site}"
                    reply: {payload: {json: {id: {$request: id}, at: "{site}", none: {$request: no}}}}
                """);
        var responder = design.responders().getFirst();
        var maker = new MessageMaker(responder.reply(), design.expand(responder.subject()), 1);

        assertThat(reply(maker, "{\"id\":42}")).isEqualTo("{\"id\":42,\"at\":\"ulsan\",\"none\":null}");
        assertThat(reply(maker, "no json \u0000")).isEqualTo("{\"id\":null,\"at\":\"ulsan\",\"none\":null}");
        assertThat(reply(maker, "")).isEqualTo("{\"id\":null,\"at\":\"ulsan\",\"none\":null}");
    }

    private static String reply(MessageMaker maker, String request) {
        return new String(
                maker.reply(0, NOW, request.getBytes(StandardCharsets.UTF_8)).payload(), StandardCharsets.UTF_8);
    }
}
