package app.edgeglass.desktop;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of streams, light and dark, for whoever changes them to look at: {@code packaging/pictures -Dtest=StreamsTour}, in
 * app/desktop/target/pictures. Three of them go into docs.
 */
@Tag("pictures")
class StreamsTour {

    private static final Path OUT = Path.of("target/pictures");
    private static final Path DOCS = Path.of("../../docs/pictures");

    @TempDir
    private Path home;

    private static void both(UiDriver ui, String name) {
        ui.settle();
        ui.screenshot(OUT.resolve(name + ".png"));
        ui.run("theme-dark");
        ui.screenshot(OUT.resolve(name + "-dark.png"));
        ui.run("theme-light");
    }

    private static void group(UiDriver ui, int index) {
        TabPane groups = ui.node("stream-field-groups", TabPane.class);
        UiDriver.onFx(() -> {
            groups.getSelectionModel().select(index);
            return true;
        });
    }

    private static void fill(StreamsWindow window) {
        window.create("{\"name\":\"ORDERS\",\"description\":\"All orders of all shops\",\"subjects\":[\"orders.>\"],"
                + "\"max_age\":604800000000000,\"max_bytes\":10737418240,\"metadata\":{\"team\":\"payments\"}}");
        window.create("{\"name\":\"TELEMETRY\",\"subjects\":[\"site.*.telemetry.>\"],\"max_bytes\":4194304,"
                + "\"max_msgs_per_subject\":100000,\"compression\":\"s2\"}");
        window.create("{\"name\":\"TASKS\",\"subjects\":[\"tasks.>\"],\"retention\":\"workqueue\",\"discard\":\"new\","
                + "\"max_msgs\":2000}");
        window.create("{\"name\":\"ALARMS\",\"subjects\":[\"alarms.>\",\"site.*.alarm\"],\"retention\":\"interest\","
                + "\"max_age\":86400000000000}");
        window.create("{\"name\":\"AUDIT\",\"subjects\":[\"audit.>\"],\"deny_delete\":true,\"deny_purge\":true}");
        window.create("{\"name\":\"ORDERS_ARCHIVE\",\"mirror\":{\"name\":\"ORDERS\"},\"max_age\":31536000000000000}");
        window.create("{\"name\":\"LAST_STATE\",\"subjects\":[\"state.>\"],\"max_msgs_per_subject\":1,"
                + "\"storage\":\"memory\",\"allow_direct\":true}");
        window.publish("orders.eu.created", 4_000, 420);
        window.publish("site.rotterdam.telemetry.pump", 9_000, 390);
        window.publish("tasks.render", 1_780, 800);
        window.publish("audit.login", 700, 200);
        window.publish("state.door", 40, 60);
    }

    @Test
    void streams() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = new StreamsWindow(home, server)) {
            UiDriver ui = window.ui;
            ui.node("stream-list-empty");
            both(ui, "streams-none");
            fill(window);
            window.awaitRows(7);
            window.publish("orders.eu.created", 900, 420);
            window.publish("site.ulsan.telemetry.pump", 500, 390);
            ui.await(
                    "rates",
                    () -> window.ask("STREAM.INFO.TELEMETRY", "")
                                    .path("state")
                                    .path("messages")
                                    .asInt()
                            > 0);
            window.select(3);
            var table = window.table();
            ui.await("a second look", () -> table.getItems().toString().contains("Rate["));
            ui.screenshot(DOCS.resolve("streams.png"));
            both(ui, "streams");

            ui.click("stream-create-button");
            ui.awaitText("stream-form-title", "New stream");
            ui.fill("stream-field-name", "INVOICES");
            ui.fill("stream-field-subjects", "invoices.>");
            ui.screenshot(DOCS.resolve("stream-create.png"));
            both(ui, "stream-create");
            for (int i = 1; i < 6; i++) {
                group(ui, i);
                both(ui, "stream-create-" + i);
            }
            ui.click("stream-form-cancel-button");
            ui.click("dialog-confirm-button");

            ui.fill("stream-filter", "ORDERS");
            window.awaitRows(2);
            window.select(0);
            ui.press(KeyCode.ENTER);
            ui.awaitText("stream-name-label", "ORDERS");
            ui.await("facts", () -> ui.find("stream-config").isPresent());
            both(ui, "stream-overview");
            ui.click("stream-edit-button");
            ui.awaitText("stream-form-title", "ORDERS");
            ui.fill("stream-field-description", "All orders of all shops, for a day");
            group(ui, 1);
            ui.fill("stream-field-max-bytes", "1 MiB");
            ui.click("stream-field-max-msgs-none");
            ui.fill("stream-field-max-msgs", "2,500");
            both(ui, "stream-edit");
            ui.click("stream-form-go-button");
            ui.node("stream-effect");
            ui.screenshot(DOCS.resolve("stream-update.png"));
            both(ui, "stream-update");
            ui.click("stream-form-cancel-button");
            ui.click("dialog-confirm-button");
            ui.click("stream-purge-button");
            ui.awaitText("stream-purge-count", "messages");
            both(ui, "stream-purge");
            ui.click("stream-purge-cancel-button");
            ui.click("stream-copy-button");
            ui.node("stream-copy-name");
            both(ui, "stream-copy");
        }
    }
}
