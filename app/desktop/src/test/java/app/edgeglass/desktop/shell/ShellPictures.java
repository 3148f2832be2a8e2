package app.edgeglass.desktop.shell;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the window's own parts, to be looked at. */
@Tag("pictures")
class ShellPictures {

    private static final Path OUT = Path.of("target/pictures");

    @TempDir
    Path home;

    @Test
    void tour() {
        try (var ui = UiDriver.open(home)) {
            ui.resize(1440, 900);
            ui.screenshot(OUT.resolve("empty-light.png"));
            UiDriver.onFx(() -> {
                var w = ui.wiring();
                w.status().setSession(new SessionStatus(Tone.GOOD, "Plant 7", "plant7-edge-1:4222", "Live", "0.4 ms"));
                w.status().setRates(12_345, 3_400_000, 4, 512);
                w.status().setMemory(120L << 20, 256L << 20);
                w.status()
                        .setCounters(List.of(
                                new Counter("received", "Received", 1_234_567, Tone.PLAIN, "All"),
                                new Counter("evicted", "Evicted", 1_023, Tone.WARNING, "Gone")));
                w.notices().info("The connection is back after 12 s.", "What was published meanwhile is missing here.");
                w.notices()
                        .warning("Messages come faster than Edgeglass takes them.", "Subscribe to a narrower subject.");
                for (int i = 0; i < 25_000; i++) {
                    w.notices().failed(Failure.of("url.host", "nats://"));
                }
                return w;
            });
            ui.await("toasts", () -> ui.wiring().window().stage().getScene().lookup(".eg-toast") != null);
            ui.screenshot(OUT.resolve("toasts-light.png"));
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.screenshot(OUT.resolve("palette-light.png"));
            ui.type("theme");
            ui.screenshot(OUT.resolve("palette-typed-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.press(KeyCode.F1);
            ui.screenshot(OUT.resolve("shortcuts-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.click("notices-button");
            ui.screenshot(OUT.resolve("notices-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.click("settings-button");
            ui.screenshot(OUT.resolve("settings-light.png"));
            ui.press(KeyCode.ESCAPE);
            UiDriver.onFx(() -> {
                ui.wiring()
                        .dialogs()
                        .confirm(
                                new app.edgeglass.desktop.shell.dialog.Confirmation(
                                        "Clear the message log?",
                                        "1,234,567 messages of 360 subjects are removed from this window. The server"
                                                + " keeps what it has.",
                                        "Clear 1,234,567 messages",
                                        true),
                                () -> {});
                return 1;
            });
            ui.screenshot(OUT.resolve("confirm-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.click("session-chip");
            ui.screenshot(OUT.resolve("session-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.click("theme-button");
            ui.screenshot(OUT.resolve("main-dark.png"));
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.type("zo");
            ui.screenshot(OUT.resolve("palette-dark.png"));
            ui.press(KeyCode.ESCAPE);
            ui.click("notices-button");
            ui.screenshot(OUT.resolve("notices-dark.png"));
            ui.press(KeyCode.ESCAPE);
            for (int i = 0; i < 3; i++) {
                ui.press(KeyCode.CONTROL, KeyCode.EQUALS);
            }
            ui.screenshot(OUT.resolve("zoom-dark.png"));
            ui.press(KeyCode.ESCAPE);
            ui.resize(1024, 640);
            ui.screenshot(OUT.resolve("small-zoom-dark.png"));
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.screenshot(OUT.resolve("small-palette-dark.png"));
            ui.press(KeyCode.ESCAPE);
            ui.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            ui.click("theme-button");
            ui.screenshot(OUT.resolve("small-light.png"));
            ui.click("settings-button");
            ui.screenshot(OUT.resolve("small-settings-light.png"));
            ui.press(KeyCode.ESCAPE);
            ui.press(KeyCode.F1);
            ui.screenshot(OUT.resolve("small-shortcuts-light.png"));
        }
    }
}
