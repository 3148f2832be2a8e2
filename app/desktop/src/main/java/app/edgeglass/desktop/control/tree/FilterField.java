package app.edgeglass.desktop.control.tree;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.util.ArrayList;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The field that says what is shown, for tree and table alike. It takes effect a moment after the last key. */
public final class FilterField {

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final TextField text = new TextField();
    private final Label result = new Label();
    private final Label note = new Label();
    private final Button clear = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    private final PauseTransition settle = new PauseTransition(Duration.millis(120));
    private final ReadOnlyObjectWrapper<MessageFilter> filter = new ReadOnlyObjectWrapper<>(MessageFilter.NONE);
    private final ReadOnlyObjectProperty<@Nullable TreeRows> rows;
    private final boolean ofMessages;
    private final VBox root;

    /** What is looked for: in subjects, and in headers and payloads too. */
    public static FilterField ofMessages(String id, ReadOnlyObjectProperty<@Nullable TreeRows> rows, Runnable onLeave) {
        return new FilterField(id, true, rows, onLeave);
    }

    /** What is looked for: in subjects only, since their messages are not here. */
    public static FilterField ofNames(String id, ReadOnlyObjectProperty<@Nullable TreeRows> rows, Runnable onLeave) {
        return new FilterField(id, false, rows, onLeave);
    }

    /**
     * @param id of the field; those of its parts begin with it
     * @param onLeave gives the keyboard back to what is filtered
     */
    private FilterField(
            String id, boolean ofMessages, ReadOnlyObjectProperty<@Nullable TreeRows> rows, Runnable onLeave) {
        this.rows = rows;
        this.ofMessages = ofMessages;
        String shortcut = Shortcuts.shown("Shortcut+F");
        text.setId(id);
        text.setPromptText(ofMessages ? Texts.WORDS.say("filter.prompt") : Texts.WORDS.say("filter.names.prompt"));
        text.setAccessibleText(
                ofMessages ? Texts.WORDS.say("filter.accessible") : Texts.WORDS.say("filter.names.accessible"));
        text.setTooltip(new Tooltip(
                ofMessages
                        ? Texts.WORDS.say("filter.tooltip", shortcut)
                        : Texts.WORDS.say("filter.names.tooltip", shortcut)));
        HBox.setHgrow(text, Priority.ALWAYS);
        result.setId(id + "-result");
        result.getStyleClass().add("eg-pane-note");
        result.setMinWidth(Region.USE_PREF_SIZE);
        clear.setId(id + "-clear-button");
        clear.setAccessibleText(Texts.WORDS.say("filter.clear"));
        clear.setTooltip(new Tooltip(Texts.WORDS.say("filter.clear")));
        clear.getStyleClass().addAll("flat", "button-icon", "small");
        clear.setOnAction(event -> set(""));
        var icon = new FontIcon(MaterialDesignF.FILTER_OUTLINE);
        var line = new HBox(icon, text, result, clear);
        line.getStyleClass().add("eg-filter");
        line.setAlignment(Pos.CENTER_LEFT);
        note.setId(id + "-note");
        note.getStyleClass().add("eg-filter-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(line, note);
        settle.setOnFinished(event -> apply());
        text.textProperty().subscribe(() -> {
            settle.playFromStart();
            showClear();
        });
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                set("");
                onLeave.run();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                apply();
                onLeave.run();
                event.consume();
            }
        });
        say("");
        rows.subscribe(this::count);
        showClear();
    }

    private void showClear() {
        boolean any = !text.getText().isEmpty();
        clear.setVisible(any);
        clear.setManaged(any);
    }

    private void apply() {
        settle.stop();
        try {
            MessageFilter parsed = MessageFilter.parse(text.getText());
            if (parsed.looksAtMessages() && !ofMessages) {
                broken(Texts.WORDS.say("filter.names.only"));
                return;
            }
            text.pseudoClassStateChanged(BROKEN, false);
            count(rows.get());
            if (!parsed.text().equals(filter.get().text())) {
                filter.set(parsed);
            }
        } catch (Failure failure) {
            broken(failure.sentence());
        }
    }

    private void broken(String why) {
        text.pseudoClassStateChanged(BROKEN, true);
        result.setText("");
        say(why);
    }

    private void count(@Nullable TreeRows of) {
        if (text.getPseudoClassStates().contains(BROKEN)) {
            return;
        }
        if (of == null || of.allSubjects() == 0) {
            result.setText("");
        } else if (filter.get().isEmpty()) {
            result.setText(Texts.WORDS.say(
                    of.tree().hasRests() ? "filter.all-about" : "filter.all", Texts.FIGURES.count(of.allSubjects())));
        } else {
            result.setText(Texts.WORDS.say(
                    "filter.some", Texts.FIGURES.count(of.shownSubjects()), Texts.FIGURES.count(of.allSubjects())));
        }
        say(of == null ? "" : notes(of));
    }

    private static String notes(TreeRows of) {
        var notes = new ArrayList<String>();
        if (of.pendingSubjects() > 0) {
            notes.add(Texts.WORDS.say("filter.pending", Texts.FIGURES.count(of.pendingSubjects())));
        }
        if (of.undecidedSubjects() > 0) {
            notes.add(Texts.WORDS.say("filter.undecided", of.undecidedSubjects()));
        }
        if (of.hiddenRows() > 0) {
            notes.add(Texts.WORDS.say(
                    "filter.hidden",
                    Texts.FIGURES.count(of.size()),
                    Texts.FIGURES.count((long) of.size() + of.hiddenRows())));
        }
        return String.join(" ", notes);
    }

    private void say(String sentence) {
        if (!sentence.equals(note.getText())) {
            note.setText(sentence);
        }
        note.setVisible(!sentence.isEmpty());
        note.setManaged(!sentence.isEmpty());
    }

    /** Filters by a text at once. */
    public void set(String wanted) {
        text.setText(wanted);
        apply();
    }

    /** Gives the keyboard to the field, and goes on with what was typed elsewhere. */
    public void type(String typed) {
        text.requestFocus();
        text.setText(typed);
        text.end();
    }

    /** Gives the keyboard to the field, with all of its text selected. */
    public void focus() {
        text.requestFocus();
        text.selectAll();
    }

    /** What is filtered by; the last one that was whole while a broken one stands in the field. */
    public ReadOnlyObjectProperty<MessageFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public Parent root() {
        return root;
    }
}
