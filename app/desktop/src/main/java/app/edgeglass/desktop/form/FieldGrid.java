package app.edgeglass.desktop.form;

import app.edgeglass.desktop.control.Controls;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names on the left, controls in the middle, and on the right what explains them; what is wrong stands below a control. */
final class FieldGrid {

    private static final double CONTROLS = 46;
    private static final double HINTS = 54;

    private final FieldControls controls;
    private final String place;
    private final boolean inside;
    private final GridPane grid = new GridPane();
    private int row;

    /** @param place of the part that it stands in; see {@link FieldControls#control} */
    FieldGrid(FieldControls controls, String place) {
        this(controls, place, true);
    }

    /** @param inside whether it stands in a part: then what explains stands below, where there is room for it */
    FieldGrid(FieldControls controls, String place, boolean inside) {
        this.controls = controls;
        this.place = place;
        this.inside = inside;
        grid.getStyleClass().add("eg-field-grid");
        if (!inside) {
            var names = new ColumnConstraints();
            var middle = new ColumnConstraints();
            middle.setPercentWidth(CONTROLS);
            var right = new ColumnConstraints();
            right.setHgrow(Priority.ALWAYS);
            right.setPercentWidth(HINTS - 16);
            names.setPercentWidth(16);
            grid.getColumnConstraints().addAll(names, middle, right);
        }
    }

    void add(FieldModel field) {
        var label = new Label(controls.words().label(field.path()));
        label.setWrapText(true);
        label.getStyleClass().add("eg-field-label");
        label.setTooltip(new Tooltip(field.path()));
        GridPane.setValignment(label, VPos.TOP);
        Node control = controls.control(field, place);
        label.setLabelFor(control);
        var cell = new VBox(control, problem(field));
        cell.getStyleClass().add("eg-form-cell");
        GridPane.setHgrow(cell, Priority.ALWAYS);
        var aside = new VBox();
        aside.getStyleClass().add("eg-form-cell");
        String hint = controls.words().hint(field.path());
        if (!hint.isEmpty()) {
            aside.getChildren().add(FieldControls.hint(hint));
        }
        aside.getChildren().add(lock(field));
        grid.add(label, 0, row);
        grid.add(cell, 1, row);
        if (inside) {
            cell.getChildren().add(aside);
        } else {
            grid.add(aside, 2, row);
        }
        row++;
    }

    private Label problem(FieldModel field) {
        var label = new Label();
        label.setId(controls.id(field, place) + "-problem");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("eg-form-problem");
        field.problemProperty().subscribe(problem -> {
            Controls.visible(label, problem.isPresent());
            label.setText(problem.map(failure -> failure.sentence() + " " + failure.remedy())
                    .orElse(""));
        });
        return label;
    }

    private Label lock(FieldModel field) {
        var label = new Label();
        label.setId(controls.id(field, place) + "-lock");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("eg-field-lock");
        field.lockProperty().subscribe(lock -> {
            String why = lock.sentence();
            Controls.visible(label, !why.isEmpty());
            label.setText(why);
        });
        return label;
    }

    Region root() {
        return grid;
    }
}
