package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.StreamPurpose;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a new stream is for, as three cards of which one is chosen. */
final class PurposePicker {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final HBox root = new HBox();

    PurposePicker(ObjectProperty<StreamPurpose> purpose) {
        root.getStyleClass().add("eg-purposes");
        root.setAccessibleText(Texts.WORDS.say("purpose.accessible"));
        var group = new ToggleGroup();
        for (StreamPurpose one : StreamPurpose.values()) {
            var choice = new RadioButton(title(one));
            choice.setId("stream-purpose-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            choice.setAccessibleText(title(one) + ". " + sentence(one));
            choice.getStyleClass().add("eg-purpose-title");
            choice.setToggleGroup(group);
            choice.setSelected(one == purpose.get());
            Region card = card(one, choice);
            choice.selectedProperty().subscribe(chosen -> {
                card.pseudoClassStateChanged(CHOSEN, chosen);
                if (chosen) {
                    purpose.set(one);
                }
            });
            card.setOnMouseClicked(event -> choice.setSelected(true));
            HBox.setHgrow(card, Priority.ALWAYS);
            root.getChildren().add(card);
        }
    }

    private static Region card(StreamPurpose one, RadioButton choice) {
        var words = new Label(sentence(one));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("eg-form-hint");
        var retention = new Label("retention: " + one.retention());
        retention.getStyleClass().addAll("eg-form-hint", "eg-code");
        var card = new VBox(choice, words, retention);
        card.getStyleClass().add("eg-purpose");
        return card;
    }

    private static String title(StreamPurpose one) {
        return switch (one) {
            case KEEP_EVERYTHING -> Texts.WORDS.say("purpose.keep");
            case UNTIL_PROCESSED -> Texts.WORDS.say("purpose.interest");
            case TASK_QUEUE -> Texts.WORDS.say("purpose.queue");
        };
    }

    private static String sentence(StreamPurpose one) {
        return switch (one) {
            case KEEP_EVERYTHING -> Texts.WORDS.say("purpose.keep.sentence");
            case UNTIL_PROCESSED -> Texts.WORDS.say("purpose.interest.sentence");
            case TASK_QUEUE -> Texts.WORDS.say("purpose.queue.sentence");
        };
    }

    HBox root() {
        return root;
    }
}
