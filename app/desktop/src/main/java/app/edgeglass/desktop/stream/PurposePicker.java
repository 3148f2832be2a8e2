package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.StreamPurpose;
import app.edgeglass.desktop.control.Controls;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a new stream is for, as three cards of which one is chosen. */
final class PurposePicker {

    private final HBox root = new HBox();

    PurposePicker(ObjectProperty<StreamPurpose> purpose) {
        root.getStyleClass().add("eg-purposes");
        root.setAccessibleText(Texts.WORDS.say("purpose.accessible"));
        var group = new ToggleGroup();
        for (StreamPurpose one : StreamPurpose.values()) {
            ToggleButton card = card(one);
            card.setToggleGroup(group);
            card.setOnAction(event -> purpose.set(one));
            HBox.setHgrow(card, Priority.ALWAYS);
            root.getChildren().add(card);
        }
        Controls.stayOn(group, group.getToggles().getFirst());
    }

    private static ToggleButton card(StreamPurpose one) {
        var title = new Label(title(one));
        title.getStyleClass().add("eg-purpose-title");
        var words = new Label(sentence(one));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("eg-form-hint");
        var retention = new Label("retention: " + one.retention());
        retention.getStyleClass().addAll("eg-form-hint", "eg-code");
        var content = new VBox(title, words, retention);
        content.getStyleClass().add("eg-purpose-content");
        var card = new ToggleButton(null, content);
        card.setId("stream-purpose-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        card.setAccessibleText(title(one) + ". " + sentence(one));
        card.getStyleClass().add("eg-purpose");
        card.setMaxWidth(Double.MAX_VALUE);
        content.maxWidthProperty().bind(card.widthProperty().subtract(24));
        content.prefWidthProperty().bind(card.widthProperty().subtract(24));
        card.setPrefWidth(100);
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
