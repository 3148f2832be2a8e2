package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the passphrase of a file. */
final class PassphraseDialog {

    private final Overlay overlay;

    PassphraseDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    /** @param trouble what was wrong with the one before; empty at first */
    void ask(Path file, String trouble, Consumer<SecretValue> onAnswer) {
        var note = new Label(Texts.WORDS.say("passphrase.note", String.valueOf(file.getFileName())));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        var wrong = new Label(trouble);
        wrong.setId("passphrase-trouble");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.getStyleClass().add("eg-server-trouble");
        Controls.visible(wrong, !trouble.isEmpty());
        var field = new PasswordField();
        field.setId("passphrase");
        field.setAccessibleText(Texts.WORDS.say("passphrase"));
        field.setPromptText(Texts.WORDS.say("passphrase"));
        var go = new Button(Texts.WORDS.say("passphrase.go"));
        go.setId("passphrase-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            var value = SecretValue.of(field.getText());
            overlay.close();
            onAnswer.accept(value);
        });
        field.textProperty().subscribe(typed -> go.setDisable(typed.isEmpty()));
        var cancel = new Button(Texts.WORDS.say("cancel"));
        cancel.setId("passphrase-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        var content = new VBox(wrong, note, field);
        content.getStyleClass().add("eg-transfer-form");
        var box = new DialogBox("passphrase-dialog", Texts.WORDS.say("passphrase.title"), content, List.of(cancel, go));
        overlay.open(box.root(), Pos.CENTER, field, () -> {});
    }
}
