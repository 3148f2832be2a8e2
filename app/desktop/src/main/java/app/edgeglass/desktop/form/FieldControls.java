package app.edgeglass.desktop.form;

import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.desktop.control.Controls;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The controls of fields, each bound to its model and named after its field. */
final class FieldControls {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int LINES = 3;

    private final String prefix;
    private final FieldWords words;

    /** @param prefix of all ids, such as {@code stream-field} */
    FieldControls(String prefix, FieldWords words) {
        this.prefix = prefix;
        this.words = words;
    }

    FieldWords words() {
        return words;
    }

    String id(FieldModel field, String place) {
        return prefix + "-" + place + field.path().replace('_', '-').replace('.', '-');
    }

    /** @param place tells apart what stands several times, such as {@code 2-}; empty for what stands once */
    Node control(FieldModel field, String place) {
        Node control = switch (field) {
            case FlagModel flag -> flag(flag, place);
            case ChoiceModel choice -> choice(choice, place);
            case TextModel text -> text(text, place);
            case PartModel part -> part(part, place);
            case PartsModel parts -> parts(parts, place);
        };
        field.lockProperty().subscribe(lock -> control.setDisable(!(lock instanceof Lock.Open)));
        return control;
    }

    private Node flag(FlagModel flag, String place) {
        var box = new CheckBox();
        box.setId(id(flag, place));
        box.setAccessibleText(words.label(flag.path()));
        box.selectedProperty().bindBidirectional(flag.onProperty());
        return box;
    }

    private Node choice(ChoiceModel choice, String place) {
        var group = new ToggleGroup();
        var box = new VBox();
        box.setId(id(choice, place));
        box.getStyleClass().add("eg-field-choices");
        for (String word : choice.words()) {
            var button = new RadioButton(words.choice(choice.path(), word));
            button.setId(id(choice, place) + "-" + word.replace('_', '-'));
            button.setToggleGroup(group);
            button.setOnAction(event -> choice.chosenProperty().set(word));
            choice.chosenProperty().subscribe(chosen -> button.setSelected(word.equals(chosen)));
            box.getChildren().add(button);
            String hint = words.choiceHint(choice.path(), word);
            if (!hint.isEmpty()) {
                Label below = hint(hint);
                below.getStyleClass().add("eg-field-choice-hint");
                box.getChildren().add(below);
            }
        }
        return box;
    }

    private Node text(TextModel text, String place) {
        boolean several = text.shape() instanceof Shape.Texts
                || text.shape() instanceof Shape.Spans
                || text.shape() instanceof Shape.Pairs;
        TextInputControl input = several ? area() : new TextField();
        input.setId(id(text, place));
        input.setAccessibleText(words.label(text.path()));
        input.setPromptText(words.example(text.path()));
        input.getStyleClass().add("eg-code");
        input.textProperty().bindBidirectional(text.textProperty());
        text.problemProperty().subscribe(problem -> input.pseudoClassStateChanged(WRONG, problem.isPresent()));
        if (!text.canBeUnlimited()) {
            return below(text, input);
        }
        var none = new CheckBox(words.none(text.path()));
        none.setId(id(text, place) + "-none");
        none.setMinWidth(Region.USE_PREF_SIZE);
        none.selectedProperty().bindBidirectional(text.unlimitedProperty());
        none.setOnAction(event -> {
            if (!none.isSelected()) {
                input.requestFocus();
            }
        });
        input.disableProperty().bind(text.unlimitedProperty());
        HBox.setHgrow(input, Priority.ALWAYS);
        var line = new HBox(input, none);
        line.getStyleClass().add("eg-form-line");
        return below(text, line);
    }

    /** What was typed, to the byte, and what the server adds by itself. */
    private static Node below(TextModel text, Node input) {
        var exactly = new Label();
        exactly.getStyleClass().addAll("eg-form-hint", "eg-code");
        Runnable show = () -> {
            String said = text.exactly();
            String apart = text.apart();
            exactly.setText(said.isEmpty() ? apart : said);
            Controls.visible(exactly, !exactly.getText().isEmpty());
        };
        text.textProperty().subscribe(show);
        text.unlimitedProperty().subscribe(show);
        text.lockProperty().subscribe(show);
        show.run();
        var box = new VBox(input, exactly);
        box.getStyleClass().add("eg-form-cell");
        return box;
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setPrefRowCount(LINES);
        area.getStyleClass().add("eg-form-lines");
        // A tabulator has no meaning here, and the keyboard must get out.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return area;
    }

    private Node part(PartModel part, String place) {
        var present = new CheckBox(Texts.WORDS.say("present"));
        present.setId(id(part, place));
        present.setAccessibleText(words.label(part.path()));
        present.selectedProperty().bindBidirectional(part.presentProperty());
        var grid = new FieldGrid(this, place);
        part.fields().forEach(grid::add);
        Node inner = grid.root();
        inner.getStyleClass().add("eg-field-part");
        part.presentProperty().subscribe(there -> Controls.visible(inner, there));
        return new VBox(present, inner);
    }

    private Node parts(PartsModel parts, String place) {
        var list = new VBox();
        list.getStyleClass().add("eg-field-parts");
        var add = Controls.textButton(id(parts, place) + "-add", Texts.WORDS.say("add"), parts::add);
        var made = new ArrayList<Node>();
        Runnable show = () -> {
            made.clear();
            List<PartsModel.Entry> entries = parts.entries();
            for (int i = 0; i < entries.size(); i++) {
                made.add(entry(parts, entries.get(i), place + i + "-"));
            }
            list.getChildren().setAll(made);
        };
        parts.entries().subscribe(show);
        show.run();
        var box = new VBox(list, add);
        box.setId(id(parts, place));
        box.getStyleClass().add("eg-field-parts");
        return box;
    }

    private Node entry(PartsModel parts, PartsModel.Entry entry, String place) {
        var grid = new FieldGrid(this, place);
        entry.fields().forEach(grid::add);
        HBox.setHgrow(grid.root(), Priority.ALWAYS);
        var remove = Controls.iconButton(
                id(parts, place) + "-remove",
                MaterialDesignC.CLOSE,
                Texts.WORDS.say("remove", words.label(parts.path())),
                () -> parts.remove(entry));
        var box = new HBox(grid.root(), remove);
        box.getStyleClass().add("eg-field-part");
        return box;
    }

    /** Words that explain. */
    static Label hint(String words) {
        var hint = new Label(words);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("eg-form-hint");
        return hint;
    }
}
