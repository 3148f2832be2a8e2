package app.edgeglass.desktop.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the publish view in its states, to be looked at. */
@Tag("pictures")
class PublishPictures {

    private static final Path OUT = Path.of("target/pictures");
    private static final String COMMAND = """
            {
              "command": "set-point",
              "value": 21.5,
              "unit": "celsius",
              "at": "{{now}}",
              "id": "{{uuid}}",
              "force": false,
              "note": null
            }""";

    @TempDir
    Path home;

    private static void respond(TestClient client, String name, String subject) throws Exception {
        client.connection()
                .createDispatcher(message -> {
                    String answer = "{\"device\":\"" + name
                            + "\",\"accepted\":true,\"set-point\":{\"value\":21.5,\"unit\":\"celsius\"},\"queue\":[1,2,3]}";
                    client.connection()
                            .publish(io.nats.client.impl.NatsMessage.builder()
                                    .subject(message.getReplyTo())
                                    .headers(new io.nats.client.impl.Headers().add("Device", name))
                                    .data(answer.getBytes(UTF_8))
                                    .build());
                })
                .subscribe(subject);
        client.connection().flush(Duration.ofSeconds(5));
    }

    @Test
    void tour() throws Exception {
        Files.write(home.resolve("firmware-2.1.bin"), new byte[213_456]);
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var one = TestClient.connect(server.url());
                var two = TestClient.connect(server.url());
                var stage = new PublishStage(home, server, 860, 380)) {
            respond(one, "7", "site.berlin.device.*.cmd");
            respond(two, "8", "site.berlin.device.*.cmd");
            var ui = stage.ui();
            for (String theme : new String[] {"light", "dark"}) {
                tour(stage, theme);
                ui.click("theme-button");
            }
        }
    }

    private static void shot(PublishStage stage, String name, String theme) {
        stage.ui().screenshot(OUT.resolve("publish-" + name + "-" + theme + ".png"));
    }

    private static void form(PublishStage stage, String subject, BodyFormat format, String body, Mode mode) {
        UiDriver.onFx(() -> {
            var form = stage.model().form();
            form.subject().set(subject);
            form.headers().clear();
            form.format().set(format);
            form.written().set(body);
            form.mode().set(mode);
            stage.model().dismiss();
            return form;
        });
        stage.ui().settle();
    }

    private void tour(PublishStage stage, String theme) {
        var ui = stage.ui();
        UiDriver.onFx(() -> {
            stage.model().form().select("site.berlin.device.7.cmd");
            stage.model().form().follow();
            return stage;
        });
        form(stage, "site.berlin.device.7.cmd", BodyFormat.TEXT, "", Mode.PUBLISH);
        UiDriver.onFx(() -> {
            stage.model().form().follow();
            return stage;
        });
        shot(stage, "empty", theme);

        form(stage, "site.berlin.device.7.cmd", BodyFormat.JSON, COMMAND, Mode.PUBLISH);
        UiDriver.onFx(() -> {
            stage.model().form().addHeader("Trace-Id", "7f3a-22");
            stage.model().form().addHeader("Nats-Msg-Id", "{{uuid}}");
            return stage;
        });
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "Published");
        shot(stage, "published", theme);

        form(stage, "site.berlin.device.7.cmd", BodyFormat.JSON, COMMAND, Mode.REQUEST);
        UiDriver.onFx(() -> {
            stage.model().form().wanted().set(0);
            stage.model().form().timeoutMillis().set(400);
            return stage;
        });
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "the first in");
        shot(stage, "replies", theme);

        UiDriver.onFx(() -> {
            stage.model().form().wanted().set(1);
            return stage;
        });
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "1 reply in");
        shot(stage, "reply", theme);

        form(stage, "site.berlin.nobody", BodyFormat.JSON, COMMAND, Mode.REQUEST);
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "Nobody");
        shot(stage, "nobody", theme);

        form(stage, "site..device.7.cmd", BodyFormat.JSON, COMMAND.replace("21.5,", "21.5"), Mode.PUBLISH);
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "not JSON");
        shot(stage, "error", theme);

        form(stage, "site.berlin.device.7.blob", BodyFormat.HEX, "0a ff 00 20 7b\n7d", Mode.PUBLISH);
        UiDriver.onFx(() -> {
            stage.model().form().repeat().set(true);
            stage.model().form().times().set(40);
            stage.model().form().everyMillis().set(10);
            return stage;
        });
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "Published to");
        shot(stage, "repeat", theme);
        UiDriver.onFx(() -> {
            stage.model().form().repeat().set(false);
            return stage;
        });

        form(stage, "site.berlin.device.7.firmware", BodyFormat.FILE, "", Mode.PUBLISH);
        shot(stage, "file-none", theme);
        ui.click("publish-file-button");
        shot(stage, "file", theme);

        ui.click("publish-history-button");
        shot(stage, "history", theme);
        ui.press(KeyCode.ESCAPE);

        form(stage, "", BodyFormat.TEXT, "on", Mode.PUBLISH);
        ui.fill("publish-subject-field", "site.ber");
        ui.node("publish-subject-suggestions");
        shot(stage, "suggestions", theme);
        ui.press(KeyCode.ESCAPE);

        stage.size(480, 320);
        form(stage, "site.berlin.device.7.cmd", BodyFormat.JSON, COMMAND, Mode.REQUEST);
        shot(stage, "small", theme);
        ui.click("publish-send-button");
        ui.awaitText("publish-result-label", "1 reply in");
        shot(stage, "small-reply", theme);
        UiDriver.onFx(() -> {
            stage.model().restore(stage.model().history().getLast());
            return stage;
        });
        shot(stage, "small-headers", theme);
        stage.size(860, 380);
        UiDriver.onFx(() -> {
            stage.model().use(null);
            return stage;
        });
        shot(stage, "blocked", theme);
        UiDriver.onFx(() -> {
            stage.model().use(stage.session());
            return stage;
        });
    }
}
