package app.edgeglass.desktop;

import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real window through its screens, on a sample world, and writes docs/pictures. */
@Tag("pictures")
class PicturesTour {

    private static final Path OUT = Path.of("../../docs/pictures");
    private static final String SENSOR = "site.houston.device.04.temp";
    private static final String COMMAND = "site.ulsan.device.07.cmd";
    private static final int SUBJECTS = 360;
    private static final int MESSAGES = 12;

    @TempDir
    Path home;

    @Test
    void aServerWithoutTraffic() {
        try (var ui = UiDriver.open(home.resolve("quiet"))) {
            ui.resize(1440, 900);
            UiDriver.onFx(() -> {
                ui.wiring().connection().startLocal("");
                return true;
            });
            ui.await(
                    "an open session",
                    () -> ui.wiring().connection().openProperty().get() != null);
            ui.awaitText("subject-tree", "Nothing");
            picture(ui, "no-traffic");
        }
    }

    @Test
    void tour() {
        try (var ui = UiDriver.open(home)) {
            ui.resize(1440, 900);
            ui.node("start-url");
            picture(ui, "start");
            UiDriver.onFx(() -> {
                ui.wiring().connection().startLocal("edge-fleet");
                return true;
            });
            ui.await(
                    "an open session",
                    () -> ui.wiring().connection().openProperty().get() != null);
            // Several times the driver's patience: each look is one of its own.
            for (int i = 0; i < 4; i++) {
                awaitQuietly(ui);
            }
            reveal(ui, SENSOR);
            for (int i = 0; i < 3; i++) {
                awaitMessages(ui);
            }
            picture(ui, "subjects-light");
            ui.run("theme-dark");
            picture(ui, "subjects-dark");
            ui.run("theme-light");
            ui.run("message-diff");
            ui.node("diff-summary");
            picture(ui, "message-diff");
            ui.run("message-details");
            reveal(ui, COMMAND);
            ui.run("publish");
            ui.fill("publish-subject-field", COMMAND);
            ui.click("publish-mode-request");
            ui.click("publish-format-json");
            ui.click("publish-body-editor");
            ui.type("{\"id\": 7, \"command\": \"read-status\"}");
            ui.press(KeyCode.CONTROL, KeyCode.ENTER);
            ui.awaitText("publish-result-label", "repl");
            picture(ui, "publish-reply");
            ui.press(KeyCode.CONTROL, KeyCode.K);
            ui.type("temp");
            ui.settle();
            picture(ui, "palette");
            ui.press(KeyCode.ESCAPE);
            ui.run("go-local-server");
            ui.settle();
            picture(ui, "local-server");
            ui.run("go-subjects");
            kill(ui);
            ui.awaitText("state-banner-sentence", "lost");
            picture(ui, "disconnected");
            ui.takeErrors();
        }
    }

    private static void picture(UiDriver ui, String name) {
        ui.settle();
        ui.screenshot(OUT.resolve(name + ".png"));
    }

    private static void reveal(UiDriver ui, String subject) {
        UiDriver.onFx(() -> {
            ui.wiring().subjects().tree().reveal(subject);
            return true;
        });
    }

    private static void awaitQuietly(UiDriver ui) {
        TreeRows rows = ui.wiring().subjects().tree().rowsProperty().get();
        if (rows == null || rows.allSubjects() < SUBJECTS) {
            int before = rows == null ? 0 : rows.allSubjects();
            ui.await("more subjects", () -> {
                TreeRows now = ui.wiring().subjects().tree().rowsProperty().get();
                return now != null && now.allSubjects() >= Math.min(SUBJECTS, before + 100);
            });
        }
    }

    private static void awaitMessages(UiDriver ui) {
        int before = messages(ui);
        ui.await("messages of the sensor", () -> messages(ui) >= Math.min(MESSAGES, before + 2));
    }

    private static int messages(UiDriver ui) {
        var rows = ui.wiring().subjects().messages().rowsProperty().get();
        return rows == null ? 0 : rows.size();
    }

    private static void kill(UiDriver ui) {
        LocalWorld world = Objects.requireNonNull(
                        ui.wiring().connection().openProperty().get())
                .world()
                .orElseThrow();
        ProcessHandle.of(world.server().pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
}
