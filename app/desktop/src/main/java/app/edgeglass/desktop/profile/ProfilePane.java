package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.ColourDot;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.profile.editor.EditorHost;
import app.edgeglass.desktop.profile.editor.EditorView;
import app.edgeglass.desktop.profile.editor.EditorViewModel;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.shell.action.Shortcuts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** One profile: what can be done with it, the form, and whether it is saved. */
final class ProfilePane {

    private static final int LONGEST = 200;

    private final ConnectionsViewModel model;
    private final EditorViewModel editor;
    private final EditorView form;
    private final ColourDot dot = new ColourDot();
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label note = new Label();
    private final Button connect = new Button(Texts.WORDS.say("connect"), new FontIcon(MaterialDesignP.PLAY));
    private final Button duplicate;
    private final Button export;
    private final Button save = new Button(Texts.WORDS.say("save"));
    private final Button revert = new Button(Texts.WORDS.say("revert"));
    private final VBox root;

    /** @param onExport gives the profile to others */
    ProfilePane(ConnectionsViewModel model, EditorHost host, Runnable onExport) {
        this.model = model;
        editor = model.editor();
        form = new EditorView(editor, host);
        duplicate = Controls.iconButton(
                "connections-duplicate-button",
                MaterialDesignC.CONTENT_COPY,
                Texts.WORDS.say("duplicate"),
                model::duplicate);
        export = Controls.iconButton(
                "connections-export-button", MaterialDesignE.EXPORT, Texts.WORDS.say("export"), onExport);
        VBox.setVgrow(form.root(), Priority.ALWAYS);
        root = new VBox(header(), form.root(), footer());
        root.setId("connections-profile");
        editor.shownProperty().subscribe(this::show);
        editor.colourProperty().subscribe(dot::show);
        editor.text(Field.NAME).subscribe(typed -> title());
        editor.changedProperty().subscribe(this::status);
        editor.savableProperty().subscribe(this::status);
        editor.problemsProperty().subscribe(problems -> status());
    }

    private Region header() {
        name.setId("connections-title");
        name.getStyleClass().add("title-3");
        name.setMinWidth(0);
        address.getStyleClass().add("eg-connection-address");
        address.setMinWidth(0);
        var title = new HBox(dot, name);
        title.getStyleClass().add("eg-connection-title");
        title.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(title, address);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var delete = Controls.iconButton(
                "connections-delete-button",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                Texts.WORDS.say("delete.button"),
                model::delete);
        var test = new Button(Texts.WORDS.say("test"), new FontIcon(MaterialDesignS.STETHOSCOPE));
        test.setId("connections-test-button");
        test.setTooltip(new Tooltip(Texts.WORDS.say("test.tooltip")));
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setOnAction(event -> orShow(model.test()));
        connect.setId("connections-connect-button");
        connect.getStyleClass().add("accent");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setOnAction(event -> connect());
        var line = new HBox(words, duplicate, export, delete, test, connect);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-connection-header");
        return line;
    }

    private Region footer() {
        note.setId("connections-note");
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        revert.setId("connections-revert-button");
        revert.setMinWidth(Region.USE_PREF_SIZE);
        revert.setOnAction(event -> editor.revert());
        save.setId("connections-save-button");
        save.setTooltip(new Tooltip(Texts.WORDS.say("save.tooltip", Shortcuts.shown("Shortcut+S"))));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> save());
        var line = new HBox(note, revert, save);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-connection-footer");
        return line;
    }

    private void show(@Nullable Profile profile) {
        address.setText(profile == null ? "" : SafeText.show(Rows.addresses(profile), LONGEST));
        duplicate.setDisable(editor.isNew());
        export.setDisable(editor.isNew());
        title();
        status();
    }

    private void title() {
        String typed = editor.text(Field.NAME).get();
        name.setText(typed.isBlank() ? Texts.WORDS.say("untitled") : SafeText.show(typed, LONGEST));
    }

    private void status() {
        boolean savable = editor.savableProperty().get();
        boolean changed = editor.changedProperty().get();
        boolean locked = model.readOnly().isPresent();
        save.setDisable(!savable || locked);
        revert.setDisable(!changed);
        connect.setText(savable ? Texts.WORDS.say("connect.save") : Texts.WORDS.say("connect"));
        connect.setDisable(savable && locked);
        String problems = EditorView.summary(editor.problemsProperty().get());
        note.getStyleClass().removeAll("eg-note-wrong", "eg-muted");
        note.getStyleClass().add(problems.isEmpty() ? "eg-muted" : "eg-note-wrong");
        note.setText(
                !problems.isEmpty()
                        ? problems
                        : changed ? Texts.WORDS.say("note.changed") : Texts.WORDS.say("note.saved"));
        if (problems.isEmpty() && editor.isNew()) {
            note.setText(Texts.WORDS.say("note.new"));
        }
    }

    void save() {
        orShow(model.save(saved -> {}));
    }

    void connect() {
        orShow(model.connect());
    }

    void test() {
        orShow(model.test());
    }

    /** Shows what is wrong, if it is that what kept it from being done. */
    private void orShow(boolean done) {
        if (!done) {
            editor.problemsProperty().get().keySet().stream()
                    .sorted()
                    .findFirst()
                    .ifPresent(form::show);
        }
    }

    EditorView form() {
        return form;
    }

    Region root() {
        return root;
    }
}
