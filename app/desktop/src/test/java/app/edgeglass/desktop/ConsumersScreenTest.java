package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consumers of a stream in the real window: made, edited, tried out, deleted. */
class ConsumersScreenTest {

    @TempDir
    Path home;

    private static void open(SubjectsWindow window) {
        UiDriver.onFx(() -> {
            Wiring wiring = window.ui().wiring();
            wiring.navigation().go("streams");
            StreamsScreen streams = wiring.workspaces().current().streams();
            streams.open(new StreamRef(window.session().session(), "ORDERS"));
            streams.showTab("stream-consumers-tab");
            return true;
        });
    }

    private static void choose(TableView<?> table) {
        UiDriver.onFx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
            return true;
        });
    }

    @Test
    void aConsumerIsMadeEditedTriedOutAndDeleted() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            UiDriver ui = window.ui();
            other.ask(
                    "STREAM.CREATE.ORDERS", "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"memory\"}");
            other.publish("orders.new", "{\"order\": 1}");
            other.publish("orders.new", "{\"order\": 2}");
            window.connect(server.url());
            open(window);
            ui.node("consumer-nothing");

            ui.click("consumer-create");
            ui.fill("consumer-name-field", "worker");
            ui.click("consumer-form-confirm");
            TableView<?> table = ui.node("consumer-table", TableView.class);
            ui.await("the consumer", () -> table.getItems().size() == 1);
            choose(table);
            ui.awaitText("consumer-config", "Each message");

            ui.click("consumer-edit");
            ui.click("consumer-field-group-acknowledgement");
            ui.fill("consumer-field-max_deliver", "7");
            ui.awaitText("consumer-form", "5 → 7");
            ui.click("consumer-form-confirm");
            ui.awaitText("consumer-config", "7");
            assertThat(other.ask("CONSUMER.INFO.ORDERS.worker", "")
                            .path("config")
                            .path("max_deliver")
                            .asInt())
                    .isEqualTo(7);

            // By keyboard into the trial; looking takes nothing.
            choose(ui.node("consumer-table", TableView.class));
            ui.press(KeyCode.ENTER);
            ui.click("trial-peek-next");
            ui.awaitText("trial-news", "2 messages");
            ui.click("trial-way-take");
            ui.awaitText("trial-warning", "the application does not get");
            ui.click("trial-fetch");
            TableView<?> taken = ui.node("trial-table", TableView.class);
            ui.await("two messages", () -> taken.getItems().size() == 2);
            choose(taken);
            ui.click("trial-confirm");
            ui.click("trial-ack");
            ui.awaitText("trial-news", "confirmed one message");
            ui.click("trial-leave");
            ui.awaitText("dialog-title", "One message waits for word");
            ui.click("dialog-confirm-button");
            ui.await(
                    "given back",
                    () -> other.ask("CONSUMER.INFO.ORDERS.worker", "")
                                    .path("ack_floor")
                                    .path("stream_seq")
                                    .asInt()
                            == 1);

            ui.click("consumer-more");
            ui.press(KeyCode.UP);
            ui.press(KeyCode.ENTER);
            ui.awaitText("dialog-title", "Delete the consumer");
            ui.click("dialog-confirm-button");
            ui.node("consumer-nothing");
            assertThat(other.ask("CONSUMER.NAMES.ORDERS", "").path("total").asInt())
                    .isZero();
        }
    }
}
