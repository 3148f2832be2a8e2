package app.edgeglass.desktop.backup;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** As what a stream is restored. */
final class RestoreForm {

    private final VBox root = new VBox();
    private final TextField name = new TextField();

    RestoreForm(RestoreViewModel model) {
        var facts = hint(model.facts(), "restore-stream-facts");
        name.setId("restore-stream-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setDisable(!model.takesOtherName());
        var subjects = new TextField();
        subjects.setId("restore-stream-subjects");
        subjects.getStyleClass().add("eg-code");
        subjects.textProperty().bindBidirectional(model.subjectsProperty());
        var replicas = new ComboBox<Integer>();
        replicas.setId("restore-stream-replicas");
        replicas.getItems().setAll(RestoreViewModel.REPLICAS);
        replicas.valueProperty().bindBidirectional(model.replicasProperty());
        root.getStyleClass().add("eg-backup-form");
        root.getChildren()
                .addAll(
                        facts,
                        cell(
                                Texts.WORDS.say("restore.name"),
                                name,
                                model.takesOtherName()
                                        ? Texts.WORDS.say("restore.name.hint")
                                        : Texts.WORDS.say("restore.name.fixed")),
                        cell(Texts.WORDS.say("restore.subjects"), subjects, Texts.WORDS.say("restore.subjects.hint")),
                        cell(Texts.WORDS.say("restore.replicas"), replicas, Texts.WORDS.say("restore.replicas.hint")));
    }

    private static VBox cell(String words, Region control, String hint) {
        var label = new Label(words);
        label.setLabelFor(control);
        var cell = new VBox(label, control, hint(hint, control.getId() + "-hint"));
        cell.getStyleClass().add("eg-backup-cell");
        cell.getChildren().getLast().getStyleClass().add("eg-backup-hint");
        return cell;
    }

    private static Label hint(String words, String id) {
        var label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Region root() {
        return root;
    }

    Region focus() {
        return name.isDisable() ? root : name;
    }
}
