package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.desktop.shell.action.Shortcuts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keys have other names on other platforms, so words leave a place for them. */
class ShortcutWordsTest {

    private static final Path WORDS = Path.of("src", "main", "resources");

    @Test
    void noWordsNameAKeyThatHasAnotherNameElsewhere() throws IOException {
        var named = new ArrayList<String>();
        try (var files = Files.walk(WORDS)) {
            for (Path file : files.filter(f -> f.endsWith("words.properties")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    // Ctrl+Tab leaves a text on every platform, also where Command is the usual key.
                    if (line.matches(".*(Ctrl|Cmd|⌘|Alt)\\+.*") && !line.contains("Ctrl+Tab")) {
                        named.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(named).isEmpty();
    }

    @Test
    void keysAreWrittenAsThePlatformWritesThem() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        assertThat(Shortcuts.shown("Shortcut+F")).isEqualTo(mac ? "⌘F" : "Ctrl+F");
        assertThat(Shortcuts.shown("Shortcut+Enter")).startsWith(mac ? "⌘" : "Ctrl+");
        assertThat(Shortcuts.shown("Shortcut+Period")).isEqualTo(mac ? "⌘." : "Ctrl+.");
    }
}
