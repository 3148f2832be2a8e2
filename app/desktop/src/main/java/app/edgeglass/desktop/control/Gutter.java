package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.DiffLines;
import app.edgeglass.core.payload.Lines;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;

/**
 * What stands left of the lines: their numbers, a sign where a line continues the one above it, and in a comparison the
 * signs of a unified diff.
 */
final class Gutter implements SideDecorator {

    private static final String CONTINUES = "↪";

    private final Supplier<Lines> lines;

    Gutter(Supplier<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public double getPrefWidth(double viewWidth) {
        return 0;
    }

    @Override
    public Node getMeasurementNode(int index) {
        var shown = lines.get();
        var widest = 0;
        for (var line = shown.count() - 1; line >= 0 && widest == 0; line--) {
            widest = shown.number(line);
        }
        var digits = Math.max(2, String.valueOf(Math.max(widest, 1)).length());
        return label("8".repeat(digits) + (shown instanceof DiffLines ? " +" : ""));
    }

    @Override
    public Node getNode(int index) {
        var shown = lines.get();
        if (index >= shown.count()) {
            return label("");
        }
        var number = shown.number(index);
        var text = shown.continues(index) ? CONTINUES : number == 0 ? "" : String.valueOf(number);
        if (!(shown instanceof DiffLines diff)) {
            return label(text);
        }
        return switch (diff.side(index)) {
            case BEFORE -> sided(text + " −", "eg-gutter-before");
            case AFTER -> sided(text + " +", "eg-gutter-after");
            case HIDDEN -> sided("⋯  ", "eg-gutter-hidden");
            case BOTH -> label(text + "  ");
        };
    }

    private static Node sided(String text, String styleClass) {
        var label = label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("eg-gutter", "eg-code");
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        // The row's height is that of its text.
        label.setMinHeight(1);
        label.setPrefHeight(1);
        label.setAlignment(Pos.TOP_RIGHT);
        return label;
    }
}
