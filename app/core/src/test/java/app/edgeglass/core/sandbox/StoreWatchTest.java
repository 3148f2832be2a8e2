package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreWatchTest {

    @TempDir
    private Path folder;

    private final ServerLog log = new ServerLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[7] 2026/11/22 23:56:40.895566 [ERR] JetStream file resource limits exceeded for server",
                "[7] 2026/11/22 23:56:40.895566 [ERR] JetStream resource limits exceeded for server",
                "[7] 2026/11/23 00:07:21.915504 [ERR] JetStream failed to store a msg on stream '$G > X': write"
                        + " /s/1.blk: no space left on device",
            })
    void theServersOwnWordsAreTold(String line) {
        var watch = new StoreWatch(folder, log);
        log.add("[7] 2026/11/22 23:56:40.895566 [INF] Server is ready", 0);
        watch.look();
        assertThat(watch.trouble()).isEmpty();

        log.add(line, 0);
        log.add("[7] 2026/11/22 23:56:41.895566 [INF] Something else", 0);
        watch.look();
        Failure told = watch.trouble().orElseThrow();
        assertThat(told.key()).isEqualTo("sandbox.cannot-store");
        assertThat(told.sentence()).contains(line.substring(line.indexOf("] J") + 2));
        assertThat(told.remedy()).contains(folder.toString());

        watch.look();
        assertThat(watch.trouble()).as("it lasts").contains(told);
    }

    @Test
    void aFolderThatIsGoneIsNoTrouble() {
        var watch = new StoreWatch(folder.resolve("gone"), log);
        watch.look();
        assertThat(watch.trouble()).isEmpty();
    }
}
