package app.edgeglass.desktop.profile.editor;

import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.profile.editor.Choices.IdentityKind;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** How the connection is made secure: whom to believe, and what one shows of oneself. */
record SecuritySection(Parts parts) {

    Node root() {
        Node tls = new FormGrid(parts)
                .row(
                        Texts.WORDS.say("tls"),
                        parts.check(Flag.TLS_WANTED, Texts.WORDS.say("tls.wanted"), Texts.WORDS.say("tls.wanted.hint")))
                .row(parts.check(Flag.TLS_FIRST, Texts.WORDS.say("tls.first"), Texts.WORDS.say("tls.first.hint")))
                .root();
        var box = new VBox(tls, trust(), identity());
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node trust() {
        EditorViewModel model = parts.model();
        var note = Parts.hint("");
        Node kinds = new Segments<>(model.trustProperty(), Texts.WORDS.say("trust"))
                .add(TrustKind.JAVA, "connections-trust-java", Texts.WORDS.say("trust.java"))
                .add(TrustKind.PLATFORM, "connections-trust-platform", Texts.WORDS.say("trust.platform"))
                .add(TrustKind.FILE, "connections-trust-file-kind", Texts.WORDS.say("trust.file"))
                .root();
        Node file = new FormGrid(parts)
                .field(
                        Field.TRUST_FILE,
                        Texts.WORDS.say("trust.path"),
                        parts.file(
                                Field.TRUST_FILE, Texts.WORDS.say("trust.path"), Texts.WORDS.say("trust.path.prompt")))
                .row(
                        Texts.WORDS.say("trust.password"),
                        SecretField.line(parts, Field.TRUST_PASSWORD, Texts.WORDS.say("trust.password")),
                        parts.trouble(Field.TRUST_PASSWORD))
                .root();
        model.trustProperty().subscribe(kind -> {
            Controls.visible(file, kind == TrustKind.FILE);
            note.setText(
                    switch (kind) {
                        case JAVA -> Texts.WORDS.say("trust.java.hint");
                        case PLATFORM -> Texts.WORDS.say("trust.platform.hint");
                        case FILE -> Texts.WORDS.say("trust.file.hint");
                    });
        });
        var box = new VBox(
                new FormGrid(parts).row(Texts.WORDS.say("trust"), kinds, note).root(), file);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node identity() {
        EditorViewModel model = parts.model();
        var kinds = new Segments<>(model.identityProperty(), Texts.WORDS.say("identity"))
                .add(IdentityKind.NONE, "connections-identity-none", Texts.WORDS.say("identity.none"))
                .add(IdentityKind.PEM, "connections-identity-pem", Texts.WORDS.say("identity.pem"))
                .add(IdentityKind.STORE, "connections-identity-store", Texts.WORDS.say("identity.store"));
        // Elsewhere it is there only where it was chosen, on another machine.
        if (parts.host().isWindows() || model.identityProperty().get() == IdentityKind.WINDOWS) {
            kinds.add(IdentityKind.WINDOWS, "connections-identity-windows", Texts.WORDS.say("identity.windows"));
        }
        var note = Parts.hint("");
        Node pem = new FormGrid(parts)
                .field(
                        Field.CERTIFICATE_FILE,
                        Texts.WORDS.say("certificate"),
                        parts.file(
                                Field.CERTIFICATE_FILE,
                                Texts.WORDS.say("certificate"),
                                Texts.WORDS.say("certificate.prompt")))
                .field(
                        Field.KEY_FILE,
                        Texts.WORDS.say("key"),
                        parts.file(Field.KEY_FILE, Texts.WORDS.say("key"), Texts.WORDS.say("key.prompt")))
                .root();
        Node store = new FormGrid(parts)
                .field(
                        Field.STORE_FILE,
                        Texts.WORDS.say("store"),
                        parts.file(Field.STORE_FILE, Texts.WORDS.say("store"), Texts.WORDS.say("store.prompt")))
                .root();
        Node password = new FormGrid(parts)
                .row(
                        Texts.WORDS.say("key.password"),
                        SecretField.line(parts, Field.KEY_PASSWORD, Texts.WORDS.say("key.password")),
                        parts.trouble(Field.KEY_PASSWORD))
                .root();
        Node windows = windows();
        model.identityProperty().subscribe(kind -> {
            Controls.visible(pem, kind == IdentityKind.PEM);
            Controls.visible(store, kind == IdentityKind.STORE);
            Controls.visible(password, kind == IdentityKind.PEM || kind == IdentityKind.STORE);
            Controls.visible(windows, kind == IdentityKind.WINDOWS);
            note.setText(Texts.WORDS.say("identity.hint"));
        });
        var box = new VBox(
                new FormGrid(parts)
                        .row(Texts.WORDS.say("identity"), kinds.root(), note)
                        .root(),
                pem,
                store,
                password,
                windows);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node windows() {
        return new FormGrid(parts)
                .row(
                        Texts.WORDS.say("windows.store"),
                        parts.either(
                                Flag.MACHINE_STORE,
                                Texts.WORDS.say("windows.store"),
                                Texts.WORDS.say("windows.machine"),
                                Texts.WORDS.say("windows.user")))
                .row(
                        Texts.WORDS.say("windows.by"),
                        parts.either(
                                Flag.BY_ISSUER,
                                Texts.WORDS.say("windows.by"),
                                Texts.WORDS.say("windows.issuer"),
                                Texts.WORDS.say("windows.subject")))
                .field(
                        Field.WINDOWS_MATCH,
                        Texts.WORDS.say("windows.match"),
                        parts.line(Field.WINDOWS_MATCH, Texts.WORDS.say("windows.match"), ""))
                .root();
    }
}
