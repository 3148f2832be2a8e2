package app.edgeglass.desktop.publish;

import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.shell.action.Shortcuts;
import atlantafx.base.controls.CustomTextField;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The upper line: what to do, where to send, what was sent last, and the button that sends. */
final class SubjectBar {

    private final PublishViewModel model;
    private final CustomTextField subject = new CustomTextField();
    private final Button follow = new Button("", new FontIcon(MaterialDesignL.LINK_VARIANT_OFF));
    private final Button history = new Button("", new FontIcon(MaterialDesignH.HISTORY));
    private final Button send = new Button();
    private final HistoryMenu historyMenu;
    private final HBox mode;
    private final HBox root;

    SubjectBar(PublishViewModel model) {
        this.model = model;
        PublishForm form = model.form();
        var modes = new Segments<>(form.mode(), Texts.WORDS.say("mode.accessible"))
                .add(Mode.PUBLISH, "publish-mode-publish", Texts.WORDS.say("mode.publish"))
                .add(Mode.STORE, "publish-mode-store", Texts.WORDS.say("mode.store"))
                .add(Mode.REQUEST, "publish-mode-request", Texts.WORDS.say("mode.request"));
        modes.button(Mode.PUBLISH).setTooltip(new Tooltip(Texts.WORDS.say("mode.publish.tip")));
        modes.button(Mode.STORE).setTooltip(new Tooltip(Texts.WORDS.say("mode.store.tip")));
        modes.button(Mode.REQUEST).setTooltip(new Tooltip(Texts.WORDS.say("mode.request.tip")));

        mode = modes.root();

        subject.setId("publish-subject-field");
        subject.setAccessibleText(Texts.WORDS.say("subject.accessible"));
        subject.setPromptText(Texts.WORDS.say("subject.prompt"));
        subject.setMinWidth(90);
        subject.textProperty().bindBidirectional(form.subject());
        subject.setRight(follow);
        HBox.setHgrow(subject, Priority.ALWAYS);
        new Suggestions(model, subject);

        follow.setId("publish-follow-button");
        follow.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        follow.getStyleClass().addAll("flat", "button-icon", "eg-follow");
        follow.setOnAction(event -> form.follow());
        form.following().subscribe(this::showFollowing);

        history.setId("publish-history-button");
        history.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        history.getStyleClass().addAll("flat", "button-icon");
        history.setAccessibleText(Texts.WORDS.say("history.button", Shortcuts.shown("Alt+Down")));
        history.setTooltip(new Tooltip(Texts.WORDS.say("history.button", Shortcuts.shown("Alt+Down"))));
        historyMenu = new HistoryMenu(model, history);

        send.setId("publish-send-button");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(event -> press());
        form.mode().subscribe(this::showSend);
        form.repeat().subscribe(this::showSend);
        model.activity().subscribe(this::showSend);
        model.blocked().subscribe(this::showSend);
        model.production().subscribe(this::showSend);

        root = new HBox(mode, subject, history, send);
        root.getStyleClass().add("eg-publish-bar");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    private void showFollowing(boolean following) {
        follow.setGraphic(new FontIcon(following ? MaterialDesignL.LINK_VARIANT : MaterialDesignL.LINK_VARIANT_OFF));
        String words = following ? Texts.WORDS.say("subject.following") : Texts.WORDS.say("subject.follow");
        follow.setAccessibleText(words);
        follow.setTooltip(new Tooltip(words));
        follow.setDisable(following);
    }

    private void showSend() {
        Activity activity = model.activity().get();
        boolean stops = activity == Activity.REPEATING || activity == Activity.REQUESTING;
        send.setText(label(activity));
        send.setGraphic(new FontIcon(stops ? MaterialDesignS.STOP : MaterialDesignS.SEND));
        send.getStyleClass().removeAll("accent", "danger");
        if (!stops) {
            send.getStyleClass().add(model.production().get() ? "danger" : "accent");
        }
        send.setTooltip(new Tooltip(Texts.WORDS.say("send.tip", Shortcuts.shown("Shortcut+Enter"))));
        send.setDisable(
                !stops && (activity == Activity.PUBLISHING || model.blocked().get() != Blocked.NOT));
    }

    private String label(Activity activity) {
        return switch (activity) {
            case REPEATING -> Texts.WORDS.say("send.stop");
            case REQUESTING -> Texts.WORDS.say("send.cancel");
            case IDLE, PUBLISHING -> {
                boolean production = model.production().get();
                if (model.form().mode().get() == Mode.REQUEST) {
                    yield production ? Texts.WORDS.say("send.request.production") : Texts.WORDS.say("send.request");
                }
                if (model.form().mode().get() == Mode.STORE) {
                    yield production ? Texts.WORDS.say("send.store.production") : Texts.WORDS.say("send.store");
                }
                if (model.form().repeat().get()) {
                    yield production ? Texts.WORDS.say("send.repeat.production") : Texts.WORDS.say("send.repeat");
                }
                yield production ? Texts.WORDS.say("send.publish.production") : Texts.WORDS.say("send.publish");
            }
        };
    }

    /** What the button does now: sends, or stops what is under way. */
    void press() {
        switch (model.activity().get()) {
            case REPEATING, REQUESTING -> model.stop();
            case IDLE, PUBLISHING -> model.send();
        }
    }

    void toggleHistory() {
        historyMenu.toggle();
    }

    /** The choice of what to do, which goes elsewhere when there is little room. */
    Node mode() {
        return mode;
    }

    TextField subject() {
        return subject;
    }

    HBox root() {
        return root;
    }
}
