package app.edgeglass.desktop.backup;

import app.edgeglass.desktop.shell.dialog.Dialogs;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where to save a stream, and with what. */
final class SaveForm {

    private final VBox root;
    private final Button choose;

    SaveForm(SaveViewModel model, Dialogs dialogs) {
        var hint = new Label(Texts.WORDS.say("save.hint", model.name()));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var folder = new TextField();
        folder.setId("save-stream-folder");
        folder.textProperty().bindBidirectional(model.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var label = new Label(Texts.WORDS.say("save.folder"));
        label.setLabelFor(folder);
        choose = new Button(Texts.WORDS.say("choose"));
        choose.setId("save-stream-choose-button");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> dialogs.openFolder(
                Texts.WORDS.say("save.folder"), chosen -> model.folderProperty().set(chosen.toString())));
        var line = new HBox(folder, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-backup-line");
        var consumers = new CheckBox(Texts.WORDS.say("save.consumers"));
        consumers.setId("save-stream-consumers");
        consumers.selectedProperty().bindBidirectional(model.consumersProperty());
        var check = new CheckBox(Texts.WORDS.say("save.check"));
        check.setId("save-stream-check");
        check.selectedProperty().bindBidirectional(model.checkProperty());
        var checkHint = new Label(Texts.WORDS.say("save.check.hint"));
        checkHint.setWrapText(true);
        checkHint.setMinHeight(Region.USE_PREF_SIZE);
        checkHint.getStyleClass().add("eg-backup-hint");
        root = new VBox(hint, new VBox(label, line), consumers, new VBox(check, checkHint));
        root.getStyleClass().add("eg-backup-form");
    }

    Region root() {
        return root;
    }

    Button focus() {
        return choose;
    }
}
