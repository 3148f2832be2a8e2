package app.edgeglass.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the window: the subjects of a stream, its messages copied, and one more published into it. */
class StreamTransfersTest {

    @TempDir
    Path home;

    private static void fill(TestClient client) throws Exception {
        var streams = client.connection().jetStreamManagement();
        streams.addStream(StreamConfiguration.builder()
                .name("ORDERS")
                .subjects("orders.>")
                .build());
        streams.addStream(StreamConfiguration.builder()
                .name("ARCHIVE")
                .subjects("archive.>")
                .build());
        for (int i = 0; i < 200; i++) {
            client.connection().jetStream().publish("orders.shop" + i % 2 + ".o" + i % 20, "{}".getBytes(UTF_8));
        }
    }

    @Test
    void countsCopiesAndStores() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var ui = UiDriver.open(home)) {
            fill(client);
            UiDriver.onFx(() -> {
                ui.wiring().workspaces().open(server.url());
                return true;
            });
            ui.await(
                    "an open session",
                    () -> ui.wiring().connection().openProperty().get() != null);
            UiDriver.onFx(() -> {
                var open = ui.wiring().connection().openProperty().get();
                ui.wiring().navigation().go("streams");
                var streams = ui.wiring().workspaces().current().streams();
                streams.open(new StreamRef(Objects.requireNonNull(open).session(), "ORDERS"));
                streams.showTab("stream-subjects-tab");
                return true;
            });

            ui.awaitText("stream-subjects-state", "20 subjects");
            ui.fill("stream-subjects-filter", "payload:x");
            ui.awaitText("stream-subjects-filter-note", "Only subjects are here");
            ui.fill("stream-subjects-filter", "orders.*.o1");
            ui.awaitText("stream-subjects-filter-result", "1 of 20");
            ui.press(KeyCode.ENTER);
            for (int i = 0; i < 3; i++) {
                ui.press(KeyCode.DOWN);
            }
            ui.press(KeyCode.CONTROL, KeyCode.C);
            String copied = UiDriver.onFx(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied).startsWith("orders.shop1");

            ui.click("stream-move-menu");
            ui.click("stream-copy-messages");
            ui.awaitText("transfer-stream-box", "ARCHIVE");
            ui.fill("transfer-pattern-field", "orders.shop1.>");
            ui.click("transfer-go-button");
            ui.awaitText("transfer-sentence", "does not listen to");
            ui.fill("transfer-rename-to-field", "archive");
            ui.awaitText("transfer-rename-example", "archive.orders.shop1.>");
            ui.click("transfer-go-button");
            ui.awaitText("transfer-sentence", "100 messages were stored in “ARCHIVE”");
            ui.click("transfer-close-button");

            ui.run("publish");
            ui.click("publish-mode-store");
            ui.fill("publish-subject-field", "orders.shop9.o1");
            ui.fill("publish-expected-sequence-field", "200");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            ui.awaitText("publish-result-label", "in ORDERS as message 201");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            ui.awaitText("publish-result-label", "was to have the sequence 200, and it has 201");
            assertThat(ui.takeErrors()).isEmpty();
        }
    }
}
