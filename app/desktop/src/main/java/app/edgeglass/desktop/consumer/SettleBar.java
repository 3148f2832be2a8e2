package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.trial.Word;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import app.edgeglass.desktop.control.Controls;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What becomes of the selected messages. */
final class SettleBar {

    private static final double ONE_LINE = 1_200;

    private final CheckBox confirm = new CheckBox(Texts.WORDS.say("settle.confirm"));
    private final BiConsumer<Word, Boolean> settle;
    private final Consumer<Failure> onProblem;
    private final FlowPane root;

    SettleBar(BiConsumer<Word, Boolean> settle, Consumer<Failure> onProblem) {
        this.settle = settle;
        this.onProblem = onProblem;
        var delay = field("trial-nak-delay", "30s", Texts.WORDS.say("settle.delay"));
        delay.setPrefColumnCount(5);
        var reason = field("trial-term-reason", "", Texts.WORDS.say("settle.reason"));
        reason.setPromptText(Texts.WORDS.say("settle.reason"));
        reason.setPrefColumnCount(14);
        var ack = Controls.textButton("trial-ack", Texts.WORDS.say("settle.ack"), () -> say(new Word.Ack()));
        ack.getStyleClass().add("accent");
        confirm.setId("trial-confirm");
        confirm.setTooltip(new Tooltip(Texts.WORDS.say("settle.confirm.tooltip")));
        root = new FlowPane(
                confirm,
                ack,
                tip(
                        Controls.textButton("trial-nak", Texts.WORDS.say("settle.nak"), () -> say(new Word.Nak())),
                        Texts.WORDS.say("settle.nak.tooltip")),
                pair(
                        tip(
                                Controls.textButton(
                                        "trial-nak-after", Texts.WORDS.say("settle.nak-after"), () -> after(delay)),
                                Texts.WORDS.say("settle.nak-after.tooltip")),
                        delay),
                pair(
                        tip(
                                Controls.textButton(
                                        "trial-term",
                                        Texts.WORDS.say("settle.term"),
                                        () -> say(new Word.Term(reason.getText()))),
                                Texts.WORDS.say("settle.term.tooltip")),
                        reason),
                tip(
                        Controls.textButton(
                                "trial-progress", Texts.WORDS.say("settle.progress"), () -> say(new Word.InProgress())),
                        Texts.WORDS.say("settle.progress.tooltip")));
        root.setId("trial-settle");
        root.getStyleClass().add("eg-consumer-settle");
        root.setAlignment(Pos.CENTER_LEFT);
        // One line where there is room for it: else the pane asks for the height of two.
        root.setPrefWrapLength(ONE_LINE);
    }

    private static Button tip(Button button, String words) {
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private static TextField field(String id, String text, String accessible) {
        var field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(accessible);
        field.getStyleClass().add("small");
        return field;
    }

    private static HBox pair(Region button, TextField field) {
        var pair = new HBox(button, field);
        pair.getStyleClass().add("eg-consumer-choice");
        return pair;
    }

    private void after(TextField delay) {
        try {
            say(new Word.NakAfter(Duration.ofNanos(Quantities.nanos(delay.getText()))));
        } catch (Failure failure) {
            onProblem.accept(failure);
        }
    }

    private void say(Word word) {
        settle.accept(word, confirm.isSelected());
    }

    Region root() {
        return root;
    }
}
