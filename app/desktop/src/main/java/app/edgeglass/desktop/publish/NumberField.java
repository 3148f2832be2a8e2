package app.edgeglass.desktop.publish;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.converter.IntegerStringConverter;

/** A small field for a whole number within bounds. Arrow keys count up and down. */
final class NumberField extends TextField {

    private final int least;
    private final int most;
    private final IntegerProperty value;

    NumberField(String id, String accessible, IntegerProperty value, int least, int most) {
        this.value = value;
        this.least = least;
        this.most = most;
        setId(id);
        setAccessibleText(accessible);
        getStyleClass().addAll("eg-tool-field", "eg-number-field");
        setPrefColumnCount(Math.max(3, Integer.toString(Math.min(most, 100_000)).length()));
        setMinWidth(USE_PREF_SIZE);
        var formatter = new TextFormatter<>(new IntegerStringConverter(), value.get(), this::accepted);
        setTextFormatter(formatter);
        // Each valid number counts as it is typed; what is none is put right when the field is left.
        textProperty().subscribe(text -> {
            if (isValid(text)) {
                value.set(Integer.parseInt(text));
            }
        });
        value.subscribe(now -> {
            if (!getText().equals(now.toString())) {
                setText(now.toString());
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused && !isValid(getText())) {
                setText(Integer.toString(value.get()));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private Change accepted(Change change) {
        return change.getControlNewText().matches("\\d{0,10}") ? change : none();
    }

    // A formatter refuses a change by answering null.
    @SuppressWarnings("NullAway")
    private static Change none() {
        return null;
    }

    private boolean isValid(String text) {
        if (text.isEmpty()) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= most;
    }

    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0 && !event.isAltDown()) {
            value.set(Math.clamp((long) value.get() + by, least, most));
            event.consume();
        }
    }
}
