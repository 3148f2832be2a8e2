package app.edgeglass.desktop.profile.editor;

import app.edgeglass.desktop.control.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the connection behaves on the wire. */
record LinkSection(Parts parts) {

    Node root() {
        Node above = new FormGrid(parts)
                .field(
                        Field.PING,
                        Texts.WORDS.say("ping"),
                        seconds(Field.PING, Texts.WORDS.say("ping")),
                        Texts.WORDS.say("ping.hint"))
                .row(parts.check(Flag.RECONNECT, Texts.WORDS.say("reconnect"), ""))
                .root();
        Node pauses = new FormGrid(parts)
                .field(
                        Field.FIRST_PAUSE,
                        Texts.WORDS.say("pause.first"),
                        seconds(Field.FIRST_PAUSE, Texts.WORDS.say("pause.first")))
                .field(
                        Field.LONGEST_PAUSE,
                        Texts.WORDS.say("pause.longest"),
                        seconds(Field.LONGEST_PAUSE, Texts.WORDS.say("pause.longest")),
                        Texts.WORDS.say("pause.hint"))
                .root();
        parts.model().flag(Flag.RECONNECT).subscribe(on -> Controls.visible(pauses, on));
        Node below = new FormGrid(parts)
                .field(
                        Field.PROXY,
                        Texts.WORDS.say("proxy"),
                        parts.line(Field.PROXY, Texts.WORDS.say("proxy"), Texts.WORDS.say("proxy.prompt")))
                .field(
                        Field.INBOX_PREFIX,
                        Texts.WORDS.say("inbox"),
                        parts.line(Field.INBOX_PREFIX, Texts.WORDS.say("inbox"), Texts.WORDS.say("inbox.prompt")),
                        Texts.WORDS.say("inbox.hint"))
                .field(
                        Field.CONNECTION_NAME,
                        Texts.WORDS.say("connection-name"),
                        parts.line(
                                Field.CONNECTION_NAME,
                                Texts.WORDS.say("connection-name"),
                                Texts.WORDS.say("connection-name.prompt")),
                        Texts.WORDS.say("connection-name.hint"))
                .row(parts.check(Flag.ECHO, Texts.WORDS.say("echo"), Texts.WORDS.say("echo.hint")))
                .root();
        var box = new VBox(above, pauses, below);
        box.getStyleClass().add("eg-form-groups");
        return box;
    }

    private Node seconds(Field field, String accessible) {
        TextField line = parts.line(field, accessible, "");
        line.setPrefColumnCount(6);
        var box = new HBox(line, new Label(Texts.WORDS.say("seconds")));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("eg-form-line");
        return box;
    }
}
