package app.edgeglass.desktop;

import app.edgeglass.core.backup.BackupProgress;
import app.edgeglass.core.backup.StreamSave;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of what a stream's page tells, and of saving and restoring one. */
@Tag("pictures")
class StreamEventsTour {

    private static final Path DOCS = Path.of("../../docs/pictures");
    private static final Path OUT = Path.of("target/pictures");
    private static final String[] BODIES = {
        "{\"order\": \"A-1041\", \"site\": \"rotterdam\", \"items\": [{\"sku\": \"valve-7\", \"count\": 0}], \"total\": -12.5}",
        "{\"order\": \"A-1044\", \"site\": \"houston\", \"items\": [], \"total\": 0}",
        "not an order at all",
        "{\"order\": \"A-1049\", \"site\": \"울산\", \"items\": [{\"sku\": \"pump-2\", \"count\": 1e9}], \"total\": 3.2}"
    };

    @TempDir
    Path home;

    private static void both(UiDriver ui, Path folder, String name) {
        ui.screenshot(folder.resolve(name + ".png"));
        ui.run("theme-dark");
        ui.screenshot(OUT.resolve(name + "-dark.png"));
        ui.run("theme-light");
    }

    private static void stream(ApiClient other) {
        other.ask("STREAM.CREATE.ORDERS", """
                {"name":"ORDERS","subjects":["orders.>"],"storage":"file","retention":"limits"}""");
        other.ask("STREAM.CREATE.ADVISORIES", """
                {"name":"ADVISORIES","subjects":["$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>",
                 "$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.>"],"storage":"memory"}""");
        for (String name : new String[] {"billing", "shipping"}) {
            other.ask(
                    "CONSUMER.DURABLE.CREATE.ORDERS." + name,
                    "{\"stream_name\":\"ORDERS\",\"config\":{\"durable_name\":\"" + name
                            + "\",\"ack_policy\":\"explicit\",\"max_deliver\":3,\"filter_subject\":\"orders."
                            + name + ".>\"}}");
        }
    }

    private static void giveUp(ApiClient other, String consumer, String body) {
        other.publish("orders." + consumer + ".new", body);
        for (int i = 0; i < 3; i++) {
            other.take("ORDERS", consumer, "-NAK");
        }
        other.take("ORDERS", consumer, "+ACK");
    }

    private static void terminate(ApiClient other, String consumer, String body, String reason) {
        other.publish("orders." + consumer + ".bad", body);
        other.take("ORDERS", consumer, "+TERM " + reason);
    }

    private static void tab(SubjectsWindow window, String tab) {
        UiDriver.onFx(() -> {
            window.ui().wiring().workspaces().current().streams().showTab(tab);
            return true;
        });
    }

    private static void open(SubjectsWindow window, String tab) {
        UiDriver ui = window.ui();
        UiDriver.onFx(() -> {
            ui.wiring().navigation().go("streams");
            var workspace = ui.wiring().workspaces().current();
            workspace.streams().open(new StreamRef(window.session().session(), "ORDERS"));
            workspace.streams().showTab(tab);
            return true;
        });
    }

    @Test
    void deadLettersAndEvents() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            stream(other);
            giveUp(other, "billing", BODIES[0]);
            giveUp(other, "billing", BODIES[1]);
            window.connect(server.url());
            open(window, "stream-dead-letters-tab");
            ui.awaitText("dead-letters-earlier", "ADVISORIES");
            tab(window, "stream-events-tab");
            giveUp(other, "shipping", BODIES[3]);
            terminate(other, "billing", BODIES[2], "no JSON");
            other.ask("STREAM.UPDATE.ORDERS", """
                    {"name":"ORDERS","subjects":["orders.>"],"storage":"file","retention":"limits","max_age":604800000000000}""");
            other.answer("STREAM.UPDATE.ORDERS", "{\"name\":\"ORDERS\",\"storage\":\"memory\"}");
            other.ask("CONSUMER.PAUSE.ORDERS.shipping", "{\"pause_until\":\"2030-01-01T00:00:00Z\"}");
            tab(window, "stream-dead-letters-tab");
            TableView<?> letters = ui.node("dead-letters-table", TableView.class);
            ui.await("the letters", () -> letters.getItems().size() == 4);
            UiDriver.onFx(() -> {
                letters.getSelectionModel().clearAndSelect(2);
                return true;
            });
            ui.awaitText("dead-letter-meta", "billing");
            both(ui, DOCS, "dead-letters");
            ui.click("dead-letters-copy-button");
            ui.awaitText("dialog-title", "Copy");
            both(ui, OUT, "dead-letters-copy");
            ui.click("dead-letters-target-confirm-button");
            ui.awaitText("dead-letters-outcome", "No stream listens");
            both(ui, OUT, "dead-letters-no-stream");
            tab(window, "stream-events-tab");
            TableView<?> events = ui.node("stream-events-table", TableView.class);
            ui.await("the events", () -> events.getItems().size() >= 8);
            UiDriver.onFx(() -> {
                events.getSelectionModel().clearAndSelect(1);
                return true;
            });
            both(ui, DOCS, "stream-events");
            ui.takeErrors();
        }
    }

    @Test
    void saving() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var other = ApiClient.connect(server.url());
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            stream(other);
            var random = new Random(1);
            for (int i = 0; i < 2_000; i++) {
                byte[] body = new byte[16_000];
                random.nextBytes(body);
                other.client().connection().publish("orders.site." + i % 7, body);
            }
            other.client().connection().flush(UiDriver.PATIENCE);
            window.connect(link.url());
            open(window, "stream-events-tab");
            ui.click("stream-save-button");
            ui.fill("save-stream-folder", home.toString());
            both(ui, OUT, "stream-save");
            link.throttle(5 << 20);
            ui.click("save-stream-confirm-button");
            ui.awaitText("save-stream-course", "1");
            window.await("half of it", () -> ui.text("save-stream-course").matches("1\\d.*MiB of.*"));
            both(ui, DOCS, "stream-saving");
            link.heal();
            ui.awaitText("save-stream-outcome", "SHA-256");
            both(ui, OUT, "stream-saved");
            ui.click("save-stream-cancel-button");
            restoring(window, ui, server);
            ui.takeErrors();
        }
    }

    private void restoring(SubjectsWindow window, UiDriver ui, TestServer server) {
        Path folder;
        try (var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            folder = new StreamSave(Clock.systemUTC())
                    .save(
                            new StreamSave.Wish(new StreamRef(session, "ORDERS"), home, true, false),
                            new BackupProgress())
                    .backup()
                    .folder();
        }
        Path saved = folder;
        UiDriver.onFx(() -> {
            ui.wiring()
                    .workspaces()
                    .current()
                    .backups()
                    .restoreFrom(saved, window.session().session());
            return true;
        });
        ui.awaitText("restore-stream-facts", "ORDERS");
        both(ui, OUT, "stream-restore");
        ui.click("restore-stream-confirm-button");
        ui.awaitText("restore-stream-outcome", "already");
        both(ui, OUT, "stream-restore-taken");
        ui.click("restore-stream-cancel-button");
    }
}
