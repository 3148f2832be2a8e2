package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.StartAt;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a consumer is to begin, as choices. */
final class StartChoices {

    private final ToggleGroup group = new ToggleGroup();
    private final List<Choice> choices = new ArrayList<>();
    private final VBox root = new VBox();

    private record Choice(RadioButton button, Supplier<StartAt> start) {}

    /** @param next the first message that is not done with, as a proposal */
    StartChoices(long next) {
        root.getStyleClass().add("eg-consumer-choices");
        var sequence = field("consumer-start-sequence-field", Long.toString(next), Texts.WORDS.say("start.sequence"));
        var time = field("consumer-start-time-field", "", Texts.WORDS.say("start.time"));
        time.setPromptText(Texts.WORDS.say("start.time.prompt"));
        add(
                "consumer-start-sequence",
                Texts.WORDS.say("start.sequence"),
                sequence,
                () -> new StartAt.Sequence(Math.max(1, Quantities.number(sequence.getText()))));
        add(
                "consumer-start-time",
                Texts.WORDS.say("start.time"),
                time,
                () -> new StartAt.Time(Quantities.moment(time.getText())));
        add("consumer-start-first", Texts.WORDS.say("start.first"), null, StartAt.First::new);
        add("consumer-start-last", Texts.WORDS.say("start.last"), null, StartAt.Last::new);
        add("consumer-start-last-of-each", Texts.WORDS.say("start.last-of-each"), null, StartAt.LastOfEach::new);
        add("consumer-start-next", Texts.WORDS.say("start.next"), null, StartAt.Next::new);
        choices.getFirst().button().setSelected(true);
    }

    private static TextField field(String id, String text, String accessible) {
        var field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(accessible);
        field.getStyleClass().add("eg-code");
        return field;
    }

    private void add(String id, String words, @Nullable TextField field, Supplier<StartAt> start) {
        var button = new RadioButton(words);
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        choices.add(new Choice(button, start));
        var line = new HBox(button);
        line.getStyleClass().add("eg-consumer-choice");
        if (field != null) {
            field.focusedProperty().subscribe(focused -> {
                if (focused) {
                    button.setSelected(true);
                }
            });
            line.getChildren().add(field);
        }
        root.getChildren().add(line);
    }

    void note(String words) {
        var note = new Label(words);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-consumer-note");
        root.getChildren().addFirst(note);
    }

    /** @throws Failure when what was typed is none */
    StartAt chosen() {
        return choices.stream()
                .filter(choice -> choice.button().isSelected())
                .findFirst()
                .orElse(choices.getFirst())
                .start()
                .get();
    }

    VBox root() {
        return root;
    }
}
