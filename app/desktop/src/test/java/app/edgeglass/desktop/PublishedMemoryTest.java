package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class PublishedMemoryTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("settings.json");
    }

    /** One run of the program. */
    private interface Run {
        void with(PublishedMemory memory, PublishHistory history);
    }

    private void run(Run run) throws IOException {
        try (var store = SettingsStore.open(file, List.of(), Clock.systemUTC(), failure -> {})) {
            var section = store.section("publish", PublishSettings.class, PublishSettings.DEFAULT);
            var history = new PublishHistory(new PublishSettings.Store(section));
            run.with(new PublishedMemory(section, history), history);
        }
    }

    private static void send(PublishHistory history, String body) {
        history.add(Instant.EPOCH, new Composition("a.b", "", List.of(), BodyFormat.TEXT, body, null), null);
    }

    private String written() throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void isKeptOverTheEndUnlessThePersonDoesNotWantIt() throws IOException {
        run((memory, history) -> {
            assertThat(memory.isRemembered()).isTrue();
            send(history, "pass-one");
        });
        assertThat(written()).contains("pass-one");
        run((memory, history) -> {
            assertThat(memory.count()).isOne();
            memory.remember(false);
            send(history, "pass-two");
            assertThat(memory.count()).as("in this run").isEqualTo(2);
        });
        assertThat(written()).doesNotContain("pass-");
        run((memory, history) -> {
            assertThat(memory.isRemembered()).isFalse();
            assertThat(memory.count()).isZero();
            send(history, "pass-three");
            memory.remember(true);
        });
        assertThat(written()).contains("pass-three");
    }

    @Test
    void whatIsForgottenIsInTheFileNoMore() throws IOException {
        run((memory, history) -> send(history, "pass-one"));
        run((memory, history) -> memory.forget());
        assertThat(written()).doesNotContain("pass-one");
    }
}
