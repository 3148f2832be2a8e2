package app.edgeglass.desktop.deadletter;

import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks to which subject dead letters are copied, and whether the originals are deleted then. */
final class TargetDialog {

    private final Overlay overlay;

    TargetDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    /** @param onGo takes the subject, and whether to delete */
    void ask(int letters, String proposed, BiConsumer<String, Boolean> onGo) {
        var hint = new Label(Texts.WORDS.say("target.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var subject = new TextField(proposed);
        subject.setId("dead-letters-target");
        subject.getStyleClass().add("eg-code");
        var label = new Label(Texts.WORDS.say("target.subject"));
        label.setLabelFor(subject);
        var delete = new CheckBox(Texts.WORDS.say("target.delete"));
        delete.setId("dead-letters-delete");
        var content = new VBox(hint, new VBox(label, subject), delete);
        content.getStyleClass().add("eg-dead-letters-form");
        var go = new Button(Texts.WORDS.say("target.go"));
        go.setId("dead-letters-target-confirm-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            overlay.close();
            onGo.accept(subject.getText().strip(), delete.isSelected());
        });
        subject.textProperty().subscribe(text -> go.setDisable(!isSubject(text.strip())));
        var cancel = new Button(Texts.WORDS.say("cancel"));
        cancel.setId("dead-letters-target-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        var box = new DialogBox(
                "dead-letters-target-dialog", Texts.WORDS.say("target.title", letters), content, List.of(cancel, go));
        overlay.open(box.root(), Pos.CENTER, subject, () -> {});
    }

    /** One that a message can be published to. */
    private static boolean isSubject(String text) {
        return !text.isEmpty() && text.matches("[^\\s.*>]+(\\.[^\\s.*>]+)*");
    }
}
