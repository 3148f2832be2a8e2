package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.deadletter.Content;
import app.edgeglass.core.deadletter.Stuck;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadSource;
import app.edgeglass.desktop.control.PayloadView;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The list of what was given up, the chosen one’s content, and what can be done with them. */
public final class DeadLettersView {

    private static final double TABLE_PART = 0.55;

    private final DeadLettersViewModel model;
    private final PayloadViewModel payload;
    private final Dialogs dialogs;
    private final TargetDialog target;
    private final Label subject = new Label();
    private final Label meta = new Label();
    private final Label missing = new Label();
    private final VBox root;

    DeadLettersView(
            DeadLettersViewModel model,
            PayloadViewModel payload,
            EmColumns widths,
            PayloadOutlet outlet,
            Dialogs dialogs,
            TargetDialog target) {
        this.model = model;
        this.payload = payload;
        this.dialogs = dialogs;
        this.target = target;
        var split = new SplitPane(new LetterTable(model, widths).root(), details(outlet));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_PART);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(
                bar(),
                strip(
                        "dead-letters-warning",
                        MaterialDesignA.ALERT_OUTLINE,
                        "eg-dead-letters-warning",
                        model.warningProperty()),
                strip(
                        "dead-letters-outcome",
                        MaterialDesignI.INFORMATION_OUTLINE,
                        "eg-dead-letters-outcome",
                        model.outcomeProperty()),
                strip(
                        "dead-letters-earlier",
                        MaterialDesignH.HISTORY,
                        "eg-dead-letters-earlier",
                        model.earlierProperty()),
                split);
        root.setId("dead-letters");
        model.chosenProperty().subscribe(this::detail);
    }

    private HBox bar() {
        var copy = button("dead-letters-copy-button", Texts.WORDS.say("copy"), this::copy);
        var resend = button("dead-letters-resend-button", Texts.WORDS.say("resend"), model::resend);
        var forget = button("dead-letters-forget-button", Texts.WORDS.say("forget"), model::forget);
        for (Button one : List.of(copy, resend, forget)) {
            one.setDisable(true);
        }
        model.chosenProperty().subscribe(chosen -> enable(copy, resend, forget));
        model.busyProperty().subscribe(busy -> enable(copy, resend, forget));
        var export = button("dead-letters-export-button", Texts.WORDS.say("export"), this::export);
        model.rowsProperty().subscribe(rows -> export.setDisable(rows.isEmpty()));
        var look = button("dead-letters-look-button", Texts.WORDS.say("look"), model::findEarlier);
        var note = new Label();
        note.setId("dead-letters-note");
        note.getStyleClass().add("eg-dead-letters-note");
        note.textProperty().bind(model.noteProperty());
        var bar = new HBox(copy, resend, forget, export, look, Controls.space(), note);
        bar.getStyleClass().add("eg-dead-letters-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void enable(Button copy, Button resend, Button forget) {
        boolean none =
                model.chosenProperty().get().isEmpty() || model.busyProperty().get();
        copy.setDisable(none);
        resend.setDisable(none);
        forget.setDisable(none);
    }

    private static Button button(String id, String words, Runnable action) {
        return Controls.textButton(id, words, action);
    }

    private static HBox strip(String id, Ikon icon, String style, ObservableStringValue text) {
        var words = new Label();
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(text);
        var box = new HBox(new FontIcon(icon), words);
        box.getStyleClass().addAll("eg-dead-letters-strip", style);
        box.setAlignment(Pos.TOP_LEFT);
        text.subscribe(now -> Controls.visible(box, now != null && !now.isEmpty()));
        return box;
    }

    private StackPane details(PayloadOutlet outlet) {
        var view = new PayloadView(payload, outlet);
        subject.setId("dead-letter-subject");
        subject.getStyleClass().addAll("eg-dead-letters-subject", "eg-code");
        subject.setMinWidth(0);
        meta.setId("dead-letter-meta");
        meta.getStyleClass().add("eg-dead-letters-meta");
        meta.setWrapText(true);
        meta.setMinHeight(Region.USE_PREF_SIZE);
        missing.setId("dead-letter-missing");
        missing.setWrapText(true);
        missing.getStyleClass().add("eg-dead-letters-empty");
        var head = new HBox(subject, Controls.space(), view.toolbar());
        head.getStyleClass().add("eg-dead-letters-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var stack = new StackPane(view.body(), missing);
        VBox.setVgrow(stack, Priority.ALWAYS);
        stack.setMinSize(0, 0);
        var shown = new VBox(head, meta, stack);
        shown.setMinSize(0, 0);
        var nothing = Controls.nothing(
                "dead-letter-nothing",
                MaterialDesignE.EMAIL_OFF_OUTLINE,
                Texts.WORDS.say("details.nothing"),
                Texts.WORDS.say("details.nothing.sentence"));
        model.chosenProperty().subscribe(chosen -> {
            shown.setVisible(chosen.size() == 1);
            nothing.setVisible(chosen.size() != 1);
            boolean present = chosen.size() == 1 && chosen.getFirst().content() instanceof Content.Present;
            view.body().setVisible(present);
            view.toolbar().setVisible(present);
            missing.setVisible(!present);
        });
        var both = new StackPane(nothing, shown);
        both.setMinSize(0, 0);
        return both;
    }

    private void detail(List<Stuck> chosen) {
        if (chosen.size() != 1) {
            payload.show(null);
            return;
        }
        Stuck one = chosen.getFirst();
        subject.setText(LetterText.subject(one));
        meta.setText(LetterText.meta(one));
        if (one.content() instanceof Content.Present present) {
            payload.show(PayloadSource.of(present.subject(), one.letter().sequence(), present.payload()));
        } else {
            payload.show(null);
            missing.setText(LetterText.missing(one));
        }
    }

    private void copy() {
        int letters = model.chosenProperty().get().size();
        target.ask(letters, model.proposedSubject(), (wanted, delete) -> {
            Confirmation question = delete ? model.confirmation() : null;
            if (question == null) {
                model.copy(wanted);
            } else {
                dialogs.destroy(question, Texts.WORDS.say("move.confirm"), typed -> model.move(wanted, typed));
            }
        });
    }

    private void export() {
        dialogs.saveFile(
                new FileQuestion(
                        Texts.WORDS.say("export.title"),
                        "dead-letters.ndjson",
                        List.of(new FileQuestion.Kind(Texts.WORDS.say("export.kind"), List.of("*.ndjson")))),
                model::export);
    }

    /** Another stream, or none. */
    public void show(@Nullable StreamRef stream) {
        model.show(stream);
    }

    public void sample() {
        model.sample();
    }

    public Parent root() {
        return root;
    }
}
