package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.secret.SecretStore.Place;
import app.edgeglass.desktop.control.Controls;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/**
 * A secret: hidden until its eye is clicked, with where it is kept below it. What is kept already is not shown, only that it
 * is there; typing replaces it.
 */
final class SecretField {

    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

    private final EditorViewModel model;
    private final EditorHost host;
    private final Field field;
    private final Secret secret;
    private final Label note = Parts.hint("");
    private final Button forget;
    private final VBox root;

    private SecretField(Parts parts, Field field, String accessible, boolean large) {
        model = parts.model();
        host = parts.host();
        this.field = field;
        secret = field.secret().orElseThrow();
        ToggleButton eye = Controls.iconToggle(
                Parts.id(field) + "-show", MaterialDesignE.EYE_OUTLINE, Texts.WORDS.say("secret.show", accessible));
        forget = Controls.textButton(
                Parts.id(field) + "-forget-button", Texts.WORDS.say("secret.forget"), () -> model.forget(secret));
        Node input = large ? area(parts, accessible, eye) : line(parts, accessible, eye);
        HBox.setHgrow(input, Priority.ALWAYS);
        var box = new HBox(input, eye, forget);
        box.getStyleClass().add("eg-form-line");
        note.setId(Parts.id(field) + "-note");
        root = new VBox(box, note);
        root.getStyleClass().add("eg-form-cell");
        model.keptProperty().subscribe(kept -> say());
        model.text(field).subscribe(this::say);
        model.shownProperty().subscribe(profile -> eye.setSelected(false));
    }

    /** A secret of one line. */
    static Node line(Parts parts, Field field, String accessible) {
        return new SecretField(parts, field, accessible, false).root;
    }

    /** A secret of several lines, such as a credentials file. */
    static Node area(Parts parts, Field field, String accessible) {
        return new SecretField(parts, field, accessible, true).root;
    }

    private Node line(Parts parts, String accessible, ToggleButton eye) {
        PasswordField hidden = parts.bound(new PasswordField(), field, accessible);
        TextField open = parts.bound(new TextField(), field, accessible);
        open.getStyleClass().add("eg-code");
        open.visibleProperty().bind(eye.selectedProperty());
        hidden.visibleProperty().bind(eye.selectedProperty().not());
        return new StackPane(hidden, open);
    }

    private Node area(Parts parts, String accessible, ToggleButton eye) {
        TextArea area = parts.lines(field, accessible, "", 5);
        area.getStyleClass().add("eg-secret-lines");
        eye.selectedProperty().subscribe(open -> area.pseudoClassStateChanged(HIDDEN, !open));
        return area;
    }

    private void say() {
        boolean kept = model.keptProperty().get().contains(secret);
        boolean typed = !model.text(field).get().isEmpty();
        boolean lasting = host.placeOfSecrets() == Place.KEYCHAIN;
        Controls.visible(forget, kept);
        boolean ofFile = secret == Secret.KEY_PASSWORD || secret == Secret.TRUST_PASSWORD;
        String none = ofFile ? Texts.WORDS.say("secret.prompt.file") : Texts.WORDS.say("secret.prompt.none");
        prompt(root, kept ? Texts.WORDS.say("secret.prompt.kept") : none);
        Controls.visible(note, kept || typed);
        if (kept && !typed) {
            note.setText(lasting ? Texts.WORDS.say("secret.kept.keychain") : Texts.WORDS.say("secret.kept.memory"));
        } else if (typed) {
            note.setText(lasting ? Texts.WORDS.say("secret.typed.keychain") : Texts.WORDS.say("secret.typed.memory"));
        }
    }

    private static void prompt(Node node, String words) {
        if (node instanceof TextInputControl input) {
            input.setPromptText(words);
        } else if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> prompt(child, words));
        }
    }
}
