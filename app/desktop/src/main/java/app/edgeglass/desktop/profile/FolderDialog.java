package app.edgeglass.desktop.profile;

import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for a folder's other name. */
public final class FolderDialog {

    private final Overlay overlay;

    public FolderDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    /** @param onName gets the name; empty to bring what is in the folder to the top */
    public void ask(String folder, Consumer<String> onName) {
        var field = new TextField(folder);
        field.setId("folder-name");
        field.setAccessibleText(Texts.WORDS.say("rename.name"));
        var note = new Label(Texts.WORDS.say("rename.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-form-hint");
        var go = new Button(Texts.WORDS.say("rename.go"));
        go.setId("folder-rename-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            overlay.close();
            onName.accept(field.getText());
        });
        var cancel = new Button(Texts.WORDS.say("secret.cancel"));
        cancel.setId("folder-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        var content = new VBox(field, note);
        content.getStyleClass().add("eg-secret-row");
        var box = new DialogBox("folder-dialog", Texts.WORDS.say("rename.title", folder), content, List.of(cancel, go));
        overlay.open(box.root(), Pos.CENTER, field, () -> {});
        field.selectAll();
    }
}
