package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The controls of the form, each bound to its field and named after it. */
record Parts(EditorViewModel model, EditorHost host) {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    /** The id of a field's control. */
    static String id(Field field) {
        return "connections-" + kebab(field);
    }

    static String id(Flag flag) {
        return "connections-" + kebab(flag);
    }

    static String kebab(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A line to type into. */
    TextField line(Field field, String accessible, String prompt) {
        var line = new TextField();
        line.setPromptText(prompt);
        return bound(line, field, accessible);
    }

    /** Several lines to type into. */
    TextArea lines(Field field, String accessible, String prompt, int rows) {
        var lines = new TextArea();
        lines.setPromptText(prompt);
        lines.setPrefRowCount(rows);
        lines.getStyleClass().addAll("eg-form-lines", "eg-code");
        // A tabulator has no meaning here, and the keyboard must get out.
        lines.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                lines.requestFocusTraversal(
                        event.isShiftDown()
                                ? javafx.scene.TraversalDirection.PREVIOUS
                                : javafx.scene.TraversalDirection.NEXT);
                event.consume();
            }
        });
        return bound(lines, field, accessible);
    }

    <T extends TextInputControl> T bound(T input, Field field, String accessible) {
        input.setId(id(field));
        input.setAccessibleText(accessible);
        input.textProperty().bindBidirectional(model.text(field));
        model.problemsProperty()
                .subscribe(problems -> input.pseudoClassStateChanged(WRONG, problems.containsKey(field)));
        model.warningsProperty()
                .subscribe(warnings -> input.pseudoClassStateChanged(DOUBTFUL, warnings.containsKey(field)));
        return input;
    }

    /** A file: its path, and a button that asks for it. */
    Node file(Field field, String accessible, String prompt) {
        TextField line = line(field, accessible, prompt);
        line.getStyleClass().add("eg-code");
        HBox.setHgrow(line, Priority.ALWAYS);
        var choose = new Button(Texts.WORDS.say("file.choose"));
        choose.setId(id(field) + "-button");
        choose.setAccessibleText(Texts.WORDS.say("file.choose.accessible", accessible));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                event -> host.chooseFile(accessible, path -> model.text(field).set(path.toString())));
        var box = new HBox(line, choose);
        box.getStyleClass().add("eg-form-line");
        return box;
    }

    /** Something that is on or off, with what it means. */
    Node check(Flag flag, String words, String note) {
        var box = new CheckBox(words);
        box.setId(id(flag));
        box.selectedProperty().bindBidirectional(model.flag(flag));
        return note.isEmpty() ? box : new VBox(box, hint(note));
    }

    /** Two ways, of which one is on when the flag is. */
    Node either(Flag flag, String accessible, String on, String off) {
        var property = new javafx.beans.property.SimpleObjectProperty<Boolean>(
                model.flag(flag).get());
        property.subscribe(value -> model.flag(flag).set(value));
        model.flag(flag).subscribe(value -> property.set(value));
        return new Segments<>(property, accessible)
                .add(true, id(flag) + "-on", on)
                .add(false, id(flag) + "-off", off)
                .root();
    }

    /** Words that explain. */
    static Label hint(String words) {
        var hint = new Label(words);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().addAll("eg-form-hint");
        return hint;
    }

    /** What is wrong with a field, below it. */
    Label trouble(Field field) {
        var label = new Label();
        label.setId(id(field) + "-problem");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("eg-form-problem");
        Runnable show = () -> {
            Failure problem = model.problemsProperty().get().get(field);
            Failure warning = model.warningsProperty().get().get(field);
            say(label, problem == null ? warning : problem);
            label.pseudoClassStateChanged(DOUBTFUL, problem == null);
        };
        model.problemsProperty().subscribe(problems -> show.run());
        model.warningsProperty().subscribe(warnings -> show.run());
        return label;
    }

    private static void say(Label label, @Nullable Failure failure) {
        Controls.visible(label, failure != null);
        label.setText(failure == null ? "" : failure.sentence() + " " + failure.remedy());
    }
}
