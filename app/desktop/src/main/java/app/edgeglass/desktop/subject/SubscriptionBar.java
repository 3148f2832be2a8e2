package app.edgeglass.desktop.subject;

import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Adding;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Item;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The subscriptions as chips that can be switched off, on and away, and the field that adds one. */
public final class SubscriptionBar {

    private static final int MOST_CHARACTERS = 60;
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final SubscriptionsViewModel model;
    private final FlowPane chips = new FlowPane();
    private final TextField pattern = new TextField();
    private final TextField queue = new TextField();
    private final HBox answer = new HBox();
    private final VBox root;

    public SubscriptionBar(SubscriptionsViewModel model) {
        this.model = model;
        chips.getStyleClass().add("eg-chips");
        chips.setMinWidth(0);
        HBox.setHgrow(chips, Priority.ALWAYS);
        pattern.setId("subscription-pattern");
        pattern.setPromptText(Texts.WORDS.say("subscription.pattern.prompt"));
        pattern.setAccessibleText(Texts.WORDS.say("subscription.pattern.accessible"));
        pattern.setPrefColumnCount(18);
        queue.setId("subscription-queue");
        queue.setPromptText(Texts.WORDS.say("subscription.queue.prompt"));
        queue.setAccessibleText(Texts.WORDS.say("subscription.queue.accessible"));
        queue.setTooltip(new Tooltip(Texts.WORDS.say("subscription.queue.tooltip")));
        queue.setPrefColumnCount(8);
        var add = new Button(Texts.WORDS.say("subscription.add"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("subscription-add-button");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> add());
        pattern.setOnAction(event -> add());
        queue.setOnAction(event -> add());
        pattern.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            }
        });
        var field = new HBox(pattern, queue, add);
        field.getStyleClass().add("eg-subscription-field");
        field.setAlignment(Pos.CENTER_LEFT);
        field.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(chips, field);
        line.getStyleClass().add("eg-subscription-line");
        line.setAlignment(Pos.CENTER_LEFT);
        answer.getStyleClass().add("eg-subscription-answer");
        answer.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(line, answer);
        root.getStyleClass().add("eg-subscription-bar");
        model.items().addListener((ListChangeListener<Item>) change -> fill());
        model.addingProperty().subscribe(this::answer);
        fill();
    }

    private void add() {
        if (!pattern.getText().isBlank()) {
            model.add(pattern.getText(), queue.getText());
        }
    }

    private void fill() {
        // Chips stay the same nodes as long as the same subscriptions stand in them, so that focus and pointer stay.
        int at = 0;
        for (Item item : model.items()) {
            if (at < chips.getChildren().size()
                    && chips.getChildren().get(at) instanceof Chip chip
                    && chip.id == item.subscription().id()) {
                chip.show(item);
            } else {
                var chip = new Chip(item);
                if (at < chips.getChildren().size()) {
                    chips.getChildren().set(at, chip);
                } else {
                    chips.getChildren().add(chip);
                }
            }
            at++;
        }
        chips.getChildren().remove(at, chips.getChildren().size());
        if (at == 0) {
            var none = new Label(Texts.WORDS.say("subscription.none"));
            none.getStyleClass().add("eg-pane-note");
            chips.getChildren().add(none);
        }
    }

    private void answer(Adding adding) {
        answer.getChildren().clear();
        answer.pseudoClassStateChanged(REFUSED, adding instanceof Adding.Refused);
        switch (adding) {
            case Adding.Idle() -> {}
            case Adding.Added(var _) -> {
                pattern.clear();
                queue.clear();
            }
            case Adding.Measuring(var wish) -> {
                var wait = new ProgressIndicator();
                wait.getStyleClass().add("eg-small-progress");
                say(
                        wait,
                        Texts.WORDS.say(
                                "subscription.measuring", shown(wish.pattern().text())));
                button("subscription-cancel-button", "subscription.cancel", model::cancel);
            }
            case Adding.Asking(var wish, var preview) -> {
                say(
                        null,
                        Texts.WORDS.say(
                                "subscription.asking",
                                shown(wish.pattern().text()),
                                Texts.FIGURES.shortCount(Math.round(preview.messagesPerSecond())),
                                Sizes.say(Math.round(preview.bytesPerSecond()), Texts.WORDS.locale())));
                button("subscription-all-the-same-button", "subscription.all-the-same", model::addAllTheSame);
                button("subscription-cancel-button", "subscription.cancel", model::cancel);
            }
            case Adding.Refused(var failure) -> {
                say(null, failure.sentence() + " " + failure.remedy());
                button("subscription-cancel-button", "subscription.dismiss", model::cancel);
            }
        }
        boolean visible = !answer.getChildren().isEmpty();
        answer.setVisible(visible);
        answer.setManaged(visible);
    }

    private void say(@org.jspecify.annotations.Nullable Node before, String sentence) {
        var label = new Label(sentence);
        label.setId("subscription-answer");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.SOMETIMES);
        if (before != null) {
            answer.getChildren().add(before);
        }
        answer.getChildren().add(label);
    }

    private void button(String id, String key, Runnable action) {
        var button = new Button(Texts.WORDS.say(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        answer.getChildren().add(button);
    }

    private static String shown(String text) {
        return SafeText.show(text, MOST_CHARACTERS);
    }

    /** Puts a pattern into the field and gives it the keyboard. */
    public void propose(String text) {
        pattern.setText(text);
        focus();
    }

    /** Gives the keyboard to the field. */
    public void focus() {
        pattern.requestFocus();
        pattern.end();
    }

    public Parent root() {
        return root;
    }

    /** One subscription. */
    private final class Chip extends HBox {

        private final int id;
        private final ToggleButton onOff = new ToggleButton();
        private final Label rate = new Label();
        private Item item;

        Chip(Item first) {
            id = first.subscription().id();
            item = first;
            String text = shown(first.subscription().pattern().text())
                    + first.subscription()
                            .queue()
                            .map(group -> Texts.WORDS.say("subscription.in-queue", shown(group)))
                            .orElse("");
            onOff.setId("subscription-" + id + "-toggle");
            onOff.setText(text);
            onOff.getStyleClass().addAll("flat", "small");
            onOff.setOnAction(event -> model.enable(item.subscription(), onOff.isSelected()));
            rate.getStyleClass().add("eg-sub-rate");
            rate.setMinWidth(Region.USE_PREF_SIZE);
            var remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
            remove.setId("subscription-" + id + "-remove-button");
            remove.setAccessibleText(Texts.WORDS.say("subscription.remove", text));
            remove.setTooltip(new Tooltip(Texts.WORDS.say("subscription.remove", text)));
            remove.getStyleClass().addAll("flat", "button-icon", "small");
            remove.setOnAction(event -> model.remove(item.subscription()));
            getStyleClass().add("eg-sub-chip");
            setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(onOff, rate, remove);
            show(first);
        }

        private void show(Item now) {
            item = now;
            onOff.setSelected(now.enabled());
            String text = onOff.getText();
            onOff.setAccessibleText(
                    Texts.WORDS.say(now.enabled() ? "subscription.switch-off" : "subscription.switch-on", text));
            onOff.setTooltip(new Tooltip(now.refusal().isEmpty() ? onOff.getAccessibleText() : now.refusal()));
            String perSecond = Texts.FIGURES.rate(now.rate());
            if (!now.refusal().isEmpty()) {
                rate.setText(Texts.WORDS.say("subscription.refused"));
            } else if (now.enabled()) {
                rate.setText(Texts.WORDS.say("subscription.rate", perSecond.isEmpty() ? "0" : perSecond));
            } else {
                rate.setText(Texts.WORDS.say("subscription.off"));
            }
            pseudoClassStateChanged(OFF, !now.enabled());
            pseudoClassStateChanged(REFUSED, !now.refusal().isEmpty());
        }
    }
}
