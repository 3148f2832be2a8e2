package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.JumpTarget;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import java.time.Clock;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Ways to get anywhere in a stream: its ends, a sequence, a time, the next message of a subject. */
final class JumpBar {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final BrowseViewModel model;
    private final Clock clock;
    private final TextField field = new TextField();
    private final Label note = new Label();
    private final HBox root;

    JumpBar(BrowseViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        field.setId("browse-jump-field");
        field.setPromptText(Texts.WORDS.say("jump.prompt"));
        field.setAccessibleText(Texts.WORDS.say("jump.prompt"));
        field.setTooltip(new Tooltip(Texts.WORDS.say("jump.tooltip")));
        field.getStyleClass().addAll("eg-tool-field", "eg-browse-jump");
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.textProperty().subscribe(() -> wrong(""));
        note.setId("browse-jump-note");
        note.getStyleClass().add("eg-browse-note");
        note.setMinWidth(0);
        model.noteProperty().subscribe(said -> {
            field.pseudoClassStateChanged(WRONG, false);
            note.setText(said);
        });
        root = new HBox(
                Controls.iconButton(
                        "browse-first-button",
                        MaterialDesignP.PAGE_FIRST,
                        Texts.WORDS.say("jump.first"),
                        model::toFirst),
                Controls.iconButton(
                        "browse-last-button", MaterialDesignP.PAGE_LAST, Texts.WORDS.say("jump.last"), model::toLast),
                field,
                Controls.textButton("browse-jump-button", Texts.WORDS.say("jump.go"), this::jump),
                note);
        root.getStyleClass().add("eg-browse-tools-part");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                jumpToLast();
            } else {
                jump();
            }
            event.consume();
        }
    }

    private void jump() {
        if (!field.getText().isBlank()) {
            try {
                model.jump(target());
            } catch (Failure e) {
                wrong(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Of a pattern the last; to anything else as without. */
    private void jumpToLast() {
        if (!field.getText().isBlank()) {
            try {
                if (target() instanceof JumpTarget.ToNext(String pattern)) {
                    model.jumpToLastOf(pattern);
                } else {
                    model.jump(target());
                }
            } catch (Failure e) {
                wrong(e.sentence() + " " + e.remedy());
            }
        }
    }

    private JumpTarget target() {
        Shown shown = model.shownProperty().get();
        Instant now = clock.instant();
        Instant day =
                shown == null || shown.extent().isEmpty() ? now : shown.extent().lastAt();
        return JumpTarget.parse(field.getText(), now, day, clock.getZone());
    }

    private void wrong(String why) {
        field.pseudoClassStateChanged(WRONG, !why.isEmpty());
        note.setText(why);
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    Parent root() {
        return root;
    }
}
