package app.edgeglass.core.connection.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedSessionsTest {

    @Test
    void opensWhatWasOpenThenWhatConnectsByItselfEachOnce(@TempDir Path folder) {
        Path file = folder.resolve("settings.json");
        try (var settings = SettingsStore.open(file, List.of(), Clock.systemUTC(), problem -> {})) {
            settings.section(RememberedSessions.SECTION, RememberedSessions.class, RememberedSessions.DEFAULT)
                    .update(before -> before.withOpen(List.of("c", "a", "c"))
                            .withAutoConnect("a", true)
                            .withAutoConnect("b", true));
        }
        try (var settings = SettingsStore.open(file, List.of(), Clock.systemUTC(), problem -> {})) {
            RememberedSessions kept = settings.section(
                            RememberedSessions.SECTION, RememberedSessions.class, RememberedSessions.DEFAULT)
                    .get();
            assertThat(kept.atStart()).containsExactly("c", "a", "b");
            assertThat(kept.withRestore(false).atStart()).containsExactly("a", "b");
            assertThat(kept.connectsByItself("c")).isFalse();
            assertThat(kept.without("a").atStart()).containsExactly("c", "b");
            assertThat(kept.withAutoConnect("b", false).atStart()).containsExactly("c", "a");
        }
    }
}
