package app.edgeglass.desktop.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.transfer.Renaming;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

    /** @param example a pattern, of which is shown what becomes of it */
    Node line(ObservableValue<String> example) {
        var becomes = new Label();
        becomes.setId("transfer-rename-example");
        becomes.getStyleClass().addAll("eg-pane-note", "eg-monospaced");
        Runnable show = () -> becomes.setText(example(example.getValue()));
        example.subscribe(show);
        from.textProperty().subscribe(show);
        to.textProperty().subscribe(show);
        show.run();
        return Fields.line(
                Fields.labelled(Texts.WORDS.say("rename.from"), from),
                Fields.labelled(Texts.WORDS.say("rename.to"), to),
                becomes);
    }

    private String example(String typed) {
        String subjects = typed.isBlank() ? ">" : typed.strip();
        try {
            String renamed = renaming().get().apply(subjects);
            return renamed.equals(subjects) ? "" : Texts.WORDS.say("rename.example", subjects, renamed);
        } catch (Failure stillTyped) {
            return "";
        }
    }
}
