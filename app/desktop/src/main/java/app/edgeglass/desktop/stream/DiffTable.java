package app.edgeglass.desktop.stream;

import app.edgeglass.core.jetstream.config.FieldChange;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Old and new of a configuration, field by field. */
final class DiffTable {

    private static final double NAMES = 26;
    private static final double VALUES = 37;

    private DiffTable() {}

    static Region of(List<FieldChange> changes) {
        var grid = new GridPane();
        grid.setId("stream-diff");
        grid.getStyleClass().add("eg-config-diff");
        grid.getColumnConstraints().addAll(column(NAMES), column(VALUES), column(VALUES));
        grid.addRow(
                0,
                head(Texts.WORDS.say("diff.field")),
                head(Texts.WORDS.say("diff.before")),
                head(Texts.WORDS.say("diff.after")));
        int row = 1;
        for (FieldChange change : changes) {
            var name = new Label(StreamText.FIELDS.label(change.path()));
            name.setWrapText(true);
            var path = new Label(change.path());
            path.getStyleClass().addAll("eg-form-hint", "eg-code");
            var both = new VBox(name, path);
            grid.addRow(
                    row++,
                    both,
                    value(StreamText.value(change.path(), change.before()), "eg-change-before"),
                    value(StreamText.value(change.path(), change.after()), "eg-change-after"));
        }
        return grid;
    }

    private static ColumnConstraints column(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static Label head(String words) {
        var label = new Label(words);
        label.getStyleClass().add("eg-config-diff-head");
        return label;
    }

    private static Label value(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("eg-code", style);
        return label;
    }

    static String paths(List<FieldChange> changes) {
        return changes.stream().map(FieldChange::path).collect(Collectors.joining(", "));
    }
}
