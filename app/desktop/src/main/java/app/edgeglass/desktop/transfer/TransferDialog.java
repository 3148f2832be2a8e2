package app.edgeglass.desktop.transfer;

import app.edgeglass.core.transfer.TransferProgress;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A form, and below it how far the work is and what became of it. Closed while it works, the work goes on. */
final class TransferDialog {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final TransferViewModel model;
    private final Overlay overlay;
    private final VBox form = new VBox();
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence = new Label();
    private final Label more = new Label();
    private final VBox told = new VBox(bar, sentence, more);
    private final Button go = new Button();
    private final Button stop = new Button();
    private final DialogBox box;

    TransferDialog(TransferViewModel model, Overlay overlay, String id, String title, String note, List<Node> lines) {
        this.model = model;
        this.overlay = overlay;
        Label words = wrapping("transfer-note");
        words.setText(note);
        words.getStyleClass().add("eg-pane-note");
        form.getChildren().addAll(lines);
        form.getChildren().add(words);
        form.getStyleClass().add("eg-transfer-lines");
        form.disableProperty().bind(model.runningProperty());
        bar.setId("transfer-progress");
        bar.setAccessibleText(Texts.WORDS.say("progress.accessible"));
        bar.setMaxWidth(Double.MAX_VALUE);
        dress(sentence, "transfer-sentence");
        dress(more, "transfer-more");
        more.getStyleClass().add("eg-pane-note");
        told.setId("transfer-told");
        told.getStyleClass().add("eg-transfer-told");
        var content = new VBox(form, told);
        content.getStyleClass().add("eg-transfer-lines");
        go.setId("transfer-go-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        stop.setText(Texts.WORDS.say("stop"));
        stop.setId("transfer-stop-button");
        stop.setOnAction(event -> model.cancel());
        var close = new Button(Texts.WORDS.say("close"));
        close.setId("transfer-close-button");
        close.setCancelButton(true);
        close.setOnAction(event -> overlay.close());
        go.disableProperty().bind(model.runningProperty());
        box = new DialogBox(id, title, content, List.of(stop, close, go)).wide();
    }

    private static Label wrapping(String id) {
        var label = new Label();
        dress(label, id);
        return label;
    }

    private static void dress(Label label, String id) {
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    /**
     * Opens it.
     *
     * @param words of the button that begins
     * @param goOn is told the place that was reached when it has stopped before its end
     */
    void open(String words, Runnable onGo, LongConsumer goOn, Node focus) {
        go.setText(words);
        go.setOnAction(event -> onGo.run());
        Subscription showing = model.stateProperty().subscribe(state -> {
            show(state);
            if (state instanceof TransferState.Ended(var end, var _, var _) && !end.isComplete()) {
                goOn.accept(end.reached());
            }
        });
        overlay.open(box.root(), Pos.CENTER, focus, showing::unsubscribe);
    }

    private void show(TransferState state) {
        var text = TransferText.of(state);
        sentence.setText(text.sentence());
        more.setText(text.more());
        Controls.visible(more, !text.more().isEmpty());
        Controls.visible(told, !text.sentence().isEmpty());
        told.pseudoClassStateChanged(BAD, text.bad());
        boolean running = state instanceof TransferState.Running;
        Controls.visible(bar, running);
        Controls.visible(stop, running);
        if (state instanceof TransferState.Running(TransferProgress progress)) {
            bar.setProgress(progress.part());
        }
    }
}
