package app.edgeglass.desktop.message;

import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.DiffView;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadView;
import app.edgeglass.desktop.message.MessageDetailsViewModel.Tab;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The details of one message: where and when it came, its payload, what changed since the one before, its headers. */
public final class MessageDetailsView {

    private static final int SUBJECT_SHOWN = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS xxx");

    private final MessageDetailsViewModel model;
    private final PayloadOutlet outlet;
    private final PayloadView payload;
    private final DiffView diff;
    private final HeadersTable headers;
    private final Label subject = new Label();
    private final Label time = new Label();
    private final Label age = new Label();
    private final Label size = new Label();
    private final Label number = new Label();
    private final Label reply = new Label();
    private final Button copyReply;
    private final HBox replyPart;
    private final ToggleGroup tabs = new ToggleGroup();
    private final Map<Tab, ToggleButton> tabButtons = new EnumMap<>(Tab.class);
    private final StackPane tools = new StackPane();
    private final StackPane diffTools = new StackPane();
    private final StackPane contents = new StackPane();
    private final VBox details;
    private final StackPane root;

    public MessageDetailsView(MessageDetailsViewModel model, PayloadOutlet outlet) {
        this.model = model;
        this.outlet = outlet;
        payload = new PayloadView(model.payload(), outlet);
        diff = new DiffView(model.diff());
        headers = new HeadersTable(outlet);
        copyReply = Controls.iconButton(
                "message-copy-reply-button",
                MaterialDesignC.CONTENT_COPY,
                Texts.WORDS.say("details.copy-reply"),
                () -> copy(reply(), Texts.WORDS.say("details.copied-reply")));
        replyPart = new HBox(reply, copyReply);
        replyPart.setAlignment(Pos.CENTER_LEFT);
        details = new VBox(titleRow(), metaRow(), tabRow(), contents);
        details.setId("message-details");
        details.getStyleClass().add("eg-details");
        VBox.setVgrow(contents, Priority.ALWAYS);
        contents.setMinSize(0, 0);
        contents.getChildren().setAll(payload.body(), diff.body(), headers.root());
        diffTools.getChildren().setAll(diff.toolbar());
        tools.getChildren().setAll(payload.toolbar(), diffTools);
        var nothing = Controls.nothing(
                "message-details-nothing",
                MaterialDesignM.MESSAGE_TEXT_OUTLINE,
                Texts.WORDS.say("details.nothing"),
                Texts.WORDS.say("details.nothing.sentence"));
        root = new StackPane(nothing, details);
        root.setMinSize(0, 0);
        model.shownProperty().subscribe(message -> {
            nothing.setVisible(message == null);
            details.setVisible(message != null);
            show(message);
        });
        model.tabProperty().subscribe(this::open);
        age.textProperty().bind(model.ageProperty());
    }

