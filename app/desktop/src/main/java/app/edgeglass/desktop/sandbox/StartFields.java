package app.edgeglass.desktop.sandbox;

import app.edgeglass.core.settings.LocalServerSettings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the next local server keeps its data, and at which port it stands. */
final class StartFields {

    private final LocalServerViewModel model;
    private final TextField folder = new TextField();
    private final Button temporary = new Button(Texts.WORDS.say("fields.folder.temporary"));
    private final TextField port = new TextField();
    private final Label note = new Label();
    private final VBox root;
    private LocalServerSettings shown = LocalServerSettings.DEFAULT;

    StartFields(LocalServerViewModel model) {
        this.model = model;
        folder.setId("local-server-next-folder");
        folder.setEditable(false);
        folder.setAccessibleText(Texts.WORDS.say("fields.folder"));
        folder.setPromptText(Texts.WORDS.say("fields.folder.prompt"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        var choose = new Button(Texts.WORDS.say("fields.folder.choose"));
        choose.setId("local-server-next-folder-button");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> model.chooseFolder(this::show));
        temporary.setId("local-server-next-folder-temporary-button");
        temporary.setMinWidth(Region.USE_PREF_SIZE);
        temporary.setOnAction(event -> {
            model.useTemporaryFolder();
            show();
        });
        port.setId("local-server-next-port");
        port.setAccessibleText(Texts.WORDS.say("fields.port"));
        port.setPromptText(Texts.WORDS.say("fields.port.prompt"));
        port.setPrefColumnCount(8);
        port.setMaxWidth(Region.USE_PREF_SIZE);
        note.setId("local-server-next-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-server-note");
        var grid = new GridPane();
        grid.getStyleClass().add("eg-server-fields");
        grid.addRow(0, label("fields.folder", folder), folder);
        var buttons = new HBox(choose, temporary);
        buttons.getStyleClass().add("eg-server-folder-buttons");
        grid.add(buttons, 1, 1);
        grid.addRow(2, label("fields.port", port), port);
        GridPane.setHgrow(folder, Priority.ALWAYS);
        root = new VBox(grid, note);
        root.getStyleClass().add("eg-server-next");
        show();
        port.textProperty().subscribe(this::typed);
    }

    private static Label label(String key, TextField field) {
        var label = new Label(Texts.WORDS.say(key));
        label.setLabelFor(field);
        label.getStyleClass().add("eg-fact-label");
        return label;
    }

    private void typed(String text) {
        boolean valid = model.setPort(text);
        shown = model.settings();
        say(valid);
    }

    /** Shows what is set now, also when it was set elsewhere. */
    void refresh() {
        if (!model.settings().equals(shown)) {
            show();
        }
    }

    private void show() {
        shown = model.settings();
        folder.setText(shown.folder());
        temporary.setDisable(shown.folder().isEmpty());
        String number = shown.port() == 0 ? "" : Integer.toString(shown.port());
        if (!port.getText().equals(number)) {
            port.setText(number);
        }
        say(true);
    }

    private void say(boolean portIsValid) {
        if (!portIsValid) {
            note.setText(Texts.WORDS.say("fields.port.wrong"));
        } else if (shown.folder().isEmpty()) {
            note.setText(Texts.WORDS.say("fields.note.temporary"));
        } else {
            note.setText(Texts.WORDS.say("fields.note.kept"));
        }
    }

    Region root() {
        return root;
    }
}
