package app.edgeglass.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subjects of a stream, publishing into it, and moving its messages: pictures to be looked at, and two for the manual. */
@Tag("pictures")
class StreamSubjectsTour {

    private static final Path MANUAL = Path.of("../../docs/pictures");
    private static final Path LOOK = Path.of("target/pictures");
    private static final String[] SITES = {"berlin", "houston", "lagos", "osaka", "pune", "ulsan"};
    private static final String[] KINDS = {"temp", "humidity", "pressure", "status", "alarm"};

    @TempDir
    Path home;

    private static void fill(TestClient client) throws Exception {
        client.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("TELEMETRY")
                        .subjects("site.>")
                        .build());
        client.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("ARCHIVE")
                        .subjects("archive.>")
                        .build());
        for (int i = 0; i < 24_000; i++) {
            String subject = "site." + SITES[(i / 7 + i % 11) % 6] + ".device." + String.format("%02d", i % 48) + "."
                    + KINDS[i % 5];
            if (i % 500 == 499) {
                client.connection().request(subject, "21.5".getBytes(UTF_8), Duration.ofSeconds(5));
            } else {
                client.connection().publish(subject, "21.5".getBytes(UTF_8));
            }
        }
    }

    @Test
    void tour() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var ui = UiDriver.open(home)) {
            fill(client);
            ui.resize(1440, 900);
            UiDriver.onFx(() -> {
                ui.wiring().workspaces().open(server.url());
                return true;
            });
            ui.await(
                    "an open session",
                    () -> ui.wiring().connection().openProperty().get() != null);
            StreamRef stream = new StreamRef(
                    Objects.requireNonNull(
                                    ui.wiring().connection().openProperty().get())
                            .session(),
                    "TELEMETRY");
            UiDriver.onFx(() -> {
                ui.wiring().navigation().go("streams");
                var streams = ui.wiring().workspaces().current().streams();
                streams.open(stream);
                streams.showTab("stream-subjects-tab");
                return true;
            });
            ui.awaitText("stream-subjects-state", "subjects");
            ui.node("stream-subjects-count-button");
            ui.awaitText("status-bar", "Live");
            ui.screenshot(MANUAL.resolve("stream-subjects.png"));
            ui.run("theme-dark");
            ui.screenshot(LOOK.resolve("stream-subjects-dark.png"));
            ui.fill("stream-subjects-filter", "site.*.device.*.alarm");
            ui.awaitText("stream-subjects-filter-result", "of");
            ui.screenshot(LOOK.resolve("stream-subjects-filtered-dark.png"));
            ui.run("theme-light");

            ui.click("stream-move-menu");
            ui.click("stream-copy-messages");
            ui.node("copy-dialog");
            ui.awaitText("transfer-stream-box", "ARCHIVE");
            ui.fill("transfer-pattern-field", "site.berlin.>");
            ui.fill("transfer-rename-to-field", "archive");
            ui.screenshot(LOOK.resolve("transfer-copy-light.png"));
            ui.click("transfer-go-button");
            ui.awaitText("transfer-sentence", "stored");
            ui.screenshot(LOOK.resolve("transfer-copied-light.png"));
            ui.run("theme-dark");
            ui.screenshot(LOOK.resolve("transfer-copied-dark.png"));
            ui.click("transfer-close-button");
            ui.run("theme-light");

            ui.run("publish");
            ui.fill("publish-subject-field", "site.berlin.device.07.temp");
            ui.click("publish-mode-store");
            ui.click("publish-body-editor");
            ui.type("21.7");
            ui.fill("publish-message-id-field", "temp-0700-{{uuid}}");
            ui.fill("publish-expected-stream-field", "TELEMETRY");
            ui.click("publish-send-button");
            ui.awaitText("publish-result-label", "Stored");
            ui.screenshot(MANUAL.resolve("publish-stream.png"));
            ui.fill("publish-expected-sequence-field", "7");
            ui.click("publish-send-button");
            ui.awaitText("publish-result-label", "sequence");
            ui.run("theme-dark");
            ui.screenshot(LOOK.resolve("publish-stream-refused-dark.png"));
            ui.takeErrors();
        }
    }
}
