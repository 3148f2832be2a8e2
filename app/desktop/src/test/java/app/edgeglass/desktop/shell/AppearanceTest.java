package app.edgeglass.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceTest {

    @TempDir
    Path folder;

    private final SimpleObjectProperty<Boolean> systemDark = new SimpleObjectProperty<>(false);

    private Appearance open(SettingsStore store) {
        return new Appearance(
                store.section("appearance", AppearanceSettings.class, AppearanceSettings.DEFAULT), systemDark);
    }

    private SettingsStore store() {
        return SettingsStore.open(folder.resolve("s.json"), List.of(), Clock.systemUTC(), failure -> {});
    }

    @Test
    void followsTheSystemUntilThePersonChooses() {
        try (var store = store()) {
            var appearance = open(store);
            assertThat(appearance.darkProperty().get()).isFalse();
            systemDark.set(true);
            assertThat(appearance.darkProperty().get()).isTrue();

            appearance.switchTheme();
            assertThat(appearance.themeProperty().get()).isEqualTo(ThemeChoice.LIGHT);
            assertThat(appearance.darkProperty().get()).isFalse();
            systemDark.set(false);
            systemDark.set(true);
            assertThat(appearance.darkProperty().get()).as("chosen").isFalse();

            appearance.choose(ThemeChoice.SYSTEM);
            assertThat(appearance.darkProperty().get()).isTrue();
        }
    }

    @Test
    void zoomsInStepsWithinItsBounds() {
        try (var store = store()) {
            var appearance = open(store);
            appearance.zoomIn();
            assertThat(appearance.zoomProperty().get()).isEqualTo(110);
            for (int i = 0; i < 20; i++) {
                appearance.zoomIn();
            }
            assertThat(appearance.zoomProperty().get()).isEqualTo(200);
            for (int i = 0; i < 20; i++) {
                appearance.zoomOut();
            }
            assertThat(appearance.zoomProperty().get()).isEqualTo(80);
            appearance.zoomTo(4_000);
            assertThat(appearance.zoomProperty().get()).isEqualTo(200);
        }
    }

    @Test
    void survivesARestart() {
        try (var store = store()) {
            var appearance = open(store);
            appearance.choose(ThemeChoice.DARK);
            appearance.zoomTo(150);
        }
        try (var store = store()) {
            var appearance = open(store);
            assertThat(appearance.darkProperty().get()).isTrue();
            assertThat(appearance.zoomProperty().get()).isEqualTo(150);
        }
    }
}
