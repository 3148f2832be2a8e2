package app.edgeglass.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.testing.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window, driven by mouse and keys. */
class WindowTest {

    @TempDir
    Path home;

    private static double fontSize(UiDriver ui) {
        var label = ui.node("status-server", Labeled.class);
        return UiDriver.onFx(() -> label.getFont().getSize());
    }

    private static boolean dark(UiDriver ui) {
        return UiDriver.onFx(() -> ui.wiring().appearance().darkProperty().get());
    }

    @Test
    void thePaletteFindsAndRuns() {
        try (var ui = UiDriver.open(home)) {
            assertThat(dark(ui)).isFalse();
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.node("palette-field");
            ui.type("dark th");
            ui.press(KeyCode.ENTER);
            ui.awaitGone("palette-field");
            assertThat(dark(ui)).isTrue();

            ui.click("palette-button");
            ui.node("palette-field");
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("palette-field");
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.awaitGone("palette-field");
        }
    }

    @Test
    void zoomsByKeysAndByTheSettings() {
        try (var ui = UiDriver.open(home)) {
            double usual = fontSize(ui);
            ui.press(KeyCode.CONTROL, KeyCode.EQUALS);
            ui.await("larger", () -> ui.wiring().appearance().zoomProperty().get() == 110);
            ui.settle();
            assertThat(fontSize(ui)).isGreaterThan(usual * 1.05);
            ui.press(KeyCode.CONTROL, KeyCode.MINUS);
            ui.press(KeyCode.CONTROL, KeyCode.MINUS);
            ui.await("smaller", () -> ui.wiring().appearance().zoomProperty().get() == 90);
            ui.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            ui.await("usual", () -> ui.wiring().appearance().zoomProperty().get() == 100);
            ui.settle();
            assertThat(fontSize(ui)).isEqualTo(usual);

            ui.press(KeyCode.CONTROL, KeyCode.COMMA);
            ui.click("settings-theme-dark");
            assertThat(dark(ui)).isTrue();
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("settings");
        }
    }

