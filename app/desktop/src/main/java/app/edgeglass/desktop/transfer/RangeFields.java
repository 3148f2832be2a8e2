package app.edgeglass.desktop.transfer;

import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.transfer.Selection;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Which messages of a stream are meant, as a person types it. */
final class RangeFields {

    private final TextField from = Fields.number("transfer-from-field", Texts.WORDS.say("range.from.accessible"), "1");
    private final TextField to = Fields.number(
            "transfer-to-field", Texts.WORDS.say("range.to.accessible"), Texts.WORDS.say("range.to.prompt"));
    private final TextField pattern =
            Fields.text("transfer-pattern-field", Texts.WORDS.say("range.pattern.accessible"), ">");

    /** Proposes a range. */
    void set(Selection what) {
        from.setText(Long.toString(what.from()));
        to.setText(what.to() == Long.MAX_VALUE ? "" : Long.toString(what.to()));
        pattern.setText(what.pattern().equals(">") ? "" : what.pattern());
    }

    /** Begins there the next time. */
    void goOnFrom(long sequence) {
        from.setText(Long.toString(sequence));
    }

    /** @throws app.edgeglass.core.error.Failure {@code subject.*} when the pattern is none */
    Selection selection() {
        String subjects = pattern.getText().isBlank() ? ">" : pattern.getText().strip();
        SubjectPattern.parse(subjects);
        return new Selection(Math.max(1, Fields.value(from, 1)), Fields.value(to, Long.MAX_VALUE), subjects);
    }

    /** The pattern as it is typed. */
    ObservableValue<String> pattern() {
        return pattern.textProperty();
    }

    /** Where the keyboard begins. */
    Node first() {
        return from;
    }

    Node line() {
        return Fields.line(
                Fields.labelled(Texts.WORDS.say("range.from"), from),
                Fields.labelled(Texts.WORDS.say("range.to"), to),
                Fields.labelled(Texts.WORDS.say("range.pattern"), pattern));
    }
}
