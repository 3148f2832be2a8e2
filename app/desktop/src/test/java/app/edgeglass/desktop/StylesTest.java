package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ICON_SIZE_IN_EM = Pattern.compile("-fx-icon-size:\\s*[0-9.]+em");

    private static List<Path> stylesheets() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    /** An icon's em is its own size: it would grow whenever styles are applied, until it fills the window. */
    @Test
    void noIconGrowsByItself() throws IOException {
        var growing = new ArrayList<Path>();
        for (Path file : stylesheets()) {
            if (ICON_SIZE_IN_EM.matcher(Files.readString(file)).find()) {
                growing.add(file);
            }
        }
        assertThat(growing).isEmpty();
    }
}
