package app.edgeglass.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of what is seldom seen, failures above all, light and dark, for whoever changes a screen to look at:
 * {@code packaging/pictures -Dtest=StatesTour}, in app/desktop/target/pictures.
 */
@Tag("pictures")
class StatesTour {

    @TempDir
    Path home;

    @Test
    void states() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            ui.fill("start-url", "nats://no-such-host.invalid:4222");
            ui.press(KeyCode.ENTER);
            ui.awaitText("start-failure", "not known");
            pictures(window, "start-failed");
            window.connect(server.url());
            window.awaitSubscription(">");
            try (var client = new PlainClient(server.port())) {
                for (byte[] subject : HostileInputTest.subjects()) {
                    client.publish(subject, "{\"ok\": true}".getBytes(UTF_8));
                }
                client.flush();
            }
            window.awaitTree("all of it", rows -> rows.allSubjects() >= 14);
            reveal(window, "bad");
            pictures(window, "hostile");
            ui.fill("subject-filter", "/[/");
            pictures(window, "filter-broken");
            ui.fill("subject-filter", "nothing-like-this");
            pictures(window, "filter-empty");
            ui.fill("subscription-pattern", "a..b");
            ui.press(KeyCode.ENTER);
            pictures(window, "subscription-refused");
            ui.run("settings");
            pictures(window, "settings");
            ui.press(KeyCode.ESCAPE);
            ui.run("shortcuts");
            pictures(window, "shortcuts");
            ui.press(KeyCode.ESCAPE);
            server.kill();
            ui.awaitText("state-banner-sentence", "lost");
            ui.run("notices");
            pictures(window, "notices");
            ui.takeErrors();
        }
    }

    private static void reveal(SubjectsWindow window, String subject) {
        UiDriver.onFx(() -> {
            window.ui().wiring().subjects().tree().reveal(subject);
            return true;
        });
    }

    private static void pictures(SubjectsWindow window, String name) {
        window.ui().screenshot(Path.of("target/pictures", name + ".png"));
        window.ui().run("theme-dark");
        window.ui().screenshot(Path.of("target/pictures", name + "-dark.png"));
        window.ui().run("theme-light");
    }
}