    private HBox titleRow() {
        subject.setId("message-subject");
        subject.getStyleClass().addAll("eg-details-subject", "eg-code");
        subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        subject.setMinWidth(40);
        subject.setTooltip(new Tooltip());
        var copySubject = Controls.iconButton(
                "message-copy-subject-button",
                MaterialDesignC.CONTENT_COPY,
                Texts.WORDS.say("details.copy-subject"),
                this::copySubject);
        var row = new HBox(
                subject,
                copySubject,
                space(),
                Controls.iconButton(
                        "message-copy-value-button",
                        MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                        Texts.WORDS.say("details.copy-value"),
                        this::copyValue),
                Controls.iconButton(
                        "message-copy-command-button",
                        MaterialDesignC.CONSOLE_LINE,
                        Texts.WORDS.say("details.copy-command"),
                        this::copyCommand),
                Controls.iconButton(
                        "message-save-button",
                        MaterialDesignC.CONTENT_SAVE_OUTLINE,
                        Texts.WORDS.say("details.save"),
                        this::save));
        row.getStyleClass().add("eg-details-title");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox metaRow() {
        time.setId("message-time");
        time.setTooltip(new Tooltip());
        age.setId("message-age");
        size.setId("message-size");
        size.setTooltip(new Tooltip());
        number.setId("message-number");
        reply.setId("message-reply");
        reply.setMinWidth(0);
        for (var label : new Label[] {time, age, size, number}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        var row = new HBox(time, age, size, number, replyPart);
        row.getStyleClass().add("eg-details-meta");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox tabRow() {
        var bar = new HBox(
                tab(Tab.PAYLOAD, "message-tab-payload", Texts.WORDS.say("details.tab.payload")),
                tab(Tab.DIFF, "message-tab-diff", Texts.WORDS.say("details.tab.diff")),
                tab(Tab.HEADERS, "message-tab-headers", Texts.WORDS.say("details.tab.headers")));
        Controls.stayOn(tabs, tabs.getToggles().getFirst());
        bar.getStyleClass().add("eg-details-tabs");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(tools, Priority.ALWAYS);
        tools.setMinWidth(0);
        var row = new HBox(bar, tools);
        row.getStyleClass().add("eg-details-tab-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ToggleButton tab(Tab tab, String id, String words) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.setToggleGroup(tabs);
        button.getStyleClass().add("eg-details-tab");
        button.setOnAction(event -> model.tabProperty().set(tab));
        tabButtons.put(tab, button);
        return button;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void open(Tab tab) {
        tabs.selectToggle(tabButtons.get(tab));
        visible(payload.body(), tab == Tab.PAYLOAD);
        visible(payload.toolbar(), tab == Tab.PAYLOAD);
        visible(diff.body(), tab == Tab.DIFF);
        visible(diffTools, tab == Tab.DIFF);
        visible(headers.root(), tab == Tab.HEADERS);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show(@Nullable ShownMessage shown) {
        headers.show(model.headers());
        if (shown == null) {
            return;
        }
        var message = shown.message();
        subject.setText(SafeText.show(message.subject(), SUBJECT_SHOWN));
        subject.getTooltip().setText(subject.getText());
        var at = message.at().atZone(ZoneId.systemDefault());
        time.setText(TIME.format(at));
        time.getTooltip().setText(DAY_AND_TIME.format(at));
        var locale = Texts.WORDS.locale();
        size.setText(Sizes.say(shown.payloadSize(), locale));
        size.getTooltip().setText(Texts.WORDS.say("details.size.exact", Sizes.exact(shown.payloadSize(), locale)));
        number.setText(Texts.WORDS.say("details.number", Texts.FIGURES.count(message.number())));
        visible(replyPart, message.replyTo() != null);
        reply.setText(Texts.WORDS.say("details.reply", SafeText.show(reply(), SUBJECT_SHOWN)));
        var headersTab = tabButtons.get(Tab.HEADERS);
        if (headersTab != null) {
            var count = message.headers().size();
            headersTab.setText(
                    count == 0
                            ? Texts.WORDS.say("details.tab.headers")
                            : Texts.WORDS.say("details.tab.headers.count", count));
        }
    }

    private String reply() {
        var shown = model.shownProperty().get();
        var to = shown == null ? null : shown.message().replyTo();
        return to == null ? "" : to;
    }

    private void copySubject() {
        var shown = model.shownProperty().get();
        if (shown != null) {
            copy(shown.message().subject(), Texts.WORDS.say("details.copied-subject"));
        }
    }

    private void copy(String text, String what) {
        outlet.copy(text, what);
    }

    private void copyValue() {
        model.payload().copyValue(text -> copy(text, Texts.WORDS.say("details.copied-value")));
    }

    private void copyCommand() {
        model.natsCommand(text -> copy(text, Texts.WORDS.say("details.copied-command")), outlet::failed);
    }

    private void save() {
        outlet.saveAs(Texts.WORDS.say("details.save-title"), model.payload().suggestedName(), model.payload()::saveTo);
    }

    /** Gives the keyboard to the payload. */
    public void focus() {
        if (model.tabProperty().get() == Tab.DIFF) {
            diff.focus();
        } else {
            payload.focus();
        }
    }

    public Parent root() {
        return root;
    }
}
