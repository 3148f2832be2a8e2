package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.connection.SecretKeeper;
import app.edgeglass.desktop.settings.AtStart;
import app.edgeglass.desktop.shell.session.SessionSign;
import app.edgeglass.desktop.shell.session.SessionTab;
import app.edgeglass.desktop.testing.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is closed and opened again, and its sessions come back. */
class SessionsRestoreTest {

    private static final String PASSWORD = "s3cret-of-the-plant";

    @TempDir
    Path home;

    private static SessionSign sign(SessionsWindow sessions, int place) {
        return sessions.tabs().get(place).sign();
    }

    private static void awaitSigns(SessionsWindow sessions, SessionSign... signs) {
        sessions.window()
                .await(
                        "tabs " + List.of(signs),
                        () -> sessions.tabs().stream()
                                .map(SessionTab::sign)
                                .toList()
                                .equals(List.of(signs)));
    }

    @Test
    void eachSessionComesBackAsItWasWhateverBecomesOfTheOthers() {
        try (var first = TestServer.start(ServerVersion.NEWEST);
                var second = TestServer.start(ServerVersion.V2_10);
                var third = TestServer.start(ServerVersion.NEWEST)) {
            try (var window = SubjectsWindow.open(home)) {
                var ui = window.ui();
                for (TestServer server : List.of(first, second, third)) {
                    ui.press(KeyCode.CONTROL, KeyCode.N);
                    window.connect(server.url());
                    window.awaitSubscription(">");
                }
                UiDriver.onFx(() -> ui.wiring().connection().disconnect());
                ui.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
                ui.fill("subscription-pattern", "plant.>");
                ui.press(KeyCode.ENTER);
                window.awaitSubscription("plant.>");
                ui.click("subscription-1-remove-button");
                window.await(
                        "one subscription",
                        () -> window.session().feed().subscriptions().size() == 1);
            }
            first.kill();
            try (var window = SubjectsWindow.open(home)) {
                var sessions = new SessionsWindow(window);
                sessions.start();
                awaitSigns(sessions, SessionSign.FAILED, SessionSign.LIVE, SessionSign.CLOSED);
                assertThat(sessions.shown()).isEqualTo(sessions.ids().get(1));
                window.awaitSubscription("plant.>");
                assertThat(window.session().feed().subscriptions()).hasSize(1);

                window.ui().press(KeyCode.CONTROL, KeyCode.PAGE_UP);
                window.ui().awaitText("start-failure", first.url());
                first.restart();
                window.ui().click("start-again-button");
                awaitSigns(sessions, SessionSign.LIVE, SessionSign.LIVE, SessionSign.CLOSED);
                // Nobody has looked at what the third was, and it has no screen yet.
                window.ui().press(KeyCode.CONTROL, KeyCode.PAGE_UP);
                window.ui().awaitText("start-answer", "127.0.0.1:" + third.port());
            }
        }
    }

    @Test
    void aPasswordIsNotKeptAndIsAskedForInTheTab() throws IOException {
        try (var server =
                TestServer.start(ServerVersion.NEWEST, "authorization { user: eve, password: \"" + PASSWORD + "\" }")) {
            try (var window = SubjectsWindow.open(home)) {
                window.connect(server.url().replace("://", "://eve:" + PASSWORD + "@"));
            }
            try (Stream<Path> files = Files.walk(home).filter(Files::isRegularFile)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(PASSWORD));
            }
            try (var window = SubjectsWindow.open(home)) {
                var ui = window.ui();
                var sessions = new SessionsWindow(window);
                sessions.start();
                awaitSigns(sessions, SessionSign.WANTING);
                ui.awaitText("start-secret-sentence", "password");
                var kept = new ArrayList<String>();
                UiDriver.onFx(() -> {
                    ui.wiring().subjects().start().keepSecretsBy(keeping(kept));
                    return true;
                });
                ui.fill("start-secret", "wrong");
                ui.press(KeyCode.ENTER);
                ui.awaitText("start-failure", "eve");
                ui.click("start-retype-button");
                ui.click("start-secret-keep");
                ui.fill("start-secret", "wrong");
                ui.press(KeyCode.ENTER);
                ui.awaitText("start-failure", "eve");
                ui.click("start-retype-button");
                ui.click("start-secret-keep");
                ui.fill("start-secret", PASSWORD);
                ui.click("start-secret-button");
                awaitSigns(sessions, SessionSign.LIVE);
                // Only what has served is worth keeping.
                assertThat(UiDriver.onFx(() -> List.copyOf(kept))).containsExactly(PASSWORD);
                ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
                awaitSigns(sessions, SessionSign.LIVE, SessionSign.LIVE);
            }
        }
    }

    private static SecretKeeper keeping(List<String> kept) {
        return new SecretKeeper() {
            @Override
            public boolean canKeep(Profile profile) {
                return true;
            }

            @Override
            public void keep(Profile profile, Secret which, SecretValue value) {
                kept.add(new String(value.chars()));
            }
        };
    }

    @Test
    void theSettingsSayWhatIsOpenedWhenNothingIsAskedFor() {
        try (var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            ui.run("settings");
            ui.click("settings-at-start");
            ui.press(KeyCode.END);
            ui.press(KeyCode.ENTER);
            ui.click("settings-close-button");
            sessions.start();
            assertThat(sign(sessions, 0)).isEqualTo(SessionSign.EMPTY);
        }
        try (var window = SubjectsWindow.open(home)) {
            var sessions = new SessionsWindow(window);
            assertThat(UiDriver.onFx(() -> window.ui().wiring().tabMemory().atStart()))
                    .isEqualTo(AtStart.PAGE);
            UiDriver.onFx(() -> {
                window.ui().wiring().tabMemory().choose(AtStart.LAST);
                return true;
            });
            // There was no server the last time.
            sessions.start();
            awaitSigns(sessions, SessionSign.LIVE);
            assertThat(window.session().world()).isPresent();
        }
    }

    @Test
    void aContextIsOpenedByItsFileAndFoundAgain() throws IOException {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            Path file = Files.writeString(
                    home.resolve("plant-7.json"), "{\"url\": \"" + server.url() + "\", \"nsc\": \"\", \"shiny\": 1}");
            try (var window = SubjectsWindow.open(home.resolve("eg"))) {
                var sessions = new SessionsWindow(window);
                UiDriver.onFx(() -> {
                    window.ui().wiring().start(new Options.Start.Context(file.toString()));
                    return true;
                });
                awaitSigns(sessions, SessionSign.LIVE);
                assertThat(sessions.tabs().getFirst().name()).isEqualTo("plant-7");
            }
            try (var window = SubjectsWindow.open(home.resolve("eg"))) {
                var sessions = new SessionsWindow(window);
                sessions.start();
                awaitSigns(sessions, SessionSign.LIVE);
                assertThat(sessions.tabs().getFirst().name()).isEqualTo("plant-7");
            }
            Files.delete(file);
            try (var window = SubjectsWindow.open(home.resolve("eg"))) {
                var sessions = new SessionsWindow(window);
                sessions.start();
                awaitSigns(sessions, SessionSign.FAILED);
                window.ui().awaitText("start-failure", "plant-7");
            }
        }
    }
}
