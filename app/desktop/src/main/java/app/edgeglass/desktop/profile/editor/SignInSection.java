package app.edgeglass.desktop.profile.editor;

import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** By what the server lets one in: the kind, and the fields that it needs. */
record SignInSection(Parts parts) {

    Node root() {
        EditorViewModel model = parts.model();
        Node kinds = new Segments<>(model.loginProperty(), Texts.WORDS.say("sign-in"))
                .add(LoginKind.NONE, "connections-login-none", Texts.WORDS.say("login.none"))
                .add(LoginKind.PASSWORD, "connections-login-password", Texts.WORDS.say("login.password"))
                .add(LoginKind.TOKEN, "connections-login-token", Texts.WORDS.say("login.token"))
                .add(LoginKind.NKEY, "connections-login-nkey", Texts.WORDS.say("login.nkey"))
                .add(LoginKind.CREDENTIALS, "connections-login-credentials", Texts.WORDS.say("login.credentials"))
                .add(LoginKind.JWT, "connections-login-jwt", Texts.WORDS.say("login.jwt"))
                .root();
        Map<LoginKind, Node> groups = new EnumMap<>(LoginKind.class);
        groups.put(LoginKind.NONE, Parts.hint(Texts.WORDS.say("login.none.hint")));
        groups.put(LoginKind.PASSWORD, password());
        groups.put(LoginKind.TOKEN, token());
        groups.put(LoginKind.NKEY, nkey());
        groups.put(LoginKind.CREDENTIALS, credentials());
        groups.put(LoginKind.JWT, jwt());
        model.loginProperty().subscribe(kind -> groups.forEach((of, group) -> Controls.visible(group, of == kind)));
        var box = new VBox(kinds);
        box.getChildren().addAll(groups.values());
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node password() {
        return new FormGrid(parts)
                .field(Field.USER, Texts.WORDS.say("user"), parts.line(Field.USER, Texts.WORDS.say("user"), ""))
                .row(Texts.WORDS.say("password"), SecretField.line(parts, Field.PASSWORD, Texts.WORDS.say("password")))
                .root();
    }

    private Node token() {
        return new FormGrid(parts)
                .row(Texts.WORDS.say("token"), SecretField.line(parts, Field.TOKEN, Texts.WORDS.say("token")))
                .root();
    }

    private Node nkey() {
        Node file = new FormGrid(parts)
                .field(
                        Field.SEED_FILE,
                        Texts.WORDS.say("seed.file"),
                        parts.file(Field.SEED_FILE, Texts.WORDS.say("seed.file"), Texts.WORDS.say("seed.file.prompt")),
                        Texts.WORDS.say("file.hint"))
                .root();
        Node typed = new FormGrid(parts)
                .row(Texts.WORDS.say("seed"), SecretField.line(parts, Field.SEED, Texts.WORDS.say("seed")))
                .root();
        return either(Flag.SEED_IN_FILE, Texts.WORDS.say("seed.where"), Texts.WORDS.say("seed.typed"), file, typed);
    }

    private Node credentials() {
        Node file = new FormGrid(parts)
                .field(
                        Field.CREDENTIALS_FILE,
                        Texts.WORDS.say("credentials.file"),
                        parts.file(
                                Field.CREDENTIALS_FILE,
                                Texts.WORDS.say("credentials.file"),
                                Texts.WORDS.say("credentials.file.prompt")),
                        Texts.WORDS.say("file.hint"))
                .root();
        Node typed = new FormGrid(parts)
                .row(
                        Texts.WORDS.say("credentials.text"),
                        SecretField.area(parts, Field.CREDENTIALS, Texts.WORDS.say("credentials.text")))
                .root();
        return either(
                Flag.CREDENTIALS_IN_FILE,
                Texts.WORDS.say("credentials.where"),
                Texts.WORDS.say("credentials.typed"),
                file,
                typed);
    }

    private Node either(Flag inFile, String name, String typedName, Node file, Node typed) {
        parts.model().flag(inFile).subscribe(on -> {
            Controls.visible(file, on);
            Controls.visible(typed, !on);
        });
        Node choice = new FormGrid(parts)
                .row(name, parts.either(inFile, name, Texts.WORDS.say("in-file"), typedName))
                .root();
        var box = new VBox(choice, file, typed);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node jwt() {
        Node seed = new FormGrid(parts)
                .row(Texts.WORDS.say("seed"), SecretField.line(parts, Field.SEED, Texts.WORDS.say("seed")))
                .root();
        parts.model().flag(Flag.BEARER).subscribe(bearer -> Controls.visible(seed, !bearer));
        Node jwt = new FormGrid(parts)
                .row(Texts.WORDS.say("jwt"), SecretField.line(parts, Field.JWT, Texts.WORDS.say("jwt")))
                .row(parts.check(Flag.BEARER, Texts.WORDS.say("bearer"), Texts.WORDS.say("bearer.hint")))
                .root();
        var box = new VBox(jwt, seed);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }
}
