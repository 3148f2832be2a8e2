package app.edgeglass.desktop;

import static app.edgeglass.desktop.SessionsWindow.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.shell.session.SessionSign;
import app.edgeglass.desktop.shell.session.SessionTab;
import app.edgeglass.desktop.testing.UiDriver;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sessions in one window, each in a tab of its own, on real servers. */
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

    private static void awaitMessages(SubjectsWindow window, long messages) {
        window.awaitTree("a branch", rows -> rows.rowOf(rows.tree().find("plant")) >= 0);
        window.await(messages + " messages", () -> window.messages("plant") == messages);
    }

    @Test
    void twoServersAreLiveAtOnceAndOneGoesOnWithoutTheOther() {
        try (var first = TestServer.start(ServerVersion.NEWEST);
                var second = TestServer.start(ServerVersion.V2_10);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            window.connect(first.url());
            window.awaitSubscription(">");
            assertThat(ui.find("session-tabs")).isEmpty();
            ui.click("session-new-button");
            assertThat(window.focus()).isEqualTo("start-url");
            window.connect(second.url());
            window.awaitSubscription(">");

            publish(first, "plant.temp", 700);
            publish(second, "office.door", 30);
            window.awaitTree("the second's", rows -> rows.allSubjects() == 1);
            assertThat(window.counts()).containsExactly(Map.entry("office.door", 30L));
            sessions.awaitTab(1, "what came unseen", tab -> tab.unseen() == 700);
            ui.awaitText("session-tab-1-unseen", "700");
            ui.awaitText("status-received", "30");

            ui.click("session-tab-1");
            window.awaitTree("the first's", rows -> rows.allSubjects() == 1);
            assertThat(window.counts()).containsExactly(Map.entry("plant.temp", 700L));
            ui.awaitText("status-received", "700");
            sessions.awaitTab(1, "all seen", tab -> tab.unseen() == 0);

            second.kill();
            sessions.awaitTab(2, "the loss", tab -> tab.sign() == SessionSign.RECONNECTING);
            publish(first, "plant.temp", 300);
            window.awaitTree("the first goes on", rows -> rows.messages()[0] == 1_000);
            assertThat(sessions.tabs().getFirst().sign()).isEqualTo(SessionSign.LIVE);
            assertThat(ui.find("state-banner")).isEmpty();
            second.restart();
            sessions.awaitTab(2, "the return", tab -> tab.sign() == SessionSign.LIVE);
            sessions.awaitTab(2, "what was not seen", tab -> tab.alarm().contains("is back after"));
            publish(second, "office.door", 5);
            window.await("the second goes on, unseen", () -> sessions.received(2) == 35);
            assertThat(sessions.received(1)).isEqualTo(1_000);
            assertThat(window.session().session().gaps()).isEmpty();

            ui.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
            sessions.awaitTab(2, "no alarm any more", tab -> tab.alarm().isEmpty());
            ui.run("disconnect");
            ui.click("dialog-confirm-button");
            sessions.awaitTab(2, "the end", tab -> tab.sign() == SessionSign.CLOSED);
            publish(first, "plant.temp", 1);
            window.await("the first goes on", () -> sessions.received(1) == 1_001);
            ui.click("start-again-button");
            sessions.awaitTab(2, "a new session", tab -> tab.sign() == SessionSign.LIVE);
        }
    }

    @Test
    void aDuplicateHasAStateOfItsOwnAndIsClosedWithoutTheOther() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            window.connect(server.url());
            window.awaitSubscription(">");
            publish(server, "plant.temp", 10);
            awaitMessages(window, 10);
            window.clickRow("plant.temp");
            ui.press(KeyCode.CONTROL, KeyCode.PERIOD);

            ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            sessions.awaitShown(2);
            window.awaitOpen();
            window.awaitSubscription(">");
            assertThat(window.selected()).isEmpty();
            publish(server, "plant.temp", 4);
            // Each also sees what the other asks JetStream.
            awaitMessages(window, 4);
            assertThat(sessions.received(1)).isGreaterThanOrEqualTo(14);

            // What a closed tab held is let go of: nothing of the window holds on to it.
            var closed = new WeakReference<>(sessions.workspace(2));
            ui.press(KeyCode.CONTROL, KeyCode.W);
            sessions.awaitShown(1);
            assertThat(sessions.ids()).containsExactly(1);
            ui.awaitGone("session-tabs");
            assertThat(window.selected()).isEqualTo("plant.temp");
            assertThat(window.focus()).isEqualTo("subject-tree");
            assertThat(window.messages("plant")).isEqualTo(10);
            ui.press(KeyCode.CONTROL, KeyCode.PERIOD);
            awaitMessages(window, 14);
            await("the memory of a closed tab").atMost(UiDriver.PATIENCE).until(() -> {
                System.gc();
                return closed.get() == null;
            });

            ui.press(KeyCode.CONTROL, KeyCode.W);
            ui.node("start-url");
            assertThat(sessions.tabs())
                    .singleElement()
                    .satisfies(tab -> assertThat(tab.sign()).isEqualTo(SessionSign.EMPTY));
        }
    }

    @Test
    void everythingIsDoneByKeys() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            window.connect(server.url());
            window.awaitSubscription(">");
            for (int i = 0; i < 2; i++) {
                ui.press(KeyCode.CONTROL, KeyCode.N);
                window.connect(server.url());
                window.awaitSubscription(">");
            }
            sessions.awaitShown(3);
            publish(server, "plant.temp", 3);
            awaitMessages(window, 3);
            // In the tree and in the table these keys turn pages.
            assertThat(window.focus()).isEqualTo("subject-tree");
            ui.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
            sessions.awaitShown(1);
            ui.press(KeyCode.CONTROL, KeyCode.M);
            ui.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
            sessions.awaitShown(3);
            ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PAGE_UP);
            assertThat(sessions.ids()).containsExactly(1, 3, 2);
            ui.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
            sessions.awaitShown(1);
            assertThat(window.focus()).isEqualTo("message-table");

            // The tabs themselves: one stop of the Tab key, then arrows.
            UiDriver.onFx(() -> {
                ui.wiring().window().focusSessions();
                return true;
            });
            assertThat(window.focus()).isEqualTo("session-tab-1");
            ui.press(KeyCode.RIGHT);
            assertThat(window.focus()).isEqualTo("session-tab-3");
            ui.press(KeyCode.RIGHT);
            ui.press(KeyCode.RIGHT);
            assertThat(window.focus()).isEqualTo("session-tab-1");
            ui.press(KeyCode.DELETE);
            assertThat(sessions.ids()).containsExactly(3, 2);
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.type("127.0.0.1");
            ui.node("palette-field");
            ui.press(KeyCode.ESCAPE);

            // Esc leaves an empty tab, and it is gone.
            ui.press(KeyCode.CONTROL, KeyCode.N);
            assertThat(window.focus()).isEqualTo("start-url");
            assertThat(sessions.ids()).hasSize(3);
            ui.press(KeyCode.ESCAPE);
            assertThat(sessions.ids()).containsExactly(3, 2);
        }
    }

    @Test
    void thereIsOneLocalServerAndItIsNotTakenAwayWithoutAsking() {
        try (var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            ui.click("start-empty-server");
            window.awaitOpen();
            ui.press(KeyCode.CONTROL, KeyCode.N);
            ui.click("start-sample-edge-fleet");
            ui.awaitText("dialog-title", "The local server runs in");
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("dialog-title");
            sessions.awaitTab(1, "the first goes on", tab -> tab.sign() == SessionSign.LIVE);
            ui.click("start-sample-edge-fleet");
            ui.click("dialog-confirm-button");
            sessions.awaitTab(2, "the second", tab -> tab.sign() == SessionSign.LIVE);
            sessions.awaitTab(1, "the first has ended", tab -> tab.sign() == SessionSign.CLOSED);
            window.awaitTree("its world", rows -> rows.allSubjects() > 50);
            ui.run("go-local-server");
            ui.awaitText("local-server-world", "fleet");

            // A second look at the same server needs no second server.
            ui.run("go-subjects");
            ui.run("session-duplicate");
            sessions.awaitShown(3);
            sessions.awaitTab(3, "beside it", tab -> tab.sign() == SessionSign.LIVE);
            ui.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
            ui.press(KeyCode.CONTROL, KeyCode.W);
            ui.awaitText("dialog-sentence", "is deleted");
            ui.click("dialog-confirm-button");
            sessions.awaitTab(3, "without its server", tab -> tab.sign() == SessionSign.RECONNECTING);
        }
    }

    @Test
    void aProfileOpensWhatItAsksForInsteadOfWhatWasOpenLast() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var sessions = new SessionsWindow(window);
            window.connect(server.url());
            window.awaitSubscription(">");

            Profile plain = Profile.of(server.url());
            sessions.open(new Profile(
                    plain.id(),
                    "Alarms",
                    plain.look(),
                    plain.environment(),
                    plain.urls(),
                    plain.login(),
                    plain.tls(),
                    plain.link(),
                    plain.jetStream(),
                    List.of("plant.*.alarm", "line.>"),
                    false));
            window.awaitOpen();
            window.awaitSubscription("plant.*.alarm");
            window.awaitSubscription("line.>");
            List<String> open = UiDriver.onFx(() -> window.ui().wiring().subjects().subscriptions().items().stream()
                    .map(item -> item.subscription().pattern().text())
                    .toList());
            assertThat(open).containsExactly("plant.*.alarm", "line.>");
        }
    }

    @Test
    void productionIsSaidWhereverItMatters() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            var sessions = new SessionsWindow(window);
            var production = profile(server.url(), "Plant 7", ProfileColour.NONE, Environment.PRODUCTION);
            sessions.open(production);
            window.awaitOpen();
            ui.awaitText("environment-words", "Production: Plant 7");
            ui.run("publish");
            ui.awaitText("publish-send-button", "Publish to production");

            sessions.open(profile(server.url(), "Plant 7 (look)", ProfileColour.NONE, Environment.PRODUCTION)
                    .withReadOnly(true));
            window.awaitOpen();
            ui.awaitText("environment-read-only", "Read-only");
            ui.run("publish");
            ui.awaitText("publish-notice-label", "read-only");
            assertThat(ui.node("publish-send-button", Button.class).isDisabled())
                    .isTrue();
            assertThat(sessions.tabs().getLast().kind())
                    .isEqualTo(new SessionTab.Kind(ProfileColour.NONE, Environment.PRODUCTION, true));

            sessions.open(profile(server.url(), "Bench", ProfileColour.BLUE, Environment.DEVELOPMENT));
            window.awaitOpen();
            ui.awaitGone("environment-strip");
            ui.run("publish");
            ui.awaitText("publish-send-button", "Publish");
            assertThat(ui.text("publish-send-button")).isEqualTo("Publish");
            ui.click("session-tab-1");
            ui.awaitText("environment-words", "Production: Plant 7");
            var tab = ui.node("session-tab-1");
            assertThat(Objects.requireNonNull(UiDriver.onFx(tab::getAccessibleText)))
                    .contains("Plant 7", "Live", "production");
        }
    }
}
