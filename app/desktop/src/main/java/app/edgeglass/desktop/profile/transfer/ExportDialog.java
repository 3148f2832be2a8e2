package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.context.CliContexts.ExportPreview;
import app.edgeglass.core.connection.context.Note;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.profile.transfer.ExportViewModel.Form;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what is given to others, and in which form. */
final class ExportDialog {

    private final ExportViewModel model;
    private final Overlay overlay;

    ExportDialog(ExportViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    void open(Runnable onExport) {
        var problem = label("export-problem", "eg-form-problem");
        model.problemProperty().subscribe(words -> {
            problem.setText(words);
            Controls.visible(problem, !words.isEmpty());
        });
        var content = new VBox();
        content.getStyleClass().add("eg-transfer-form");
        if (model.hasChosen()) {
            content.getChildren().addAll(forms(), amounts());
        } else {
            content.getChildren().add(new Label(Texts.WORDS.say("export.all", model.total())));
        }
        Node file = file();
        Node context = context();
        model.formProperty().subscribe(form -> {
            Controls.visible(file, form == Form.FILE);
            Controls.visible(context, form == Form.CONTEXT);
        });
        content.getChildren().addAll(file, context, problem);
        var go = new Button(Texts.WORDS.say("export.go"));
        go.setId("export-confirm-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.disableProperty().bind(model.readyProperty().not());
        go.setOnAction(event -> {
            overlay.close();
            onExport.run();
        });
        var cancel = new Button(Texts.WORDS.say("cancel"));
        cancel.setId("export-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        var box = new DialogBox("export-dialog", Texts.WORDS.say("export.title"), content, List.of(cancel, go));
        overlay.open(box.root(), Pos.CENTER, model.hasChosen() ? content : go, () -> {});
    }

    private Node forms() {
        return new Segments<>(model.formProperty(), Texts.WORDS.say("export.form"))
                .add(Form.FILE, "export-form-file", Texts.WORDS.say("export.file"))
                .add(Form.CONTEXT, "export-form-context", Texts.WORDS.say("export.context"))
                .root();
    }

    private Node amounts() {
        var all = new CheckBox(Texts.WORDS.say("export.all", model.total()));
        all.setId("export-all");
        all.selectedProperty().bindBidirectional(model.everythingProperty());
        model.formProperty().subscribe(form -> Controls.visible(all, form == Form.FILE && model.total() > 1));
        return all;
    }

    private Node file() {
        var secrets = new CheckBox(Texts.WORDS.say("export.secrets"));
        secrets.setId("export-secrets");
        secrets.selectedProperty().bindBidirectional(model.withSecretsProperty());
        var note = label("export-note", "eg-form-hint");
        var passphrase = field("export-passphrase", Texts.WORDS.say("export.passphrase"));
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        var again = field("export-passphrase-again", Texts.WORDS.say("export.again"));
        again.textProperty().bindBidirectional(model.againProperty());
        var strength = label("export-strength", "eg-form-hint");
        model.strengthProperty().subscribe(now -> strength.setText(words(now)));
        var typed = new VBox(passphrase, strength, again);
        typed.getStyleClass().add("eg-form-cell");
        model.withSecretsProperty().subscribe(with -> {
            Controls.visible(typed, with);
            note.setText(with ? Texts.WORDS.say("export.secrets.note") : Texts.WORDS.say("export.stripped.note"));
        });
        var box = new VBox(secrets, note, typed);
        box.getStyleClass().add("eg-form-cell");
        return box;
    }

    private static String words(Strength strength) {
        return switch (strength) {
            case NONE -> Texts.WORDS.say("strength.none");
            case WEAK -> Texts.WORDS.say("strength.weak");
            case FAIR -> Texts.WORDS.say("strength.fair");
            case GOOD -> Texts.WORDS.say("strength.good");
        };
    }

    private static PasswordField field(String id, String words) {
        var field = new PasswordField();
        field.setId(id);
        field.setAccessibleText(words);
        field.setPromptText(words);
        return field;
    }

    private Node context() {
        var name = new TextField();
        name.setId("export-context-name");
        name.setAccessibleText(Texts.WORDS.say("export.context.name"));
        name.textProperty().bindBidirectional(model.contextNameProperty());
        var label = new Label(Texts.WORDS.say("export.context.name"));
        label.setLabelFor(name);
        var hint = label("export-context-hint", "eg-form-hint");
        hint.setText(Texts.WORDS.say("export.context.note"));
        var replaces = label("export-context-replaces", "eg-form-warning");
        var notes = new VBox();
        notes.setId("export-context-notes");
        notes.getStyleClass().add("eg-context-notes");
        model.previewProperty().subscribe(preview -> {
            boolean taken = preview.map(ExportPreview::replaces).orElse(false);
            Controls.visible(replaces, taken);
            replaces.setText(Texts.WORDS.say(
                    "export.context.replaces", preview.map(ExportPreview::name).orElse("")));
            notes.getChildren().setAll(notes(preview));
        });
        var box = new VBox(label, name, replaces, hint, notes);
        box.getStyleClass().add("eg-form-cell");
        return box;
    }

    private static List<Node> notes(Optional<ExportPreview> preview) {
        return preview.map(ExportPreview::notes).orElse(List.of()).stream()
                .map(ExportDialog::note)
                .toList();
    }

    private static Node note(Note note) {
        var field = new Label(note.field());
        field.getStyleClass().addAll("eg-code", "eg-context-field");
        var sentence = new Label(note.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(field, sentence);
        box.getStyleClass().add("eg-context-note");
        return box;
    }

    private static Label label(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
