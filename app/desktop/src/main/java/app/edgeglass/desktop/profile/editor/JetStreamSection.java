package app.edgeglass.desktop.profile.editor;

import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.profile.editor.Choices.PlaceKind;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Which JetStream is asked. */
record JetStreamSection(Parts parts) {

    Node root() {
        EditorViewModel model = parts.model();
        var note = Parts.hint("");
        Node kinds = new Segments<>(model.placeProperty(), Texts.WORDS.say("jetstream"))
                .add(PlaceKind.OWN, "connections-jetstream-own", Texts.WORDS.say("jetstream.own"))
                .add(PlaceKind.DOMAIN, "connections-jetstream-domain", Texts.WORDS.say("jetstream.domain"))
                .add(PlaceKind.PREFIX, "connections-jetstream-prefix", Texts.WORDS.say("jetstream.prefix"))
                .root();
        Node domain = new FormGrid(parts)
                .field(
                        Field.DOMAIN,
                        Texts.WORDS.say("domain"),
                        parts.line(Field.DOMAIN, Texts.WORDS.say("domain"), Texts.WORDS.say("domain.prompt")))
                .root();
        Node prefix = new FormGrid(parts)
                .field(
                        Field.API_PREFIX,
                        Texts.WORDS.say("api-prefix"),
                        parts.line(
                                Field.API_PREFIX, Texts.WORDS.say("api-prefix"), Texts.WORDS.say("api-prefix.prompt")))
                .root();
        model.placeProperty().subscribe(kind -> {
            Controls.visible(domain, kind == PlaceKind.DOMAIN);
            Controls.visible(prefix, kind == PlaceKind.PREFIX);
            note.setText(
                    switch (kind) {
                        case OWN -> Texts.WORDS.say("jetstream.own.hint");
                        case DOMAIN -> Texts.WORDS.say("jetstream.domain.hint");
                        case PREFIX -> Texts.WORDS.say("jetstream.prefix.hint");
                    });
        });
        var box = new VBox(
                new FormGrid(parts)
                        .row(Texts.WORDS.say("jetstream"), kinds, note)
                        .root(),
                domain,
                prefix);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }
}
