package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.ColourDot;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** What a connection is called, where it leads, and how careful to be there. */
record GeneralSection(Parts parts) {

    Node root() {
        var meaning = Parts.hint("");
        meaning.setId("connections-environment-note");
        parts.model().environmentProperty().subscribe(environment -> meaning.setText(meaning(environment)));
        return new FormGrid(parts)
                .field(
                        Field.NAME,
                        Texts.WORDS.say("name"),
                        parts.line(Field.NAME, Texts.WORDS.say("name"), Texts.WORDS.say("name.prompt")))
                .row(
                        Texts.WORDS.say("servers"),
                        parts.lines(Field.SERVERS, Texts.WORDS.say("servers"), Texts.WORDS.say("servers.prompt"), 3),
                        chips(),
                        parts.trouble(Field.SERVERS),
                        Parts.hint(Texts.WORDS.say("servers.hint")))
                .row(Texts.WORDS.say("environment"), environments(), meaning)
                .row(parts.check(Flag.READ_ONLY, Texts.WORDS.say("read-only"), Texts.WORDS.say("read-only.hint")))
                .row(parts.check(Flag.AT_START, Texts.WORDS.say("at-start"), ""))
                .row(Texts.WORDS.say("colour"), colours())
                .field(Field.FOLDER, Texts.WORDS.say("folder"), folder(), Texts.WORDS.say("folder.hint"))
                .field(
                        Field.DESCRIPTION,
                        Texts.WORDS.say("description"),
                        parts.lines(Field.DESCRIPTION, Texts.WORDS.say("description"), "", 2))
                .root();
    }

    /** Each address as it was understood. */
    private Node chips() {
        var chips = new FlowPane();
        chips.setId("connections-server-chips");
        chips.getStyleClass().add("eg-server-chips");
        parts.model().text(Field.SERVERS).subscribe(typed -> {
            chips.getChildren()
                    .setAll(understood(typed).stream().map(GeneralSection::chip).toList());
            Controls.visible(chips, !chips.getChildren().isEmpty());
        });
        return chips;
    }

    private static List<ServerUrl> understood(String typed) {
        try {
            return FormReader.servers(typed);
        } catch (Failure failure) {
            return List.of();
        }
    }

    private static Node chip(ServerUrl url) {
        var scheme = new Label(url.uri().getScheme());
        scheme.getStyleClass().add("eg-chip-scheme");
        if (url.isSecure()) {
            scheme.setGraphic(new FontIcon(MaterialDesignL.LOCK_OUTLINE));
        }
        var chip = new HBox(scheme, new Label(url.hostAndPort() + url.uri().getRawPath()));
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("eg-server-chip");
        return chip;
    }

    private Node environments() {
        return new Segments<>(parts.model().environmentProperty(), Texts.WORDS.say("environment"))
                .add(
                        Environment.DEVELOPMENT,
                        "connections-environment-development",
                        Texts.WORDS.say("environment.development"))
                .add(Environment.STAGING, "connections-environment-staging", Texts.WORDS.say("environment.staging"))
                .add(
                        Environment.PRODUCTION,
                        "connections-environment-production",
                        Texts.WORDS.say("environment.production"))
                .root();
    }

    private static String meaning(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> Texts.WORDS.say("environment.development.hint");
            case STAGING -> Texts.WORDS.say("environment.staging.hint");
            case PRODUCTION -> Texts.WORDS.say("environment.production.hint");
        };
    }

    private Node colours() {
        var group = new ToggleGroup();
        var line = new HBox();
        line.setId("connections-colour");
        line.setAccessibleText(Texts.WORDS.say("colour"));
        line.getStyleClass().add("eg-colours");
        for (ProfileColour colour : ProfileColour.values()) {
            var button = new ToggleButton(null, new ColourDot(colour));
            button.setId("connections-colour-" + Parts.kebab(colour));
            button.setAccessibleText(name(colour));
            button.setTooltip(new Tooltip(name(colour)));
            button.getStyleClass().add("eg-colour-button");
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                parts.model().colourProperty().set(colour);
                button.setSelected(true);
            });
            parts.model().colourProperty().subscribe(chosen -> button.setSelected(chosen == colour));
            line.getChildren().add(button);
        }
        return line;
    }

    private static String name(ProfileColour colour) {
        return switch (colour) {
            case NONE -> Texts.WORDS.say("colour.none");
            case GREY -> Texts.WORDS.say("colour.grey");
            case BLUE -> Texts.WORDS.say("colour.blue");
            case GREEN -> Texts.WORDS.say("colour.green");
            case YELLOW -> Texts.WORDS.say("colour.yellow");
            case ORANGE -> Texts.WORDS.say("colour.orange");
            case RED -> Texts.WORDS.say("colour.red");
            case PURPLE -> Texts.WORDS.say("colour.purple");
        };
    }

    private Node folder() {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Texts.WORDS.say("folder"));
        box.setOnShowing(event -> box.getItems().setAll(parts.host().folders()));
        parts.bound(box.getEditor(), Field.FOLDER, Texts.WORDS.say("folder"));
        return box;
    }
}
