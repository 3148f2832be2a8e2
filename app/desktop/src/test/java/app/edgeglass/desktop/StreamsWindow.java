package app.edgeglass.desktop;

import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.TableView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The window on the streams of a server, and another party that knows nothing of the product. */
final class StreamsWindow implements AutoCloseable {

    final UiDriver ui;
    private final TestClient other;

    StreamsWindow(Path home, TestServer server) {
        other = TestClient.connect(server.url());
        ui = UiDriver.open(home);
        ui.resize(1440, 900);
        UiDriver.onFx(() -> {
            ui.wiring().connection().connect(server.url());
            return true;
        });
        ui.await("a session", () -> ui.wiring().connection().openProperty().get() != null);
        ui.run("go-streams");
    }

    JsonNode ask(String verb, String body) {
        try {
            var answer = other.connection()
                    .request("$JS.API." + verb, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(5));
            return JsonMapper.shared().readTree(answer.getData());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void create(String config) {
        JsonNode answer = ask(
                "STREAM.CREATE."
                        + JsonMapper.shared().readTree(config).path("name").asString(),
                config);
        if (answer.has("error")) {
            throw new IllegalStateException(answer.toString());
        }
    }

    JsonNode config(String stream) {
        return ask("STREAM.INFO." + stream, "").path("config");
    }

    void publish(String subject, int times, int size) {
        for (int i = 0; i < times; i++) {
            other.connection().publish(subject, new byte[size]);
        }
    }

    /** Waits until the list has so many rows. */
    void awaitRows(int rows) {
        ui.await(
                rows + " rows",
                () -> ui.find("stream-table")
                        .filter(node -> node instanceof TableView<?> table
                                && table.getItems().size() == rows)
                        .isPresent());
    }

    TableView<?> table() {
        return ui.node("stream-table", TableView.class);
    }

    void select(int row) {
        TableView<?> table = table();
        UiDriver.onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row);
            return true;
        });
    }

    @Override
    public void close() {
        ui.close();
        other.close();
    }
}
