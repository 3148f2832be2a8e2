package app.edgeglass.desktop.transfer;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The fields of the dialogs here. */
final class Fields {

    private Fields() {}

    static TextField text(String id, String accessible, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(accessible);
        field.setPromptText(prompt);
        field.setPrefColumnCount(14);
        field.getStyleClass().addAll("eg-tool-field", "eg-monospaced");
        return field;
    }

    static TextField number(String id, String accessible, String prompt) {
        TextField field = text(id, accessible, prompt);
        field.setPrefColumnCount(8);
        field.setTextFormatter(new TextFormatter<>(Fields::digits));
        return field;
    }

    // A formatter refuses a change by answering null.
    @SuppressWarnings("NullAway")
    private static Change digits(Change change) {
        return change.getControlNewText().matches("\\d{0,18}") ? change : null;
    }

    /** What is typed; something else when nothing is. */
    static long value(TextField number, long otherwise) {
        return number.getText().isEmpty() ? otherwise : Long.parseLong(number.getText());
    }

    static HBox labelled(String words, Control field) {
        var label = new Label(words);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("eg-transfer-label");
        var box = new HBox(label, field);
        box.getStyleClass().add("eg-option-group");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    static FlowPane line(Node... parts) {
        var line = new FlowPane(parts);
        line.getStyleClass().add("eg-transfer-line");
        return line;
    }
}
