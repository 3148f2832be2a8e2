package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is closed and opened again. */
class RestartTest {

    @TempDir
    Path home;

    private static void publish(TestServer server) {
        try (var client = new PlainClient(server.port())) {
            for (int i = 0; i < 60; i++) {
                client.publish("plant." + i + ".temp", "1");
            }
            client.publish("plant.7.deep.below", "1");
            client.publish("office.door", "1");
            client.flush();
        }
    }

    @Test
    void whatWasOpenOnAServerIsOpenAgainThere() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            try (var window = SubjectsWindow.open(home)) {
                var ui = window.ui();
                window.connect(server.url());
                window.awaitSubscription(">");
                for (String pattern : new String[] {"plant.>", "office.door"}) {
                    ui.fill("subscription-pattern", pattern);
                    ui.press(KeyCode.ENTER);
                    window.awaitSubscription(pattern);
                }
                ui.click("subscription-1-remove-button");
                ui.click("subscription-3-toggle");
                ui.awaitText("subscription-3-toggle", "office.door");
                window.await(
                        "one that is switched off",
                        () -> !window.session().feed().subscriptions().getLast().isEnabled());
                publish(server);
                window.awaitTree("subjects", rows -> rows.allSubjects() == 61);
                ui.run("subjects-close-all");
                window.clickRow("plant");
                ui.press(KeyCode.RIGHT);
                window.awaitTree("an open branch", rows -> rows.size() > 50);
                window.clickRow("plant.7");
                ui.press(KeyCode.RIGHT);
                window.awaitTree("another", rows -> rows.rowOf(rows.tree().find("plant.7.deep")) > 0);
                ui.run("theme-dark");
            }
            try (var window = SubjectsWindow.open(home)) {
                var ui = window.ui();
                assertThat(ui.wiring().appearance().darkProperty().get()).isTrue();
                assertThat(ui.text("start-url")).isEqualTo(server.url());
                ui.click("start-connect-button");
                window.awaitOpen();
                window.awaitSubscription("plant.>");
                assertThat(window.session().feed().subscriptions())
                        .extracting(one -> one.pattern().text() + " " + one.isEnabled())
                        .containsExactly("plant.> true", "office.door false");
                publish(server);
                window.awaitTree("subjects", rows -> rows.allSubjects() == 61);
                window.awaitTree(
                        "the open branch", rows -> rows.rowOf(rows.tree().find("plant.7.deep")) > 0);
                window.awaitTree(
                        "and the closed ones", rows -> rows.rowOf(rows.tree().find("plant.8.temp")) < 0);
                assertThat(window.messages("plant")).isEqualTo(61);
            }
        }
    }

    @Test
    void oneCanLookForAnotherServerAndStayOnThisOne() {
        try (var server = TestServer.start(ServerVersion.V2_10);
                var other = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            window.connect(server.url());
            window.awaitSubscription(">");
            publish(server);
            window.awaitTree("subjects", rows -> rows.allSubjects() == 62);
            var session = window.session();

            ui.press(KeyCode.CONTROL, KeyCode.N);
            assertThat(window.focus()).isEqualTo("start-url");
            ui.fill("start-url", "http://wrong");
            ui.press(KeyCode.ENTER);
            ui.awaitText("start-failure", "http://wrong");
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("start-page");
            assertThat(window.session()).isEqualTo(session);
            assertThat(window.tree().allSubjects()).isEqualTo(62);

            ui.press(KeyCode.CONTROL, KeyCode.N);
            ui.fill("start-url", other.url());
            ui.press(KeyCode.ENTER);
            ui.awaitText("status-server", other.url());
            window.awaitSubscription(">");
            assertThat(window.session()).isNotEqualTo(session);
            assertThat(window.session().feed().counters().received()).isZero();
            window.awaitTree("an empty tree", rows -> rows.allSubjects() == 0);
        }
    }
}
