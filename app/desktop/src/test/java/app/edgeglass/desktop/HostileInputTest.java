package app.edgeglass.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.FxLatency;
import app.edgeglass.desktop.testing.UiDriver;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others send, by accident or on purpose, is shown and does no harm. The driver fails when anything is logged as an error. */
class HostileInputTest {

    private static final int MAX_PAYLOAD = 1 << 20;

    @TempDir
    Path home;

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            switch (part) {
                case String text -> out.writeBytes(text.getBytes(UTF_8));
                case Integer value -> out.write(value);
                default -> throw new IllegalArgumentException(part.toString());
            }
        }
        return out.toByteArray();
    }

    /** Every character that a server lets through and that does something to a screen. */
    static List<byte[]> subjects() {
        return List.of(
                bytes("bad.control.\u0001\u001B[31m\u007F"),
                bytes("bad.next-line.\u0085\u2028\u2029"),
                bytes("bad.rtl.\u202Egnp.exe\u202C"),
                bytes("bad.invisible.\u200B\u2060\uFEFFx"),
                bytes("bad.marks.a" + "\u0301".repeat(200)),
                bytes("bad.hangul-filler.\u3164"),
                bytes("bad.emoji.👩‍👩‍👧‍👦.공장.مصنع"),
                bytes("bad.utf8.", 0xFF, 0xFE, 0xC3, 0x28),
                bytes("bad.surrogate.", 0xED, 0xA0, 0x80),
                bytes("bad.overlong.", 0xC0, 0xAF),
                bytes("bad.format.%s%n{0}$x${jndi:ldap}"),
                bytes("bad.long." + "n".repeat(4_000)),
                bytes("bad.deep" + ".d".repeat(2_000)),
                bytes("bad.slash./etc/passwd"));
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static List<byte[]> payloads() {
        var random = new byte[5_000];
        new Random(1).nextBytes(random);
        return List.of(
                new byte[0],
                random,
                new byte[] {0, 1, 2, 3},
                bytes("\u0000\u001B]0;title\u0007\u202Etxt"),
                bytes(nested(100)),
                bytes(nested(100_000)),
                bytes("[".repeat(200_000)),
                bytes("{\"n\": 1e999999999, \"big\": " + "9".repeat(100_000) + "}"),
                bytes("{\"" + "k".repeat(100_000) + "\": \"" + "\\u202e".repeat(10_000) + "\"}"),
                bytes("x".repeat(300_000)),
                new byte[MAX_PAYLOAD]);
    }

    @Test
    void whateverOthersPublishIsCountedAndShownSafely() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home);
                var latency = new FxLatency()) {
            var ui = window.ui();
            window.connect(server.url());
            window.awaitSubscription(">");
            var subjects = subjects();
            var payloads = payloads();
            try (var client = new PlainClient(server.port())) {
                for (byte[] subject : subjects) {
                    client.publish(subject, bytes("{\"ok\": true}"));
                }
                for (byte[] payload : payloads) {
                    client.publish(bytes("payload"), payload);
                }
                client.publish(
                        "headers",
                        "NATS/1.0\r\nA: \u0001\u202Ex\r\nB:\r\nB: " + "v".repeat(5_000) + "\r\n\r\n",
                        bytes("h"));
                client.publish("headers", "NATS/1.0 503\r\n\r\n", new byte[0]);
                // A server takes these and delivers them to nobody.
                client.publish("bad..empty-token", "x");
                client.publish(".bad", "x");
                client.publish("bad.", "x");
                client.flush();
            }
            long all = (long) subjects.size() + payloads.size() + 2;
            window.await("all of it", () -> window.session().feed().counters().received() == all);
            assertThat(window.session().feed().counters().dropped()).isZero();
            window.awaitTree("all of it in the tree", rows -> rows.allSubjects() >= subjects.size());

            walkAllRows(window);
            lookAtAllMessages(window, "payload", payloads.size());
            lookAtAllMessages(window, "headers", 2);
            for (String filter : new String[] {"/(a+)+$/", "payload:\u202E", "bad.*.>", "\"", "!", "header:/[/"}) {
                set(window, "subject-filter", filter);
                ui.settle();
            }
            set(window, "subject-filter", "");
            assertThat(ui.text("status-state")).contains("Live");
            assertThat(window.counter("gaps")).isZero();
            assertThat(latency.longest()).isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Opens everything and goes over each row; none of them says a control character. */
    private static void walkAllRows(SubjectsWindow window) {
        var ui = window.ui();
        window.clickRow("bad");
        ui.press(KeyCode.HOME);
        int steps = 0;
        String before = "";
        while (steps < 120) {
            ui.press(steps % 2 == 0 ? KeyCode.RIGHT : KeyCode.DOWN);
            assertThat(window.texts("subject-tree"))
                    .allSatisfy(row -> assertThat(row).noneMatch(HostileInputTest::isHarmful));
            String now = window.selected();
            if (steps % 2 == 1 && now.equals(before)) {
                break;
            }
            before = now;
            steps++;
        }
        assertThat(steps).isGreaterThan(30);
        assertThat(ui.text("message-table-title"))
                .satisfies(title -> assertThat(isHarmful(title)).isFalse());
    }

    private static boolean isHarmful(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.CONTROL
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || Character.getType(c) == Character.SURROGATE);
    }

    private static void lookAtAllMessages(SubjectsWindow window, String subject, int count) {
        var ui = window.ui();
        UiDriver.onFx(() -> {
            ui.wiring().subjects().tree().reveal(subject);
            return subject;
        });
        ui.awaitText("message-table-title", subject);
        window.await(
                count + " messages",
                () -> window.messageRows().map(rows -> rows.size()).orElse(0) == count);
        ui.run("subjects-messages");
        for (int i = 0; i < count; i++) {
            assertThat(window.texts("message-table"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).noneMatch(HostileInputTest::isHarmful));
            ui.press(KeyCode.UP);
        }
    }

    private static void set(SubjectsWindow window, String id, String text) {
        TextField field = window.ui().node(id, TextField.class);
        UiDriver.onFx(() -> {
            field.setText(text);
            return field;
        });
    }

    @Test
    void aPatternThatIsNoneIsRefusedInASentence() {
        try (var server = TestServer.start(ServerVersion.V2_10);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            window.connect(server.url());
            window.awaitSubscription(">");
            for (String pattern : List.of("a b", "a..b", ".a", ">.a", "x".repeat(64 * 1024))) {
                set(window, "subscription-pattern", pattern);
                ui.click("subscription-add-button");
                var sentence = ui.text("subscription-answer");
                assertThat(sentence).isNotBlank().hasSizeLessThan(600);
                assertThat(isHarmful(sentence)).isFalse();
                assertThat(window.session().feed().subscriptions()).hasSize(1);
                ui.click("subscription-cancel-button");
                ui.awaitGone("subscription-answer");
            }
            set(window, "subscription-pattern", "a\u202Eb");
            ui.click("subscription-add-button");
            window.awaitSubscription("a\u202Eb");
            ui.awaitText("subscription-2-toggle", "a⟨U+202E⟩b");
        }
    }

    /** A server may be told to take lines that are longer than the client expects by default. */
    @Test
    void aNameAsLongAsTheServerTakesDoesNotEndTheConnection() {
        try (var server = TestServer.start(ServerVersion.NEWEST, "max_control_line: 64KB");
                var window = SubjectsWindow.open(home)) {
            window.connect(server.url());
            window.awaitSubscription(">");
            try (var client = new PlainClient(server.port())) {
                client.publish("before", "1");
                client.publish("huge." + "n".repeat(40_000), "2");
                client.publish("deep" + ".d".repeat(20_000), "3");
                client.publish("after", "4");
                client.flush();
            }
            window.await("all four", () -> window.session().feed().counters().received() == 4);
            window.awaitTree("their subjects", rows -> rows.allSubjects() == 4);
            window.clickRow("huge");
            window.ui().press(KeyCode.RIGHT);
            window.ui().press(KeyCode.DOWN);
            window.ui().settle();
            assertThat(window.counter("gaps")).isZero();
        }
    }
}
