package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the consumers of a stream: the list, the form, and trying one out. */
@Tag("pictures")
class ConsumersTour {

    private static final Path DOCS = Path.of("../../docs/pictures");
    private static final Path OUT = Path.of("target/pictures");

    @TempDir
    Path home;

    private static void both(UiDriver ui, Path folder, String name) {
        ui.screenshot(folder.resolve(name + ".png"));
        ui.run("theme-dark");
        ui.screenshot(OUT.resolve(name + "-dark.png"));
        ui.run("theme-light");
    }

    private static void consumer(ApiClient other, String name, String config) {
        other.ask(
                "CONSUMER.DURABLE.CREATE.ORDERS." + name,
                "{\"stream_name\":\"ORDERS\",\"config\":{\"durable_name\":\"" + name + "\", " + config + "}}");
    }

    private static void fetch(TestClient client, String consumer, int count, boolean ack)
            throws IOException, JetStreamApiException {
        try (var fetched = client.connection()
                .jetStream()
                .getConsumerContext("ORDERS", consumer)
                .fetchMessages(count)) {
            for (Message one = fetched.nextMessage(); one != null; one = fetched.nextMessage()) {
                if (ack) {
                    one.ack();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void world(ApiClient other, TestClient client) throws IOException, JetStreamApiException {
        other.ask("STREAM.CREATE.ORDERS", """
                {"name":"ORDERS","subjects":["orders.>"],"storage":"memory","retention":"limits"}""");
        String explicit = "\"ack_policy\":\"explicit\", \"ack_wait\":600000000000, ";
        consumer(
                other,
                "billing",
                explicit + "\"max_ack_pending\":20, \"max_deliver\":5, \"filter_subject\":\"orders.*.paid\"");
        consumer(other, "shipping", explicit + "\"max_ack_pending\":1000, \"max_deliver\":5");
        consumer(other, "mail-sender", explicit + "\"deliver_subject\":\"push.mail\", \"deliver_group\":\"mailers\"");
        consumer(other, "search-index", explicit + "\"max_ack_pending\":5000, \"max_deliver\":10");
        consumer(other, "audit", "\"ack_policy\":\"none\", \"deliver_policy\":\"all\"");
        consumer(
                other,
                "warehouse",
                explicit
                        + "\"priority_groups\":[\"gates\"], \"priority_policy\":\"pinned_client\", \"priority_timeout\":120000000000");
        consumer(other, "night-report", explicit + "\"max_deliver\":3, \"description\":\"runs at 02:00\"");
        List<String> sites = List.of("rotterdam", "houston", "ulsan");
        for (int i = 0; i < 240; i++) {
            other.publish(
                    "orders." + sites.get(i % 3) + "."
                            + List.of("new", "paid", "sent").get(i % 7 % 3),
                    "{\"order\": \"A-" + (1000 + i) + "\", \"site\": \"" + sites.get(i % 3) + "\", \"total\": " + i * 3
                            + ".50}");
        }
        fetch(client, "billing", 20, false);
        fetch(client, "search-index", 240, true);
        fetch(client, "shipping", 60, true);
        fetch(client, "audit", 200, true);
        other.ask("CONSUMER.PAUSE.ORDERS.night-report", "{\"pause_until\":\"2030-01-01T02:00:00Z\"}");
    }

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

    private static void select(UiDriver ui, String name) {
        TableView<?> table = ui.node("consumer-table", TableView.class);
        ui.await(name + " in the table", () -> row(table, name) >= 0);
        UiDriver.onFx(() -> {
            table.getSelectionModel().clearAndSelect(row(table, name));
            return true;
        });
        ui.awaitText("consumer-name", name);
    }

    private static int row(TableView<?> table, String name) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).toString().contains("name=" + name + ",")) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void consumers() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var client = TestClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            UiDriver ui = window.ui();
            world(other, client);
            window.connect(server.url());
            open(window);
            select(ui, "shipping");
            for (int i = 0; i < 30; i++) {
                other.publish("orders.ulsan.new", "{\"order\": \"B-" + i + "\"}");
            }
            fetch(client, "search-index", 40, true);
            ui.await("the second answer", () -> ui.text("consumer-facts").contains("210"));
            select(ui, "billing");
            ui.awaitText("consumer-config", "orders.*.paid");
            ui.awaitText("consumer-warnings", "20");
            ui.node("consumer-table").requestFocus();
            both(ui, DOCS, "consumers");

            ui.click("consumer-edit");
            ui.node("consumer-field-groups");
            both(ui, OUT, "consumer-edit");
            ui.click("consumer-form-cancel");
            ui.click("consumer-create");
            ui.fill("consumer-name-field", "invoices");
            both(ui, DOCS, "consumer-form");
            ui.click("consumer-form-cancel");

            select(ui, "shipping");
            ui.awaitText("consumer-config", "Each message");
            ui.click("consumer-try");
            ui.click("trial-peek-next");
            ui.awaitText("trial-news", "100 messages");
            both(ui, OUT, "consumer-peek");
            ui.click("trial-way-take");
            ui.fill("trial-batch", "12");
            ui.click("trial-fetch");
            ui.awaitText("trial-news", "All that was asked for came");
            TableView<?> taken = ui.node("trial-table", TableView.class);
            UiDriver.onFx(() -> {
                taken.getSelectionModel().clearSelection();
                taken.getSelectionModel().selectRange(0, 4);
                return true;
            });
            ui.click("trial-confirm");
            ui.click("trial-ack");
            ui.awaitText("trial-news", "confirmed 4");
            UiDriver.onFx(() -> {
                taken.getSelectionModel().clearAndSelect(4);
                return true;
            });
            ui.click("trial-term");
            ui.awaitText("trial-news", "confirmed one");
            UiDriver.onFx(() -> {
                taken.getSelectionModel().clearAndSelect(5);
                return true;
            });
            both(ui, DOCS, "consumer-trial");
            ui.click("trial-leave");
            ui.awaitText("dialog-title", "wait for word");
            both(ui, OUT, "consumer-leave");
            ui.click("dialog-confirm-button");
            ui.click("consumer-more");
            both(ui, OUT, "consumer-more");
            ui.click("consumer-start");
            both(ui, OUT, "consumer-start");
            ui.click("consumer-start-page-cancel");
        }
    }
}
