package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.payload.PayloadDiff;
import app.edgeglass.core.payload.PayloadDiff.Verdict;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** What differs between two payloads: in a sentence, value by value, and line by line. */
public final class DiffView {

    private final DiffViewModel model;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton changes;
    private final ToggleButton text;
    private final ChangesTable table = new ChangesTable();
    private final LinesArea area = new LinesArea("diff-area", Texts.WORDS.say("diff.accessible"));
    private final Label summary = new Label();
    private final Label with = new Label();
    private final Label note = new Label();
    private final HBox head;
    private final Node first = Controls.nothing(
            "diff-first",
            MaterialDesignH.HISTORY,
            Texts.WORDS.say("diff.first"),
            Texts.WORDS.say("diff.first.sentence"));
    private final Node same = Controls.nothing(
            "diff-identical",
            MaterialDesignE.EQUAL,
            Texts.WORDS.say("diff.identical"),
            Texts.WORDS.say("diff.identical.sentence"));
    private final HBox toolbar;
    private final VBox body;

    public DiffView(DiffViewModel model) {
        this.model = model;
        changes = Controls.segment(
                "diff-changes-button",
                Texts.WORDS.say("diff.changes"),
                b -> model.textWantedProperty().set(false));
        text = Controls.segment(
                "diff-text-button",
                Texts.WORDS.say("diff.text"),
                b -> model.textWantedProperty().set(true));
        toolbar = new HBox(Controls.segments(group, changes, text));
        toolbar.getStyleClass().add("eg-payload-tools");
        toolbar.setAlignment(Pos.CENTER_LEFT);
        // Wrapped lines are as wide as the view, and with them the colour of their rows.
        area.setWrapText(true);
        summary.setId("diff-summary");
        summary.getStyleClass().add("eg-diff-summary");
        summary.setMinWidth(0);
        with.setId("diff-with");
        with.getStyleClass().add("eg-diff-with");
        with.setMinWidth(0);
        head = new HBox(summary, Controls.space(), with);
        head.getStyleClass().add("eg-diff-head");
        head.setAlignment(Pos.CENTER_LEFT);
        note.setId("diff-note");
        note.setWrapText(true);
        note.setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        note.getStyleClass().add("eg-diff-note");
        note.setMinHeight(Region.USE_PREF_SIZE);
        var stack = new StackPane(table.root(), area, first, same);
        stack.setMinSize(0, 0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        body = new VBox(head, note, stack);
        body.getStyleClass().add("eg-payload");
        model.shownProperty().subscribe(this::show);
        model.textWantedProperty().subscribe(() -> show(model.shownProperty().get()));
        model.failureProperty().subscribe(this::failed);
    }

    private void show(@Nullable ShownDiff shown) {
        var diff = shown == null ? null : shown.diff();
        var older = shown == null ? null : shown.older();
        Controls.visible(head, diff != null && diff.verdict() != Verdict.IDENTICAL);
        Controls.visible(toolbar, diff != null && diff.lines().isPresent());
        first.setVisible(shown != null && diff == null);
        same.setVisible(diff != null && diff.verdict() == Verdict.IDENTICAL);
        var said = diff == null ? "" : diff.note().orElse("");
        note.setText(said);
        Controls.visible(note, !said.isEmpty());
        if (shown == null || diff == null || older == null) {
            table.root().setVisible(false);
            area.setVisible(false);
            return;
        }
        summary.setText(diff.summary());
        with.setText(Texts.WORDS.say("diff.with", older.name()));
        contents(diff, shown.samePlace());
    }

    private void contents(PayloadDiff diff, boolean samePlace) {
        var listed = !diff.changes().isEmpty();
        changes.setDisable(!listed);
        var asText = !listed || model.textWantedProperty().get();
        group.selectToggle(asText ? text : changes);
        table.root().setVisible(!asText);
        if (!asText) {
            table.show(diff.changes());
        }
        area.setVisible(asText && diff.lines().isPresent());
        if (asText) {
            diff.lines().ifPresent(lines -> area.show(lines, samePlace));
        }
    }

    private void failed(@Nullable Failure why) {
        if (why != null) {
            note.setText(why.sentence() + " " + why.remedy());
            Controls.visible(note, true);
        }
    }

    /** The switches, for a place beside others; {@link #root} has them above the comparison. */
    public HBox toolbar() {
        return toolbar;
    }

    /** The comparison without its switches. */
    public Region body() {
        return body;
    }

    /** All of it. */
    public Parent root() {
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(toolbar, body);
    }

    /** Gives the keyboard to what is shown. */
    public void focus() {
        (area.isVisible() ? area : table.root()).requestFocus();
    }
}
