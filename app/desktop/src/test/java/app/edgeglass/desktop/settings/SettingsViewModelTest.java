package app.edgeglass.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.desktop.settings.SettingsViewModel.Field;
import app.edgeglass.desktop.shell.Appearance;
import app.edgeglass.desktop.shell.AppearanceSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class SettingsViewModelTest {

    private static final long MIB = 1L << 20;

    private static final SettingsViewModel.Published NOTHING_PUBLISHED = new SettingsViewModel.Published() {
        @Override
        public boolean isRemembered() {
            return true;
        }

        @Override
        public void remember(boolean wanted) {}

        @Override
        public int count() {
            return 0;
        }

        @Override
        public void forget() {}
    };

    private static final SettingsViewModel.Start AS_EVER = new SettingsViewModel.Start() {
        @Override
        public AtStart atStart() {
            return AtStart.LAST;
        }

        @Override
        public void choose(AtStart choice) {}
    };

    @TempDir
    private Path folder;

    private SettingsStore store;

    @BeforeEach
    void open() {
        store = SettingsStore.open(folder.resolve("s.json"), List.of(), Clock.systemUTC(), failure -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SettingsViewModel model(long memoryOfProgram) {
        return new SettingsViewModel(
                new Appearance(
                        store.section("appearance", AppearanceSettings.class, AppearanceSettings.DEFAULT),
                        new SimpleObjectProperty<>(false)),
                store.section("memory", MemorySettings.class, MemorySettings.DEFAULT),
                Directories.choose(Optional.of(folder), Map.of()),
                memoryOfProgram,
                NOTHING_PUBLISHED,
                AS_EVER);
    }

    @Test
    void whereThereIsRoomEverythingIsAsItIsSet() {
        var model = model(4096 * MIB);
        for (Field field : Field.values()) {
            assertThat(model.cutTo(field)).as("%s", field).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsCutAsTheConnectionCutsIt() {
        var model = model(512 * MIB);
        Budget gets = SettingsViewModel.inEffect(MemorySettings.DEFAULT, 512 * MIB);
        assertThat(gets.total()).isLessThanOrEqualTo(256 * MIB);
        assertThat(model.cutTo(Field.LOG)).hasValue(gets.logBytes());
        assertThat(model.cutTo(Field.VALUES)).hasValue(gets.lastBytes());
        assertThat(model.cutTo(Field.TREE)).hasValue(gets.treeBytes());

        model.change(Field.LOG, 64 * MIB);
        model.change(Field.TREE, 128 * MIB);
        assertThat(model.cutTo(Field.LOG)).isEmpty();
        assertThat(model.cutTo(Field.TREE)).isEmpty();
    }

    @Test
    void noMoreIsOfferedThanFitsBesideTheOthers() {
        var model = model(1024 * MIB);
        assertThat(model.choices(Field.LOG)).containsExactly(16 * MIB, 32 * MIB, 64 * MIB, 128 * MIB, 256 * MIB);
        assertThat(model.choices(Field.TREE)).containsExactly(16 * MIB, 32 * MIB, 64 * MIB, 128 * MIB, 192 * MIB);
        model.change(Field.LOG, 16 * MIB);
        assertThat(model.choices(Field.TREE)).contains(256 * MIB).doesNotContain(512 * MIB);
        for (Field field : Field.values()) {
            for (long offered : model.choices(field)) {
                long before = model.wanted(field);
                model.change(field, offered);
                assertThat(model.cutTo(field)).as("%s at %s", field, offered).isEmpty();
                model.change(field, before);
            }
        }
    }

    @Test
    void whatIsSetIsOfferedAlsoWhenItDoesNotFit() {
        assertThat(model(256 * MIB).choices(Field.LOG)).containsExactly(256 * MIB);
    }
}