    @Test
    void aRestartBringsEverythingBack() {
        try (var ui = UiDriver.open(home)) {
            ui.resize(1100, 700);
            ui.click("theme-button");
            ui.press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        try (var ui = UiDriver.open(home)) {
            assertThat(dark(ui)).isTrue();
            assertThat(UiDriver.onFx(
                            () -> ui.wiring().appearance().zoomProperty().get()))
                    .isEqualTo(110);
            var stage = ui.wiring().window().stage();
            assertThat(UiDriver.onFx(stage::getWidth)).isEqualTo(1100);
            assertThat(UiDriver.onFx(stage::getHeight)).isEqualTo(700);
        }
    }

    @Test
    void aWindowThatWouldBeOutOfSightComesBackIntoSight() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/settings.json"),
                "{\"version\":1,\"window\":{\"x\":-9000,\"y\":70000,\"width\":900,\"height\":600}}");
        try (var ui = UiDriver.open(home)) {
            var stage = ui.wiring().window().stage();
            assertThat(UiDriver.onFx(stage::getX)).isBetween(-1.0, 1440.0);
            assertThat(UiDriver.onFx(stage::getY)).isBetween(-1.0, 900.0);
        }
    }

    @Test
    void damagedSettingsAreSaidAndKept() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/settings.json"), "{ not json");
        try (var ui = UiDriver.open(home)) {
            ui.awaitText("toasts", "damaged");
            ui.awaitText("notices-badge", "1");
            ui.click("notices-button");
            ui.awaitText("notices-list", "settings.json.damaged-");
            ui.press(KeyCode.ESCAPE);
            ui.awaitGone("notices");
            ui.awaitGone("notices-badge");
        }
        try (Stream<Path> files = Files.list(home.resolve("config"))) {
            assertThat(files.filter(file -> file.toString().contains("damaged")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("{ not json"));
        }
    }

    @Test
    void aStormOfNoticesIsOneRowAndTheWindowStaysAwake() {
        try (var ui = UiDriver.open(home)) {
            for (int i = 0; i < 25_000; i++) {
                ui.wiring().notices().failed(Failure.of("url.empty"));
            }
            ui.awaitText("toasts", "25,000");
            ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            ui.awaitText("notices-list", "25,000");
            ui.click("notices-clear-button");
            ui.awaitText("notices-list", "Nothing to report");
        }
    }

    @Test
    void aBugIsToldOnceAndLogged() {
        try (var ui = UiDriver.open(home)) {
            UiDriver.onFx(() -> {
                Thread.currentThread()
                        .getUncaughtExceptionHandler()
                        .uncaughtException(Thread.currentThread(), new IllegalStateException("on purpose"));
                return true;
            });
            ui.awaitText("toasts", "Something went wrong");
            assertThat(ui.takeErrors()).singleElement().asString().contains("on purpose", "\tat ");
        }
    }

    @Test
    void whatDestroysIsNotTheUsualAnswer() {
        try (var ui = UiDriver.open(home)) {
            var cleared = new AtomicInteger();
            Runnable ask = () -> ui.wiring()
                    .dialogs()
                    .confirm(
                            new Confirmation("Clear?", "4 messages go.", "Clear 4 messages", true),
                            cleared::incrementAndGet);
            UiDriver.onFx(() -> {
                ask.run();
                return true;
            });
            ui.awaitText("dialog-sentence", "4 messages go.");
            ui.press(KeyCode.ENTER);
            ui.awaitGone("dialog-title");
            assertThat(cleared).hasValue(0);

            UiDriver.onFx(() -> {
                ask.run();
                return true;
            });
            ui.click("dialog-confirm-button");
            ui.awaitGone("dialog-title");
            assertThat(cleared).hasValue(1);
        }
    }

    @Test
    void theFocusStaysInADialogAndGoesBack() {
        try (var ui = UiDriver.open(home)) {
            ui.click("settings-button");
            for (int i = 0; i < 8; i++) {
                ui.press(KeyCode.TAB);
                assertThat(UiDriver.onFx(() -> {
                            var owner = ui.wiring().window().stage().getScene().getFocusOwner();
                            return owner != null && owner.getScene() != null && inside(owner, "settings");
                        }))
                        .as("after %d tabs", i + 1)
                        .isTrue();
            }
            ui.press(KeyCode.ESCAPE);
            ui.await(
                    "the focus back",
                    () -> ui.wiring()
                            .window()
                            .stage()
                            .getScene()
                            .getFocusOwner()
                            .getId()
                            .equals("settings-button"));
        }
    }

    private static boolean inside(javafx.scene.Node node, String id) {
        for (javafx.scene.Node n = node; n != null; n = n.getParent()) {
            if (id.equals(n.getId())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyShortcutIsInTheOverview() {
        try (var ui = UiDriver.open(home)) {
            ui.press(KeyCode.F1);
            ui.awaitText("shortcuts", "Ctrl+K");
            UiDriver.onFx(() -> ui.wiring().actions().all().stream()
                            .filter(action -> !action.shortcuts().isEmpty())
                            .toList())
                    .forEach(action -> ui.awaitText("shortcuts", action.title()));
            ui.click("shortcuts-close-button");
            ui.awaitGone("shortcuts");
        }
    }

    @Test
    void fitsASmallScreenAtAnySize() {
        try (var ui = UiDriver.open(home)) {
            ui.resize(1024, 640);
            UiDriver.onFx(() -> {
                ui.wiring().status().setSession(new SessionStatus(Tone.GOOD, "Plant 7", "edge-1:4222", "Live", "1 ms"));
                ui.wiring().status().setRates(123_456, 1 << 24, 123_456, 1 << 24);
                ui.wiring().status().setMemory(120L << 20, 256L << 20);
                return true;
            });
            for (int zoom : new int[] {100, 150, 200}) {
                UiDriver.onFx(() -> {
                    ui.wiring().appearance().zoomTo(zoom);
                    return true;
                });
                ui.settle();
                for (String id : new String[] {"session-chip", "palette-button", "settings-button", "status-server"}) {
                    var bounds = ui.bounds(id);
                    assertThat(bounds.getMinX()).as("%s at %d %%", id, zoom).isGreaterThanOrEqualTo(0);
                    assertThat(bounds.getMaxX()).as("%s at %d %%", id, zoom).isLessThanOrEqualTo(1024);
                    assertThat(bounds.getMaxY()).as("%s at %d %%", id, zoom).isLessThanOrEqualTo(640);
                }
            }
        }
    }
}
