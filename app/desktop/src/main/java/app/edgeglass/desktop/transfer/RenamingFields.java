package app.edgeglass.desktop.transfer;

import app.edgeglass.core.transfer.Renaming;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Which subjects messages get elsewhere, as a person types it. */
final class RenamingFields {

    private final TextField from = Fields.text(
            "transfer-rename-from-field",
            Texts.WORDS.say("rename.from.accessible"),
            Texts.WORDS.say("rename.from.prompt"));
    private final TextField to = Fields.text(
            "transfer-rename-to-field", Texts.WORDS.say("rename.to.accessible"), Texts.WORDS.say("rename.to.prompt"));

    /** What is typed now; whether it can be a part of a subject is found out by whoever asks. */
    Supplier<Renaming> renaming() {
        String before = from.getText().strip();
        String after = to.getText().strip();
        return () -> new Renaming(before, after);
    }

    Node line() {
        return Fields.line(
                Fields.labelled(Texts.WORDS.say("rename.from"), from),
                Fields.labelled(Texts.WORDS.say("rename.to"), to));
    }
}
