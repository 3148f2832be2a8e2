package app.edgeglass.desktop.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing as a person does it, with keyboard and mouse, in the real window against a real server. */
class PublishViewTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private static String body(UiDriver ui) {
        var editor = ui.node("publish-body-editor", CodeArea.class);
        return UiDriver.onFx(editor::getText);
    }

    private static void select(PublishStage stage, String subject) {
        UiDriver.onFx(() -> {
            stage.model().form().select(subject);
            return subject;
        });
    }

    @Test
    void writesSendsAndReads() throws Exception {
        Files.write(home.resolve("firmware-2.1.bin"), new byte[] {1, 2, 3});
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = TestClient.connect(server.url());
                var stage = new PublishStage(home, server, 860, 380)) {
            var arrived = other.connection().subscribe("site.>");
            other.connection()
                    .createDispatcher(message ->
                            other.connection().publish(message.getReplyTo(), "{\"ok\":true}".getBytes(UTF_8)))
                    .subscribe("ask.me");
            other.connection().flush(SOON);
            var ui = stage.ui();

            // The subject follows the selection until one types.
            select(stage, "site.a");
            assertThat(ui.text("publish-subject-field")).isEqualTo("site.a");
            ui.click("publish-subject-field");
            ui.press(KeyCode.END);
            ui.type(".cmd");
            select(stage, "site.b");
            assertThat(ui.text("publish-subject-field")).isEqualTo("site.a.cmd");

            // Enter sends nothing; Ctrl+Enter in the payload does.
            ui.press(KeyCode.ENTER);
            ui.click("publish-format-json");
            ui.click("publish-body-editor");
            ui.type("{\"on\":true,}");
            ui.awaitText("publish-notice-label", "Line 1, column 12");
            ui.press(KeyCode.BACK_SPACE);
            ui.press(KeyCode.BACK_SPACE);
            ui.type("}");
            ui.awaitGone("publish-notice");
            ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
            assertThat(body(ui)).isEqualTo("{\n  \"on\": true\n}");
            ui.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(body(ui)).isEqualTo("{\"on\":true}");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            ui.awaitText("publish-result-label", "Published 11 B to site.a.cmd");
            var first = Objects.requireNonNull(arrived.nextMessage(SOON));
            assertThat(first.getData()).isEqualTo("{\"on\":true}".getBytes(UTF_8));

            // Headers, added with the keyboard.
            ui.click("publish-headers-toggle");
            ui.type("Trace-Id");
            ui.press(KeyCode.TAB);
            ui.type("42");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            var second = Objects.requireNonNull(arrived.nextMessage(SOON));
            assertThat(second.getHeaders().get("Trace-Id")).containsExactly("42");
            assertThat(ui.text("publish-headers-toggle")).isEqualTo("Headers (1)");
            ui.click("publish-header-remove-1");

            // A file.
            ui.click("publish-format-file");
            ui.click("publish-file-button");
            ui.awaitText("publish-size-label", "3 B of 1 MiB");
            ui.click("publish-send-button");
            assertThat(Objects.requireNonNull(arrived.nextMessage(SOON)).getData())
                    .containsExactly(1, 2, 3);

            // A subject that cannot be is refused, and what was typed stays.
            ui.fill("publish-subject-field", "site..a");
            ui.awaitText("publish-notice-label", "empty token");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            ui.awaitText("publish-result-label", "empty token");
            assertThat(ui.text("publish-subject-field")).isEqualTo("site..a");

            // A request and its reply.
            ui.fill("publish-subject-field", "ask.me");
            ui.click("publish-mode-request");
            assertThat(ui.text("publish-send-button")).isEqualTo("Send request");
            ui.click("publish-send-button");
            ui.awaitText("publish-result-label", "1 reply in");

            // What was sent before comes back with the keyboard alone.
            ui.press(KeyCode.ALT, KeyCode.DOWN);
            ui.node("publish-history-list");
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.ENTER);
            assertThat(ui.text("publish-subject-field")).isEqualTo("site.a.cmd");
            assertThat(ui.text("publish-send-button")).isEqualTo("Publish");
            assertThat(body(ui)).isEqualTo("{\"on\":true}");

            // The command line, and following again.
            ui.click("publish-more-menu");
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.ENTER);
            ui.await("the command", () -> stage.copied().equals(List.of("nats pub site.a.cmd '{\"on\":true}'")));
            ui.click("publish-follow-button");
            assertThat(ui.text("publish-subject-field")).isEqualTo("site.b");

            // Nothing was sent in between.
            assertThat(arrived.nextMessage(Duration.ofMillis(100))).isNull();

            server.kill();
            ui.awaitText("publish-notice-label", "keeps no message for later");
            assertThat(ui.node("publish-send-button").isDisabled()).isTrue();
        }
    }

    @Test
    void completesKnownSubjects() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var stage = new PublishStage(home, server, 480, 320)) {
            var ui = stage.ui();
            ui.fill("publish-subject-field", "site.ber");
            ui.node("publish-subject-suggestions");
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.ENTER);
            ui.awaitGone("publish-subject-suggestions");
            assertThat(ui.text("publish-subject-field")).isEqualTo("site.berlin.device.7.temp");
            assertThat(stage.model().outcome().get()).isInstanceOf(Outcome.None.class);
        }
    }
}
