package app.edgeglass.desktop.shell;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/** The product's mark: a glass over a tree that grows in from its edge. Drawn on a grid of 24, scaled to any size. */
final class ProductMark {

    private static final double GRID = 24;
    private static final double RIM = 2.1;
    private static final double BRANCH = 1.25;
    private static final double TIP = 1.25;

    private ProductMark() {}

    /** @param size in pixels, of each side */
    static Group node(double size) {
        var rim = new Circle(10, 10, 7.6);
        var handle = line("M15.6 15.6 L21.4 21.4", RIM * 1.25);
        glass(rim, RIM);
        glass(handle, RIM * 1.25);
        var branches = line(
                "M3.2 10 H14 M6.6 10 C8.6 10 8.4 6.6 10.4 6.6 H12.4 M6.6 10 C8.6 10 8.4 13.4 10.4 13.4 H12.4", BRANCH);
        branches.getStyleClass().add("eg-mark-branch");
        List<? extends Node> tips = List.of(tip(12.6, 6.6), tip(14.1, 10), tip(12.6, 13.4));
        var mark = new Group(branches, rim, handle);
        mark.getChildren().addAll(tips);
        mark.getTransforms().add(new Scale(size / GRID, size / GRID));
        return new Group(mark);
    }

    private static void glass(Shape shape, double width) {
        shape.setStrokeWidth(width);
        shape.setFill(null);
        shape.getStyleClass().add("eg-mark-glass");
    }

    private static SVGPath line(String path, double width) {
        var line = new SVGPath();
        line.setContent(path);
        line.setFill(null);
        line.setStrokeWidth(width);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return line;
    }

    private static Circle tip(double x, double y) {
        var tip = new Circle(x, y, TIP);
        tip.getStyleClass().add("eg-mark-tip");
        return tip;
    }
}
