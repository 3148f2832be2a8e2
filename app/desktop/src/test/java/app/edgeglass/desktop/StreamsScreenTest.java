package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams in the window: found, made, changed, purged and deleted, by the keyboard where one would. */
class StreamsScreenTest {

    @TempDir
    private Path home;

    @Test
    void makesChangesAndDeletesAStream() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = new StreamsWindow(home, server)) {
            UiDriver ui = window.ui;
            ui.node("stream-list-empty");
            ui.click("stream-list-first-button");
            ui.awaitText("stream-form-title", "New stream");
            ui.click("stream-purpose-task-queue");
            ui.fill("stream-field-name", "TASKS");
            ui.fill("stream-field-subjects", "tasks.>");
            ui.click("stream-form-go-button");
            window.awaitRows(1);
            assertThat(window.config("TASKS").path("retention").asString()).isEqualTo("workqueue");
            assertThat(window.config("TASKS").path("discard").asString()).isEqualTo("new");

            window.create("{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"metadata\":{\"team\":\"x\"}}");
            window.publish("orders.a", 30, 100);
            window.awaitRows(2);
            ui.fill("stream-filter", "orders.a");
            window.awaitRows(1);
            ui.press(KeyCode.ENTER);
            ui.press(KeyCode.ENTER);
            ui.awaitText("stream-name-label", "ORDERS");
            ui.await("the state", () -> ui.find("stream-state").isPresent());

            // The change is looked at first, with what would be lost by it.
            ui.click("stream-edit-button");
            ui.awaitText("stream-form-title", "ORDERS");
            ui.fill("stream-field-description", "all orders");
            TabPane groups = ui.node("stream-field-groups", TabPane.class);
            UiDriver.onFx(() -> {
                groups.getSelectionModel().select(1);
                return true;
            });
            ui.click("stream-field-max-msgs-none");
            ui.fill("stream-field-max-msgs", "ten");
            ui.awaitText("stream-field-max-msgs-problem", "no whole number");
            assertThat(ui.node("stream-form-go-button", Button.class).isDisabled())
                    .isTrue();
            ui.fill("stream-field-max-msgs", "10");
            ui.click("stream-form-go-button");
            ui.awaitText("stream-effect", "20 messages");
            ui.click("stream-form-go-button");
            ui.click("dialog-confirm-button");
            ui.await(
                    "the change", () -> window.config("ORDERS").path("max_msgs").asInt() == 10);
            assertThat(window.config("ORDERS").path("description").asString()).isEqualTo("all orders");
            assertThat(window.config("ORDERS").path("metadata").path("team").asString())
                    .isEqualTo("x");

            ui.click("stream-purge-button");
            ui.awaitText("stream-purge-count", "10 messages");
            ui.click("stream-purge-keep");
            ui.fill("stream-purge-number", "4");
            ui.awaitText("stream-purge-count", "6 messages");
            ui.click("stream-purge-go-button");
            ui.click("dialog-confirm-button");
            ui.await(
                    "the purge",
                    () -> window.ask("STREAM.INFO.ORDERS", "")
                                    .path("state")
                                    .path("messages")
                                    .asInt()
                            == 4);

            // Gone while it is looked at: that is said, and what was known stays.
            window.ask("STREAM.DELETE.ORDERS", "");
            ui.awaitText("stream-overview-trouble", "no such stream");
            ui.click("stream-back-button");
            ui.press(KeyCode.ESCAPE);
            ui.fill("stream-filter", "");
            window.awaitRows(1);
            window.select(0);
            ui.press(KeyCode.DELETE);
            ui.awaitText("dialog-title", "TASKS");
            ui.click("dialog-confirm-button");
            ui.node("stream-list-empty");
        }
    }
}
