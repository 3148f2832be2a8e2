package app.edgeglass.desktop.backup;

import app.edgeglass.desktop.backup.Transfer.Phase;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Asks what is to be transferred, shows how far it is, and then what came of it. Hiding it does not end the transfer. */
final class TransferDialog {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Overlay overlay;
    private final Sampling sampling;
    private final Transfer transfer;
    private final String id;
    private final Button cancel = new Button();
    private final Button go;
    private final VBox course;
    private final VBox end;
    private Subscription sampled = Subscription.EMPTY;

    /** @param id what the ids of its controls begin with */
    TransferDialog(Overlay overlay, Sampling sampling, Transfer transfer, String id, String goWords, Runnable onGo) {
        this.overlay = overlay;
        this.sampling = sampling;
        this.transfer = transfer;
        this.id = id;
        go = new Button(goWords);
        go.setId(id + "-confirm-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> onGo.run());
        cancel.setId(id + "-cancel-button");
        course = course();
        end = outcome();
    }

    /** What keeps from starting is up to the form. */
    Button go() {
        return go;
    }

    /** For what else is offered at the end. */
    VBox end() {
        return end;
    }

    private VBox outcome() {
        var outcome = label("-outcome", "eg-backup-words");
        outcome.textProperty().bind(transfer.outcomeProperty());
        var remedy = label("-remedy", "eg-dialog-remedy");
        remedy.textProperty().bind(transfer.remedyProperty());
        transfer.remedyProperty().subscribe(words -> Controls.visible(remedy, !words.isEmpty()));
        var box = new VBox(outcome, remedy);
        box.getStyleClass().add("eg-backup-form");
        return box;
    }

    private VBox course() {
        var bar = new ProgressBar();
        bar.setId(id + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(transfer.fractionProperty());
        bar.setAccessibleText(Texts.WORDS.say("course.accessible"));
        var words = label("-course", "eg-backup-words");
        words.textProperty().bind(transfer.wordsProperty());
        var hint = label("-hint", "eg-backup-hint");
        hint.setText(Texts.WORDS.say("course.hint"));
        var box = new VBox(bar, words, hint);
        box.getStyleClass().add("eg-backup-form");
        return box;
    }

    private Label label(String suffix, String style) {
        var label = new Label();
        label.setId(id + suffix);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    void open(String title, Region form, Node focus) {
        var content = new VBox(form, course, end);
        var hide = new Button(Texts.WORDS.say("hide"));
        hide.setId(id + "-hide-button");
        hide.setOnAction(event -> overlay.close());
        var phases = transfer.phaseProperty().subscribe(phase -> {
            Controls.visible(form, phase == Phase.ASKING);
            Controls.visible(course, phase == Phase.RUNNING);
            Controls.visible(end, phase == Phase.DONE || phase == Phase.FAILED);
            Controls.visible(go, phase == Phase.ASKING);
            Controls.visible(hide, phase == Phase.RUNNING);
            cancel.setText(words(phase));
            cancel.setCancelButton(phase != Phase.RUNNING);
            hide.setCancelButton(phase == Phase.RUNNING);
            cancel.setDefaultButton(phase == Phase.DONE);
        });
        cancel.setOnAction(event -> {
            if (transfer.isRunning()) {
                transfer.cancel();
            } else {
                overlay.close();
            }
        });
        var box = new DialogBox(id + "-dialog", title, content, List.of(cancel, hide, go));
        transfer.show();
        overlay.open(box.root(), Pos.CENTER, transfer.isRunning() ? hide : focus, () -> {
            transfer.hide();
            sampled.unsubscribe();
            phases.unsubscribe();
        });
        sampled = sampling.register(INTERVAL, box.root(), transfer::sample);
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case ASKING -> Texts.WORDS.say("cancel");
            case RUNNING -> Texts.WORDS.say("stop");
            case DONE, FAILED -> Texts.WORDS.say("close");
        };
    }
}
