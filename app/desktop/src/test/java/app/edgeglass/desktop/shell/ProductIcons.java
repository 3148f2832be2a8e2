package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.fx.Png;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Draws the window's icons from the product's mark; to be run by hand when the mark changes. */
@Tag("pictures")
class ProductIcons {

    private static final Path FOLDER = Path.of("src/main/resources/app/edgeglass/desktop/shell");

    @Test
    void draw() throws Exception {
        UiDriver.startToolkit();
        for (int size : List.of(16, 32, 48, 64, 128, 256, 512)) {
            Image icon = UiDriver.onFx(() -> icon(size));
            Files.write(FOLDER.resolve("icon-" + size + ".png"), Png.encode(icon));
        }
    }

    private static Image icon(int size) {
        double margin = Math.max(1, size * 0.04);
        var plate = new Rectangle(margin, margin, size - 2 * margin, size - 2 * margin);
        plate.setArcWidth(size * 0.44);
        plate.setArcHeight(size * 0.44);
        plate.setFill(new LinearGradient(
                0,
                0,
                0,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#19a0c4")),
                new Stop(1, Color.web("#075a73"))));
        double inner = size * 0.68;
        var mark = ProductMark.node(inner);
        mark.lookupAll(".eg-mark-glass").forEach(node -> ((Shape) node).setStroke(Color.WHITE));
        mark.lookupAll(".eg-mark-branch").forEach(node -> ((Shape) node).setStroke(Color.web("#b9ecfa")));
        mark.lookupAll(".eg-mark-tip").forEach(node -> ((Shape) node).setFill(Color.WHITE));
        mark.relocate((size - inner) / 2 + size * 0.03, (size - inner) / 2 + size * 0.03);
        var scene = new Scene(new Group(plate, mark), size, size, Color.TRANSPARENT);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, size, size));
        return scene.getRoot().snapshot(parameters, null);
    }
}
