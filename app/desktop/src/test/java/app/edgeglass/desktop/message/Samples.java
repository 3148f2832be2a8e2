package app.edgeglass.desktop.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Messages as plants send them, and as they should not. */
final class Samples {

    static final Instant AT = Instant.parse("2026-11-22T13:03:22.418207Z");

    private static final String READING = """
        {"device":"press-07","site":"berlin","ts":1795352602418,"value":23.4,"unit":"°C","quality":"good",\
        "limits":{"low":5.0,"high":60,"alarm":null},"window":[23.1,23.2,23.2,23.4],"online":true,\
        "firmware":{"version":"4.2.1","channel":"stable","build":20261104},"tags":["hall-2","press","hydraulics"]}\
        """;

    private Samples() {}

    static ShownMessage reading() {
        var before = READING.replace("23.4,\"unit\"", "22.9,\"unit\"")
                .replace("\"quality\":\"good\"", "\"quality\":\"uncertain\"")
                .replace("1795352602418", "1795352600417")
                .replace(",\"online\":true", "");
        return pair("site.berlin.press.7.temp", before.getBytes(UTF_8), READING.getBytes(UTF_8), headers());
    }

    private static List<Header> headers() {
        return List.of(
                new Header("Nats-Msg-Id", "press-07-1795352602418"),
                new Header("Content-Type", "application/json"),
                new Header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    static ShownMessage first() {
        var message = message(1, AT, "site.berlin.press.7.state", null, List.of(), "running".getBytes(UTF_8));
        return ShownMessage.of(message, Optional::empty);
    }

    static ShownMessage identical() {
        return pair("site.berlin.press.7.state", "running".getBytes(UTF_8), "running".getBytes(UTF_8), List.of());
    }

    static ShownMessage empty() {
        return pair("cmd.press.7.restart", new byte[0], new byte[0], List.of());
    }

    static ShownMessage text() {
        var log = new StringBuilder();
        for (var i = 0; i < 40; i++) {
            log.append("2026-11-22 13:03:")
                    .append(10 + i)
                    .append(" INFO  pump\tpressure ")
                    .append(4 + i / 10)
                    .append(".")
                    .append(i % 10);
            log.append(" bar, valve ").append(i % 2 == 0 ? "open" : "shut").append('\n');
        }
        return pair(
                "site.berlin.press.7.log",
                log.toString().replace("4.5 bar", "4.4 bar").getBytes(UTF_8),
                log.toString().getBytes(UTF_8),
                List.of());
    }

    static ShownMessage binary() {
        var bytes =
                HexFormat.of().parseHex("0a0870726573732d30371096011a0b687964726175006c696373220a0d0000bb4115cdcc3b42");
        var more = Arrays.copyOf(bytes, 190);
        var random = new Random(7);
        for (var i = bytes.length; i < more.length; i++) {
            more[i] = (byte) random.nextInt(256);
        }
        var before = more.clone();
        before[10] = 0x10;
        before[34] = 0x41;
        before[100]++;
        return pair("site.berlin.press.7.raw", before, more, List.of());
    }

    static ShownMessage broken() {
        var broken =
                READING.replace("\"quality\":\"good\",", "\"quality\":good,").replace(",\"", ",\n  \"");
        return pair("site.berlin.press.7.temp", READING.getBytes(UTF_8), broken.getBytes(UTF_8), headers());
    }

    static ShownMessage hostile() {
        var json =
                "{\"name\":\"a\u202Egnp.exe\",\"nul\":\"\\u0000\u007f\",\"zero\":\"in\u200Bvisible\",\"lone\":\"\\ud800\","
                        + "\"zalgo\":\"a" + "\u0300".repeat(12) + "\",\"rtl\":\"שלום עולם\",\"deep\":" + "[".repeat(60)
                        + "1"
                        + "]".repeat(60) + ",\"number\":1e999999999,\"long\":" + "7".repeat(5_000) + ",\"line\":\""
                        + "x".repeat(9_000)
                        + "\",\"emoji\":\"👩‍🔧 ok\",\"cjk\":\"東京\",\"arrows\":\"-> => != <= www === /* */\"}";
        return pair(
                "evil.\u202Etxt.\u0000\u001b[31m." + "x".repeat(300),
                json.replace("ok", "no").getBytes(UTF_8),
                json.getBytes(UTF_8),
                List.of(new Header("X-\u202Eevil", "value\u0000with\u001b[31mcontrol\u200Bs"), new Header("", "")));
    }

    /** A payload of many lines of which one changes. */
    static ShownMessage changing(int value) {
        var json = new StringBuilder("{");
        for (var i = 0; i < 200; i++) {
            json.append("\"member-").append(i).append("\":").append(i).append(',');
        }
        json.append("\"value\":").append(value).append('}');
        return ShownMessage.of(
                message(
                        value,
                        AT,
                        "site.berlin.plc.1",
                        null,
                        List.of(),
                        json.toString().getBytes(UTF_8)),
                Optional::empty);
    }

    static ShownMessage large() {
        return ShownMessage.of(
                message(1_234_567, AT, "site.berlin.camera.2.frame", null, List.of(), largeJson(5_000_000)),
                Optional::empty);
    }

    static byte[] largeJson(int size) {
        var json = new StringBuilder("[");
        while (json.length() < size) {
            json.append("{\"ts\":").append(1_795_352_602_418L + json.length()).append(",\"name\":\"sensor-");
            json.append(json.length())
                    .append("\",\"value\":")
                    .append(json.length() / 97.0)
                    .append(",\"ok\":true},\n");
        }
        return json.append("1]").toString().getBytes(UTF_8);
    }

    private static ShownMessage pair(String subject, byte[] before, byte[] after, List<Header> headers) {
        var older = message(1_233, AT.minusMillis(2_001), subject, null, headers, before);
        var newer = message(1_234, AT, subject, "_INBOX.Vw3kP0sLr8QmE5.7", headers, after);
        return ShownMessage.of(newer, () -> Optional.of(older));
    }

    private static LoggedMessage message(
            long number, Instant at, String subject, @Nullable String reply, List<Header> headers, byte[] payload) {
        return new LoggedMessage(number, at, subject, reply, new ArrayList<>(headers), payload);
    }
}
