package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters, events and saving, on the page of a stream in the real window. */
class StreamWatchTest {

    @TempDir
    Path home;

    @TempDir
    Path backups;

    private static void giveUp(ApiClient other, String text) {
        other.publish("orders.new", text);
        assertThat(other.take("ORDERS", "worker", "-NAK")).isTrue();
        assertThat(other.take("ORDERS", "worker", "-NAK")).isTrue();
        assertThat(other.take("ORDERS", "worker", "+ACK")).isFalse();
    }

    private static void tab(SubjectsWindow window, String tab) {
        UiDriver.onFx(() -> {
            window.ui().wiring().workspaces().current().streams().showTab(tab);
            return true;
        });
    }

    private static void open(SubjectsWindow window, String tab) {
        UiDriver.onFx(() -> {
            Wiring wiring = window.ui().wiring();
            wiring.navigation().go("streams");
            StreamsScreen streams = wiring.workspaces().current().streams();
            streams.open(new StreamRef(window.session().session(), "ORDERS"));
            streams.showTab(tab);
            return true;
        });
    }

    private static TableView<?> rows(UiDriver ui, String table, int atLeast) {
        TableView<?> found = ui.node(table, TableView.class);
        ui.await(table, () -> found.getItems().size() >= atLeast);
        return found;
    }

    private static void choose(TableView<?> table, int row) {
        UiDriver.onFx(() -> {
            table.getSelectionModel().clearAndSelect(row);
            return true;
        });
    }

    @Test
    void whatGoesOnWithAStreamCanBeSeenAndTheStreamSaved() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            UiDriver ui = window.ui();
            other.ask("STREAM.CREATE.ORDERS", "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"file\"}");
            other.ask("CONSUMER.DURABLE.CREATE.ORDERS.worker", """
                    {"stream_name":"ORDERS","config":{"durable_name":"worker","ack_policy":"explicit","max_deliver":2}}""");
            giveUp(other, "before");
            window.connect(server.url());
            open(window, "stream-events-tab");
            tab(window, "stream-dead-letters-tab");
            ui.awaitText("dead-letters-earlier", "“worker” has given up at least one more message");
            giveUp(other, "{\"order\": 1}");
            choose(rows(ui, "dead-letters-table", 1), 0);
            ui.awaitText("dead-letter-meta", "sequence 2");
            ui.click("dead-letters-copy-button");
            ui.click("dead-letters-delete");
            ui.click("dead-letters-target-confirm-button");
            ui.awaitText("dialog-title", "Delete messages");
            ui.click("dialog-cancel-button");
            other.ask("STREAM.CREATE.DEAD", "{\"name\":\"DEAD\",\"subjects\":[\"dead.>\"],\"storage\":\"memory\"}");
            ui.click("dead-letters-copy-button");
            ui.press(KeyCode.ENTER);
            ui.awaitText("dead-letters-outcome", "One message copied to dead.orders.");
            assertThat(other.ask("STREAM.INFO.DEAD", "")
                            .path("state")
                            .path("messages")
                            .asLong())
                    .isEqualTo(1);

            tab(window, "stream-events-tab");
            TableView<?> events = rows(ui, "stream-events-table", 3);
            int before = events.getItems().size();
            ui.click("stream-events-kind-delivery");
            ui.await("fewer", () -> events.getItems().size() < before);
            ui.click("stream-events-pause");
            other.ask(
                    "STREAM.UPDATE.ORDERS", "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"description\":\"x\"}");
            ui.awaitText("stream-events-note", "more meanwhile");
            ui.click("stream-events-pause");
            choose(events, 0);
            window.await("the event", () -> !ui.text("stream-event-sentence").isEmpty());

            ui.click("stream-save-button");
            ui.fill("save-stream-folder", backups.toString());
            ui.click("save-stream-confirm-button");
            ui.awaitText("save-stream-outcome", "“ORDERS” is saved: 2 messages");
            ui.click("save-stream-cancel-button");
            ui.awaitGone("save-stream-dialog");
            try (var files = Files.list(backups)) {
                Path saved = files.toList().getFirst();
                assertThat(saved.resolve("backup.json")).exists();
                assertThat(saved.resolve("stream.arc.s2")).exists();
            }
            ui.run("stream-save");
            ui.awaitText("dialog-title", "Save the stream");
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("save-stream-dialog");
        }
    }
}
