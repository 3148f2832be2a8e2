package app.edgeglass.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of a stream in the real window. */
class StreamMessagesTest {

    private static final int MESSAGES = 5_000;
    private static final String TABLE = "browse-table";

    @TempDir
    private Path home;

    private static JetStreamManagement fill(TestClient client) throws Exception {
        JetStreamManagement management = client.connection().jetStreamManagement();
        for (String name : List.of("ORDERS", "EMPTY")) {
            management.addStream(StreamConfiguration.builder()
                    .name(name)
                    .subjects(name.toLowerCase(java.util.Locale.ROOT) + ".>")
                    .storageType(StorageType.Memory)
                    .allowDirect(true)
                    .build());
        }
        for (int i = 1; i <= MESSAGES; i++) {
            String text = "{\"order\":\"A-" + i + "\",\"total\":" + i * 3 + ",\"shop\":{\"city\":\"Busan\"}}";
            client.connection()
                    .publish("orders.shop" + i % 9, new Headers().add("Trace", "t" + i), text.getBytes(UTF_8));
        }
        Awaitility.await()
                .until(() -> management.getStreamInfo("ORDERS").getStreamState().getLastSequence() == MESSAGES);
        for (long sequence = 2_001; sequence <= 2_300; sequence++) {
            management.deleteMessage("ORDERS", sequence, false);
        }
        return management;
    }

    private static void show(SubjectsWindow window, String name) {
        UiDriver.onFx(() -> {
            StreamsScreen screen = window.ui().wiring().streams();
            screen.open(new StreamRef(
                    window.ui().wiring().connection().openProperty().get().session(), name));
            screen.showTab(MessagesTab.ID);
            return screen;
        });
    }

    @Test
    void aPersonFindsTheirWayThroughAStream() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            JetStreamManagement management = fill(client);
            UiDriver ui = window.ui();
            window.connect(server.url());
            ui.run("go-streams");
            show(window, "ORDERS");
            window.awaitCell(TABLE, "5,000");
            ui.awaitText("browse-extent", "4,700 messages");
            ui.node("browse-density");
            // Whole rows fill the table: nothing below them, none cut.
            assertThat(window.texts(TABLE))
                    .hasSizeGreaterThan(10)
                    .last()
                    .asString()
                    .contains("A-5000");

            ui.fill("browse-jump-field", "1998");
            ui.press(KeyCode.ENTER);
            ui.awaitText("message-subject", "orders.shop0");
            window.awaitCell(TABLE, "300 gone, up to 2,300");
            ui.click(TABLE);
            ui.press(KeyCode.HOME);
            window.awaitCell(TABLE, "A-1\"");
            ui.press(KeyCode.DOWN);
            ui.press(KeyCode.PAGE_DOWN);
            ui.press(KeyCode.END);
            window.awaitCell(TABLE, "A-5000");

            ui.fill("browse-jump-field", "orders.*.none");
            ui.press(KeyCode.ENTER);
            ui.awaitText("browse-jump-note", "orders.*.none");
            ui.fill("browse-jump-field", "a..b");
            ui.press(KeyCode.ENTER);
            ui.awaitText("browse-jump-note", "a..b");

            ui.fill("browse-search-field", "payload:A-33 header:7");
            ui.press(KeyCode.ENTER);
            ui.awaitText("browse-search-said", "found in 4,700 messages");
            ui.click("browse-table");
            ui.press(KeyCode.HOME);
            ui.press(KeyCode.UP);
            ui.click("browse-found-next-button");
            ui.awaitText("message-subject", "orders.shop");

            ui.click("browse-columns-button");
            ui.click("browse-column-write");
            ui.type("/shop/city");
            ui.press(KeyCode.ENTER);
            window.awaitCell(TABLE, "Busan");
            ui.fill("browse-column-field", " ");
            ui.press(KeyCode.ENTER);
            ui.awaitText("browse-column-wrong", "neither");
            ui.click("browse-column-close-button");

            ui.click("browse-last-button");
            client.connection().publish("orders.new", "the newest".getBytes(UTF_8));
            window.awaitCell(TABLE, "the newest");

            management.deleteStream("ORDERS");
            ui.awaitText("browse-failure", "no such stream");
            show(window, "EMPTY");
            ui.node("browse-empty");
            ui.awaitGone("browse-failure");
            assertThat(ui.node(TABLE, TableView.class).getItems().size()).isZero();
            client.connection().publish("empty.first", "first of all".getBytes(UTF_8));
            window.awaitCell(TABLE, "first of all");
            assertThat(management.getConsumerNames("EMPTY")).isEmpty();
        }
    }
}
