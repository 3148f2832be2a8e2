package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.shell.session.SessionSign;
import app.edgeglass.desktop.shell.session.SessionTab;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sessions in one window, each in a tab of its own. */
class SessionsTest {

    @TempDir
    Path home;

    private static void publish(TestServer server, String subject, int times) {
        try (var client = new PlainClient(server.port())) {
            for (int i = 0; i < times; i++) {
                client.publish(subject, "1");
            }
            client.flush();
        }
    }

    private static List<SessionTab> tabs(SubjectsWindow window) {
        return UiDriver.onFx(
                () -> window.ui().wiring().workspaces().tabs().tabsProperty().get());
    }

    private static void awaitTab(
            SubjectsWindow window, int id, String what, java.util.function.Predicate<SessionTab> is) {
        window.ui()
                .await(
                        what,
                        () -> window.ui().wiring().workspaces().tabs().tabsProperty().get().stream()
                                .anyMatch(tab -> tab.id() == id && is.test(tab)));
    }

    private static Workspace workspace(SubjectsWindow window, int id) {
        return UiDriver.onFx(() -> window.ui().wiring().workspaces().all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow());
    }

    private static long received(SubjectsWindow window, int id) {
        return Objects.requireNonNull(workspace(window, id).open())
                .feed()
                .counters()
                .received();
    }

    @Test
    void twoServersAreLiveAtOnceAndOneGoesOnWithoutTheOther() {
        try (var first = TestServer.start(ServerVersion.NEWEST);
                var second = TestServer.start(ServerVersion.V2_10);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            window.connect(first.url());
            window.awaitSubscription(">");
            assertThat(ui.find("session-tabs")).isEmpty();
            ui.click("session-new-button");
            assertThat(window.focus()).isEqualTo("start-url");
            window.connect(second.url());
            window.awaitSubscription(">");
            ui.node("session-tab-1");
            ui.node("session-tab-2");

            publish(first, "plant.temp", 700);
            publish(second, "office.door", 30);
            window.awaitTree("the second's", rows -> rows.allSubjects() == 1);
            assertThat(window.counts()).containsExactly(java.util.Map.entry("office.door", 30L));
            awaitTab(window, 1, "what came unseen", tab -> tab.unseen() == 700);
            ui.awaitText("session-tab-1-unseen", "700");
            ui.awaitText("status-received", "30");
            ui.screenshot(Path.of("target/pictures/sessions-two.png"));

            ui.click("session-tab-1");
            window.awaitTree("the first's", rows -> rows.allSubjects() == 1);
            assertThat(window.counts()).containsExactly(java.util.Map.entry("plant.temp", 700L));
            ui.awaitText("status-received", "700");
            awaitTab(window, 1, "all seen", tab -> tab.unseen() == 0);

            second.kill();
            awaitTab(window, 2, "the second away", tab -> tab.sign() == SessionSign.RECONNECTING);
            publish(first, "plant.temp", 300);
            window.awaitTree("the first goes on", rows -> rows.messages()[0] == 1_000);
            assertThat(tabs(window).getFirst().sign()).isEqualTo(SessionSign.LIVE);
            assertThat(ui.find("state-banner")).isEmpty();
            second.restart();
            awaitTab(window, 2, "the second back", tab -> tab.sign() == SessionSign.LIVE);
            assertThat(tabs(window).getLast().alarm()).contains("is back after");
            publish(second, "office.door", 5);
            window.await("the second goes on, unseen", () -> received(window, 2) == 35);
            assertThat(received(window, 1)).isEqualTo(1_000);

            ui.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
            UiDriver.onFx(() -> {
                ui.wiring().connection().disconnect();
                return true;
            });
            awaitTab(window, 2, "the second left", tab -> tab.sign() == SessionSign.CLOSED);
            publish(first, "plant.temp", 1);
            window.await("the first goes on", () -> received(window, 1) == 1_001);
            ui.click("start-again-button");
            awaitTab(window, 2, "the second again", tab -> tab.sign() == SessionSign.LIVE);
        }
    }
}
