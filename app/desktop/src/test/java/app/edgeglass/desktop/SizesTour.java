package app.edgeglass.desktop;

import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the Subjects screen on small and on large screens, and zoomed, for whoever changes it to look at:
 * {@code EDGEGLASS_SCREEN=1920x1080 packaging/pictures -Dtest=SizesTour}, in app/desktop/target/pictures.
 */
@Tag("pictures")
class SizesTour {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"1024, 640, 100", "1440, 900, 150", "1920, 1080, 100"})
    void subjects(int width, int height, int zoom) {
        try (var ui = UiDriver.open(home)) {
            ui.resize(width, height);
            UiDriver.onFx(() -> {
                ui.wiring().appearance().zoomTo(zoom);
                ui.wiring().connection().startLocal("edge-fleet");
                return true;
            });
            ui.await("subjects", () -> {
                var rows = ui.wiring().subjects().tree().rowsProperty().get();
                return rows != null && rows.allSubjects() > 150;
            });
            UiDriver.onFx(() -> {
                ui.wiring().subjects().tree().reveal("site.houston");
                return true;
            });
            String name = width + "x" + height + "-" + zoom;
            ui.screenshot(Path.of("target/pictures", name + ".png"));
            ui.run("publish");
            ui.screenshot(Path.of("target/pictures", name + "-publish.png"));
            ui.takeErrors();
        }
    }
}
