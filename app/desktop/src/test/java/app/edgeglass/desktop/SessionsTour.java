package app.edgeglass.desktop;

import static app.edgeglass.desktop.SessionsWindow.profile;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.shell.session.SessionSign;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of several sessions: those of docs/pictures, and more in app/desktop/target/pictures for whoever changes the tabs
 * to look at.
 */
@Tag("pictures")
class SessionsTour {

    private static final List<ProfileColour> COLOURS = List.of(ProfileColour.values());
    private static final Path DOCS = Path.of("../../docs/pictures");
    private static final Path OUT = Path.of("target/pictures");
    private static final List<String> SITES = List.of(
            "Rotterdam plant 7 – edge gateway 01",
            "Rotterdam plant 7 – edge gateway 02",
            "Houston refinery – tank farm north",
            "Houston refinery – tank farm south",
            "울산 공장 – 라인 3",
            "Ship MV Aurora (satellite link)",
            "Hub Frankfurt",
            "Hub Singapore",
            "Staging of the hub",
            "Laboratory bench",
            "Cold store Antwerp – dock door controllers of the western hall",
            "Wind park Horns Rev");

    @TempDir
    Path home;

    /** Some traffic of a plant, seen or not. */
    private static void publish(TestServer server, int times) {
        try (var client = new PlainClient(server.port())) {
            for (int i = 0; i < times; i++) {
                String subject = "plant.line" + i % 3 + "."
                        + List.of("temp", "pressure", "speed").get(i % 7 % 3);
                client.publish(subject, "{\"value\": " + (20 + i % 13) + "." + i % 10 + ", \"unit\": \"°C\"}");
            }
            client.flush();
        }
    }

    private static void both(UiDriver ui, Path folder, String name) {
        ui.screenshot(folder.resolve(name + ".png"));
        ui.run("theme-dark");
        ui.screenshot(OUT.resolve(name + "-dark.png"));
        ui.run("theme-light");
    }

    @Test
    void severalSessions() {
        try (var plant = TestServer.start(ServerVersion.NEWEST);
                var hub = TestServer.start(ServerVersion.NEWEST);
                var bench = TestServer.start(ServerVersion.V2_10);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            sessions.open(profile(plant.url(), "Plant 7", ProfileColour.RED, Environment.PRODUCTION));
            window.awaitOpen();
            window.awaitSubscription(">");
            publish(plant, 400);
            window.awaitTree("traffic", rows -> rows.allSubjects() >= 9);
            window.clickRow("plant.line1.temp");
            ui.run("publish");
            ui.fill("publish-subject-field", "plant.line1.set");
            ui.click("publish-body-editor");
            ui.type("{\"speed\": 4}");
            both(ui, DOCS, "production");

            sessions.open(profile(hub.url(), "Hub Frankfurt", ProfileColour.BLUE, Environment.STAGING)
                    .withReadOnly(true));
            window.awaitOpen();
            window.awaitSubscription(">");
            ui.run("publish");
            both(ui, OUT, "staging-read-only");
            sessions.open(profile(bench.url(), "Bench", ProfileColour.GREEN, Environment.DEVELOPMENT));
            window.awaitOpen();
            window.awaitSubscription(">");
            publish(bench, 60);
            publish(plant, 1_234);
            hub.kill();
            sessions.awaitTab(2, "away", tab -> tab.sign() == SessionSign.RECONNECTING);
            window.awaitTree("traffic", rows -> rows.allSubjects() >= 9);
            window.clickRow("plant.line2.temp");
            sessions.awaitTab(1, "unseen", tab -> tab.unseen() > 1_000);
            both(ui, DOCS, "sessions");

            ui.click("session-tab-2");
            ui.awaitText("state-banner-sentence", "lost");
            both(ui, DOCS, "reconnecting");
            ui.takeErrors();
        }
    }

    @Test
    void manySessionsWithLongNames() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            for (int i = 0; i < SITES.size(); i++) {
                Environment behind =
                        i == 3 ? Environment.PRODUCTION : i == 8 ? Environment.STAGING : Environment.DEVELOPMENT;
                ProfileColour colour = COLOURS.get(i % COLOURS.size());
                Profile profile = profile(server.url(), SITES.get(i), colour, behind);
                sessions.open(profile.withReadOnly(i % 5 == 4));
                window.awaitOpen();
            }
            publish(server, 25_000);
            sessions.awaitTab(1, "unseen", tab -> tab.unseen() > 20_000);
            both(ui, OUT, "many-sessions");
            ui.click("session-list-button");
            ui.screenshot(OUT.resolve("many-sessions-list.png"));
            ui.press(KeyCode.ESCAPE);
            UiDriver.onFx(() -> {
                sessions.workspaces().select(4);
                return true;
            });
            ui.resize(1024, 640);
            both(ui, OUT, "many-sessions-small");
            UiDriver.onFx(() -> {
                ui.wiring().appearance().zoomTo(150);
                return true;
            });
            ui.screenshot(OUT.resolve("many-sessions-zoomed.png"));
            ui.takeErrors();
        }
    }

    @Test
    void askedForASecretAndFailed() {
        try (var server = TestServer.start(
                        ServerVersion.NEWEST, "authorization { user: eve, password: s3cret-of-the-plant }");
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            sessions.open(profile(server.url(), "Plant 7", ProfileColour.ORANGE, Environment.DEVELOPMENT)
                    .withLogin(new app.edgeglass.core.connection.profile.Login.Password("eve")));
            ui.node("start-secret");
            both(ui, OUT, "secret-wanted");
            ui.fill("start-secret", "wrong");
            ui.press(KeyCode.ENTER);
            ui.node("start-retype-button");
            both(ui, OUT, "secret-refused");
            ui.takeErrors();
        }
    }
}
