package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.StartAt;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked before a consumer begins elsewhere, and before it is paused. */
final class AskPages {

    private AskPages() {}

    /** Where it is to begin. */
    static AskPage start(Detail detail, Consumer<StartAt> onChosen, Runnable onCancel) {
        var choices = new StartChoices(detail.row().doneUpTo() + 1);
        choices.note(Texts.WORDS.say("start.note"));
        return new AskPage(
                "consumer-start-page",
                Texts.WORDS.say("start.title", detail.row().name()),
                choices.root(),
                Texts.WORDS.say("start.confirm"),
                asked -> {
                    try {
                        onChosen.accept(choices.chosen());
                    } catch (Failure failure) {
                        asked.fail(failure);
                    }
                },
                onCancel);
    }

    /** Until when it delivers nothing. */
    static AskPage pause(Detail detail, Clock clock, Consumer<Instant> onChosen, Runnable onCancel) {
        var until = new TextField(Texts.WORDS.say("pause.proposal"));
        until.setId("consumer-pause-field");
        until.setAccessibleText(Texts.WORDS.say("pause.note"));
        until.getStyleClass().addAll("eg-code", "eg-consumer-name-field");
        var note = new Label(Texts.WORDS.say("pause.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-consumer-note");
        var content = new VBox(note, until);
        content.getStyleClass().add("eg-consumer-choices");
        return new AskPage(
                "consumer-pause-page",
                Texts.WORDS.say("pause.title", detail.row().name()),
                content,
                Texts.WORDS.say("pause.confirm"),
                asked -> {
                    try {
                        onChosen.accept(moment(until.getText(), clock));
                    } catch (Failure failure) {
                        asked.fail(failure);
                    }
                },
                onCancel);
    }

    /** A span from now, or a moment. */
    private static Instant moment(String text, Clock clock) {
        return text.contains(":")
                ? Quantities.moment(text)
                : clock.instant().plus(Duration.ofNanos(Quantities.nanos(text)));
    }
}
