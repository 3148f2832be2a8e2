package app.edgeglass.desktop.profile.editor;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names on the left, controls on the right, and below a control what is to be said of it. */
final class FormGrid {

    private final Parts parts;
    private final GridPane grid = new GridPane();
    private int row;

    FormGrid(Parts parts) {
        this.parts = parts;
        grid.getStyleClass().add("eg-form-grid");
    }

    /** A row whose control is a field's. */
    FormGrid field(Field field, String name, Node control) {
        return row(name, control, parts.trouble(field));
    }

    /** A row whose control is a field's, with words that explain it. */
    FormGrid field(Field field, String name, Node control, String hint) {
        return row(name, control, parts.trouble(field), Parts.hint(hint));
    }

    FormGrid row(String name, Node control, Node... below) {
        var label = new Label(name);
        label.getStyleClass().add("eg-form-label");
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        var cell = new VBox(control);
        cell.getChildren().addAll(below);
        cell.getStyleClass().add("eg-form-cell");
        cell.setAlignment(Pos.TOP_LEFT);
        GridPane.setHgrow(cell, Priority.ALWAYS);
        grid.add(label, 0, row);
        grid.add(cell, 1, row++);
        return this;
    }

    /** A row without a name. */
    FormGrid row(Node control) {
        return row("", control);
    }

    Region root() {
        return grid;
    }
}
