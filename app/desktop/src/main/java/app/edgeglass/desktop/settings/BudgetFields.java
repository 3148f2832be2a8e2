package app.edgeglass.desktop.settings;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.settings.SettingsViewModel.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** The fields of the memory budgets. What one of them can be depends on the others; what is cut is said below it. */
final class BudgetFields {

    private final SettingsViewModel model;
    private final Map<Field, ComboBox<Long>> boxes = new EnumMap<>(Field.class);
    private final Map<Field, Label> notes = new EnumMap<>(Field.class);
    private boolean showing;

    BudgetFields(SettingsViewModel model) {
        this.model = model;
    }

    Node field(Field field, String id) {
        ComboBox<Long> box = SettingsView.choice(id, List.of(), null, Sizes::say, bytes -> choose(field, bytes));
        boxes.put(field, box);
        return box;
    }

    private void choose(Field field, long bytes) {
        if (!showing) {
            model.change(field, bytes);
            show();
        }
    }

    /** The sentence that says how much of the budget is in effect, when that is not all of it. */
    Node note(Field field) {
        var note = new Label();
        note.setId("settings-note-" + field.name().toLowerCase(java.util.Locale.ROOT));
        note.setWrapText(true);
        note.getStyleClass().addAll("eg-settings-cut", "eg-small");
        notes.put(field, note);
        return note;
    }

    void show() {
        showing = true;
        boxes.forEach((field, box) -> {
            List<Long> choices = model.choices(field);
            if (!choices.equals(box.getItems())) {
                box.getItems().setAll(choices);
            }
            box.setValue(model.wanted(field));
            box.setVisibleRowCount(Math.min(choices.size(), 10));
        });
        notes.forEach((field, note) -> {
            var cut = model.cutTo(field);
            note.setText(
                    cut.isEmpty()
                            ? ""
                            : Texts.WORDS.say(
                                    "memory.cut", Sizes.say(cut.getAsLong()), Sizes.say(model.wanted(field))));
            note.setVisible(cut.isPresent());
            note.setManaged(cut.isPresent());
            Objects.requireNonNull(boxes.get(field)).setAccessibleHelp(note.getText());
        });
        showing = false;
    }
}
