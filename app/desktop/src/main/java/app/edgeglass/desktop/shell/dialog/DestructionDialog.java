package app.edgeglass.desktop.shell.dialog;

import app.edgeglass.core.connection.change.Confirmation;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks before something is destroyed: what is lost, and where the profile wants it, for the exact name. The button that does
 * it is never the default one, so that Enter alone destroys nothing, but for a name that was typed to the last letter.
 */
final class DestructionDialog {

    private final Overlay overlay;

    DestructionDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    void ask(Confirmation question, String confirm, Consumer<String> onTyped) {
        var lost = new Label(question.lost());
        lost.setId("dialog-sentence");
        lost.setWrapText(true);
        lost.setMinHeight(Region.USE_PREF_SIZE);
        var content = new VBox(lost);
        content.getStyleClass().add("eg-dialog-content");

        var typed = new TextField();
        typed.setId("dialog-name-field");
        var yes = new Button(confirm);
        yes.setId("dialog-confirm-button");
        yes.getStyleClass().add(Styles.DANGER);
        var no = new Button(Texts.WORDS.say("cancel"));
        no.setId("dialog-cancel-button");
        no.setCancelButton(true);
        no.setOnAction(event -> overlay.close());
        yes.setOnAction(event -> {
            overlay.close();
            onTyped.accept(typed.getText());
        });
        question.nameToType().ifPresent(name -> {
            var ask = new Label(Texts.WORDS.say("destroy.type", name));
            ask.setWrapText(true);
            ask.setMinHeight(Region.USE_PREF_SIZE);
            ask.setLabelFor(typed);
            typed.setAccessibleText(Texts.WORDS.say("destroy.type", name));
            typed.getStyleClass().add("eg-code");
            content.getChildren().addAll(ask, typed);
            typed.textProperty().subscribe(text -> yes.setDisable(!question.isGivenBy(text)));
            typed.setOnAction(event -> yes.fire());
        });
        var box = new DialogBox("destruction-dialog", question.question(), content, List.of(no, yes));
        overlay.open(box.root(), Pos.CENTER, question.nameToType().isPresent() ? typed : no, () -> {});
    }
}
