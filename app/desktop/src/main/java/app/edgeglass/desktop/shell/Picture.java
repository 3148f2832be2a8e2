package app.edgeglass.desktop.shell;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.fx.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/** A picture of the window's content. It is drawn anew, so it needs no display that others could cover. */
public final class Picture {

    private Picture() {}

    /** Draws the scene; on the window's thread. */
    public static Image of(Scene scene) {
        return scene.snapshot(null);
    }

    /**
     * Writes a picture as PNG; on a thread that may wait.
     *
     * @throws Failure when the file cannot be written
     */
    public static void write(Image picture, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, Png.encode(picture));
        } catch (IOException e) {
            throw Failure.because(e, "picture.write", file);
        }
    }
}
