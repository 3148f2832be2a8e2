package app.edgeglass.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoriesTest {

    @Test
    void theFolderAskedForComesFirst() {
        var directories = Directories.choose(
                Optional.of(Path.of("/a/asked")), Map.of(Directories.HOME_VARIABLE, "/from/environment"));

        assertThat(directories.config()).isEqualTo(Path.of("/a/asked/config"));
        assertThat(directories.logs()).isEqualTo(Path.of("/a/asked/logs"));
    }

    @Test
    void thenTheEnvironment() {
        var directories = Directories.choose(Optional.empty(), Map.of(Directories.HOME_VARIABLE, "/from/environment"));

        assertThat(directories.data()).isEqualTo(Path.of("/from/environment/data"));
    }

    @Test
    void thenThePlatform() {
        var directories = Directories.choose(Optional.empty(), Map.of(Directories.HOME_VARIABLE, " "));

        assertThat(directories.config().toString()).containsIgnoringCase("edgeglass");
        assertThat(directories.config()).isAbsolute();
        assertThat(directories.cache()).isNotEqualTo(directories.config());
        assertThat(directories.logs()).isNotEqualTo(directories.data());
    }
}
