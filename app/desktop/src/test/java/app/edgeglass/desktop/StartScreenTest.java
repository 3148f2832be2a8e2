package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.edgeglass.desktop.testing.UiDriver;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screens of a window that is connected to nothing: where to connect, and how the local server starts. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class StartScreenTest {

    @TempDir
    private Path home;

    private UiDriver ui;

    @BeforeEach
    void open() {
        ui = UiDriver.open(home);
    }

    @AfterEach
    void close() {
        ui.close();
    }

    private void go(String screen) {
        UiDriver.onFx(() -> {
            ui.wiring().navigation().go(screen);
            return screen;
        });
        ui.settle();
    }

    /** The labels whose words do not all stand on the screen. */
    private List<String> cutOff(String id) {
        Node root = ui.node(id);
        return UiDriver.onFx(() -> {
            var cut = new ArrayList<String>();
            collect(root, cut);
            return cut;
        });
    }

    private static void collect(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Label label && label.lookup(".text") instanceof Text shown) {
            if (!shown.getText().replaceAll("\\s", "").equals(label.getText().replaceAll("\\s", ""))) {
                cut.add(label.getText());
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    @Test
    void inASmallWindowNoSentenceIsCutOff() {
        ui.node("start-sample-edge-fleet");
        ui.resize(1024, 640);
        ui.settle();
        assertThat(cutOff("start-page")).isEmpty();
        UiDriver.onFx(() -> {
            ui.wiring().appearance().zoomTo(150);
            return true;
        });
        ui.settle();
        assertThat(cutOff("start-page")).isEmpty();
    }

    @Test
    void withoutSamplesTheOneEntryHasTheHeightOfItsWords() {
        ui.node("start-sample-edge-fleet");
        double usual = ui.bounds("start-empty-server").getHeight();
        UiDriver.onFx(() -> {
            ui.wiring().subjects().start().offer(List.of());
            return true;
        });
        ui.resize(1024, 640);
        ui.settle();
        assertThat(ui.bounds("start-empty-server").getHeight())
                .isCloseTo(usual, within(1.0))
                .isBetween(40.0, 80.0);
        assertThat(cutOff("start-page")).isEmpty();
    }

    @Test
    void inASmallWindowTheSettingsCanStillBeClosed() {
        ui.resize(1024, 640);
        ui.run("settings");
        ui.settle();
        assertThat(ui.bounds("settings-close-button").getMaxY())
                .isLessThan(ui.bounds("status-bar").getMaxY());
        assertThat(ui.bounds("settings").getHeight()).isLessThan(640);
        ui.click("settings-close-button");
        ui.awaitGone("settings");
    }

    @Test
    void aPortThatIsTakenCanBeLeftWithOneButton() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            go("local-server");
            ui.fill("local-server-next-port", "70000");
            ui.awaitText("local-server-next-note", "65535");
            ui.fill("local-server-next-port", Integer.toString(taken.getLocalPort()));
            ui.click("local-server-start-empty");
            ui.awaitText("local-server-start-trouble", Integer.toString(taken.getLocalPort()));

            go("subjects");
            ui.awaitText("start-failure", Integer.toString(taken.getLocalPort()));
            ui.click("start-remedy-any-port");
            ui.await("a session", () -> ui.wiring().connection().openProperty().get() != null);
        }
        UiDriver.onFx(() -> {
            ui.wiring().connection().disconnect();
            return true;
        });
        go("local-server");
        assertThat(ui.node("local-server-next-port", TextField.class).getText()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeUsedCanBeLeftForATemporaryOne() throws Exception {
        Path file = Files.writeString(home.resolve("a file"), "");
        ui.close();
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config").resolve("settings.json"),
                "{\"version\": 1, \"local-server\": {\"folder\": \"" + file + "\"}}");
        ui = UiDriver.open(home);
        ui.click("start-empty-server");
        ui.awaitText("start-failure", file.toString());
        ui.node("start-remedy-folder");
        ui.click("start-remedy-temporary");
        ui.await("a session", () -> ui.wiring().connection().openProperty().get() != null);
    }
}
