package app.edgeglass.desktop.publish;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.control.Tooltip;

/** The fields of {@link StreamOptions}, small ones that stand side by side. */
final class StreamOptionsFields {

    private final StreamOptions options;

    StreamOptionsFields(StreamOptions options) {
        this.options = options;
    }

    /** The condition reads as one sentence: only if the stream is …, its last sequence is …. */
    List<Node> groups() {
        TextField ttl = field(
                "publish-ttl-field",
                Texts.WORDS.say("store.ttl.accessible"),
                Texts.WORDS.say("store.ttl.prompt"),
                10,
                options.ttl());
        ttl.setTooltip(new Tooltip(Texts.WORDS.say("store.ttl.tip")));
        return List.of(
                OptionsBar.group(
                        Texts.WORDS.say("store.id"),
                        field(
                                "publish-message-id-field",
                                Texts.WORDS.say("store.id.accessible"),
                                Texts.WORDS.say("store.id.prompt"),
                                18,
                                options.messageId()),
                        ""),
                OptionsBar.group(Texts.WORDS.say("store.ttl"), ttl, ""),
                OptionsBar.group(
                        Texts.WORDS.say("store.stream"),
                        field(
                                "publish-expected-stream-field",
                                Texts.WORDS.say("store.stream.accessible"),
                                Texts.WORDS.say("store.stream.prompt"),
                                10,
                                options.stream()),
                        ""),
                OptionsBar.group(
                        Texts.WORDS.say("store.last"),
                        sequence(
                                "publish-expected-sequence-field",
                                Texts.WORDS.say("store.last.accessible"),
                                options.lastSequence()),
                        ""),
                OptionsBar.group(
                        Texts.WORDS.say("store.last-of-subject"),
                        sequence(
                                "publish-expected-subject-sequence-field",
                                Texts.WORDS.say("store.last-of-subject.accessible"),
                                options.lastSubjectSequence()),
                        ""),
                OptionsBar.group(
                        Texts.WORDS.say("store.last-id"),
                        field(
                                "publish-expected-id-field",
                                Texts.WORDS.say("store.last-id.accessible"),
                                Texts.WORDS.say("store.any"),
                                10,
                                options.lastMessageId()),
                        ""));
    }

    private static TextField sequence(String id, String accessible, StringProperty value) {
        TextField field = field(id, accessible, Texts.WORDS.say("store.any"), 6, value);
        field.setTextFormatter(new TextFormatter<>(StreamOptionsFields::digits));
        field.getStyleClass().add("eg-number-field");
        return field;
    }

    // A formatter refuses a change by answering null.
    @SuppressWarnings("NullAway")
    private static Change digits(Change change) {
        return change.getControlNewText().matches("\\d{0,19}") ? change : null;
    }

    private static TextField field(String id, String accessible, String prompt, int columns, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(accessible);
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        field.getStyleClass().addAll("eg-tool-field", "eg-monospaced");
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
