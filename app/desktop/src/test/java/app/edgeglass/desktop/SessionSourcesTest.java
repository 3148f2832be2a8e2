package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.shell.notice.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSourcesTest {

    @TempDir
    private Path home;

    /** As whoever mistypes one on the command line wants it. */
    @Test
    void aContextThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        var sources = new SessionSources(
                ProfileStore.open(home.resolve("profiles.json"), new MemorySecrets(), Clock.systemUTC(), failure -> {}),
                CliContexts.of(Map.of("XDG_CONFIG_HOME", home.toString()), home),
                new Notices(Clock.systemUTC()));

        assertThat(refusal(sources).key()).isEqualTo("options.no-context");

        Path folder = Files.createDirectories(home.resolve("nats/context"));
        Files.writeString(folder.resolve("hub.json"), "{\"url\": \"nats://hub.example\"}");
        assertThat(refusal(sources).sentence()).contains("hup", "hub", folder.toString());
        assertThat(sources.context("hub").name()).isEqualTo("hub");
    }

    private static Failure refusal(SessionSources sources) {
        return catchThrowableOfType(
                Failure.class, () -> sources.context("hup").lookUp().call());
    }
}
