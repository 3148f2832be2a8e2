package app.edgeglass.desktop.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The fonts that come with the program: narrow enough for dense tables, figures of one width, so that counting numbers
 * stand still, and the same on every platform. Scripts that they lack come from the system.
 */
final class Fonts {

    static final String TEXT = "Roboto";
    static final String CODE = "JetBrains Mono";

    private static final List<String> FILES =
            List.of("Roboto-Regular.ttf", "Roboto-Bold.ttf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Makes them known to the toolkit. */
    static void load() {
        for (String file : FILES) {
            try (InputStream stream = Fonts.class.getResourceAsStream("/app/edgeglass/desktop/shell/fonts/" + file)) {
                // A font that cannot be taken is no reason not to start: the system's takes its place.
                var _ = Font.loadFont(Objects.requireNonNull(stream, file), Look.FONT_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
