package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** How the payload is written, and all that is rarely needed: headers, reply-to, repeating, waiting for replies. */
final class OptionsBar {

    private final PublishViewModel model;
    private final PublishForm form;
    private final ToggleButton headers = toggle("publish-headers-toggle");
    private final ToggleButton replyTo = toggle("publish-reply-to-toggle");
    private final ToggleButton repeat = toggle("publish-repeat-toggle");
    private final TextField replyToField = new TextField();
    private final FlowPane tools;
    private final VBox root;

    /** What the bar asks of the view. */
    interface Actions {

        void insert(String placeholder);

        void copy(String text);
    }

    OptionsBar(PublishViewModel model, Actions actions) {
        this.model = model;
        this.form = model.form();
        headers.setText(Texts.WORDS.say("headers.toggle"));
        replyTo.setText(Texts.WORDS.say("reply-to.toggle"));
        repeat.setText(Texts.WORDS.say("repeat.toggle"));
        repeat.selectedProperty().bindBidirectional(form.repeat());
        form.replyTo().subscribe(text -> replyTo.setSelected(replyTo.isSelected() || !text.isEmpty()));

        tools = new FlowPane(
                formats().root(), indent(), placeholders(actions::insert), headers, replyTo, repeat, more(actions));
        tools.getStyleClass().add("eg-publish-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(tools, extras());
        root.getStyleClass().add("eg-publish-options");

        shownIf(replyTo, Mode.PUBLISH);
        shownIf(repeat, Mode.PUBLISH);
    }

    private static ToggleButton toggle(String id) {
        var toggle = new ToggleButton();
        toggle.setId(id);
        toggle.getStyleClass().addAll("eg-tool", "eg-option-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        return toggle;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void shownIf(Node node, Mode mode) {
        form.mode().subscribe(now -> shown(node, now == mode));
    }

    private Segments<BodyFormat> formats() {
        return new Segments<>(form.format(), Texts.WORDS.say("format.accessible"))
                .add(BodyFormat.TEXT, "publish-format-text", Texts.WORDS.say("format.text"))
                .add(BodyFormat.JSON, "publish-format-json", Texts.WORDS.say("format.json"))
                .add(BodyFormat.HEX, "publish-format-hex", Texts.WORDS.say("format.hex"))
                .add(BodyFormat.FILE, "publish-format-file", Texts.WORDS.say("format.file"));
    }

    private Button indent() {
        var indent = new Button(Texts.WORDS.say("format.indent"));
        indent.setId("publish-indent-button");
        indent.getStyleClass().addAll("flat", "eg-tool");
        indent.setTooltip(new Tooltip(Texts.WORDS.say("format.indent.tip", Shortcuts.shown("Shortcut+Shift+F"))));
        indent.setOnAction(event -> form.indent());
        form.format().subscribe(format -> shown(indent, format == BodyFormat.JSON));
        return indent;
    }

    private MenuButton placeholders(Consumer<String> insert) {
        var menu = menu("publish-placeholder-menu", MaterialDesignC.CODE_BRACES, Texts.WORDS.say("placeholders"));
        menu.setTooltip(new Tooltip(Texts.WORDS.say("placeholders.tip")));
        menu.getItems()
                .setAll(
                        item(Texts.WORDS.say("placeholders.now"), () -> insert.accept("{{now}}")),
                        item(Texts.WORDS.say("placeholders.uuid"), () -> insert.accept("{{uuid}}")),
                        item(Texts.WORDS.say("placeholders.counter"), () -> insert.accept("{{counter}}")),
                        item(Texts.WORDS.say("placeholders.random"), () -> insert.accept("{{random 1 100}}")));
        form.format().subscribe(format -> shown(menu, format == BodyFormat.TEXT || format == BodyFormat.JSON));
        return menu;
    }

    private MenuButton more(Actions actions) {
        var menu = menu("publish-more-menu", MaterialDesignD.DOTS_HORIZONTAL, Texts.WORDS.say("more"));
        MenuItem command = item(Texts.WORDS.say("more.command"), () -> model.command(actions::copy));
        command.setId("publish-copy-command");
        menu.getItems().setAll(command);
        return menu;
    }

    private static MenuButton menu(String id, Ikon icon, String accessible) {
        var menu = new MenuButton("", new FontIcon(icon));
        menu.setId(id);
        menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow", "eg-tool", "eg-tool-menu");
        menu.setAccessibleText(accessible);
        menu.setTooltip(new Tooltip(accessible));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** How long to wait, and for how many replies. */
    private List<Node> waiting() {
        Node timeout = group(
                Texts.WORDS.say("request.timeout"),
                new NumberField(
                        "publish-timeout-field",
                        Texts.WORDS.say("request.timeout.accessible"),
                        form.timeoutMillis(),
                        1,
                        PublishForm.LONGEST_TIMEOUT_MS),
                Texts.WORDS.say("request.timeout.unit"));
        var wantedField = new NumberField(
                "publish-wanted-field",
                Texts.WORDS.say("request.wanted.accessible"),
                form.wanted(),
                0,
                PublishForm.MOST_REPLIES);
        wantedField.setTooltip(new Tooltip(Texts.WORDS.say("request.wanted.tip")));
        Node wanted = group(Texts.WORDS.say("request.wanted"), wantedField, "");
        var stallField = new NumberField(
                "publish-stall-field",
                Texts.WORDS.say("request.stall.accessible"),
                form.stallMillis(),
                0,
                PublishForm.LONGEST_TIMEOUT_MS);
        stallField.setTooltip(new Tooltip(Texts.WORDS.say("request.stall.tip")));
        Node stall = group(Texts.WORDS.say("request.stall"), stallField, Texts.WORDS.say("request.stall.unit"));
        Runnable show = () ->
                shown(stall, form.mode().get() == Mode.REQUEST && form.wanted().get() != 1);
        form.mode().subscribe(show);
        form.wanted().subscribe(show);
        show.run();
        for (Node always : List.of(timeout, wanted)) {
            shownIf(always, Mode.REQUEST);
        }
        return List.of(timeout, wanted, stall);
    }

    static HBox group(String label, Node field, String unit) {
        var words = new Label(label);
        words.setLabelFor(field);
        var group = new HBox(words, field);
        if (!unit.isEmpty()) {
            group.getChildren().add(new Label(unit));
        }
        group.getStyleClass().add("eg-option-group");
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    /** The line of what is switched on. */
    private Node extras() {
        replyToField.setId("publish-reply-to-field");
        replyToField.setAccessibleText(Texts.WORDS.say("reply-to.label"));
        replyToField.setPromptText(Texts.WORDS.say("reply-to.prompt"));
        replyToField.getStyleClass().addAll("eg-tool-field", "eg-monospaced");
        replyToField.setPrefColumnCount(22);
        replyToField.textProperty().bindBidirectional(form.replyTo());
        HBox reply = group(Texts.WORDS.say("reply-to.label"), replyToField, "");
        replyTo.selectedProperty().subscribe(on -> {
            if (!on) {
                form.replyTo().set("");
            }
        });
        HBox repeating = group(
                Texts.WORDS.say("repeat.times"),
                new NumberField(
                        "publish-times-field",
                        Texts.WORDS.say("repeat.times.accessible"),
                        form.times(),
                        0,
                        PublishForm.MOST_TIMES),
                Texts.WORDS.say("repeat.times.unit"));
        repeating
                .getChildren()
                .addAll(
                        new NumberField(
                                "publish-every-field",
                                Texts.WORDS.say("repeat.every.accessible"),
                                form.everyMillis(),
                                1,
                                PublishForm.LONGEST_PAUSE_MS),
                        new Label(Texts.WORDS.say("repeat.every.unit")));
        var extras = new FlowPane(reply, repeating);
        extras.getChildren().addAll(waiting());
        new StreamOptionsFields(form.streamOptions()).groups().forEach(group -> {
            extras.getChildren().add(group);
            shownIf(group, Mode.STORE);
        });
        extras.getStyleClass().addAll("eg-publish-tools", "eg-publish-extras");
        Runnable show = () -> {
            boolean publish = form.mode().get() == Mode.PUBLISH;
            shown(reply, publish && replyTo.isSelected());
            shown(repeating, publish && repeat.isSelected());
            shown(extras, !publish || reply.isVisible() || repeating.isVisible());
        };
        form.mode().subscribe(show);
        replyTo.selectedProperty().subscribe(show);
        repeat.selectedProperty().subscribe(show);
        show.run();
        return extras;
    }

    ToggleButton headers() {
        return headers;
    }

    FlowPane tools() {
        return tools;
    }

    void focusReplyTo() {
        replyTo.setSelected(true);
        replyToField.requestFocus();
    }

    VBox root() {
        return root;
    }
}
