package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.PurgeCount;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.Segments;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.stream.PurgeViewModel.Much;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks what to purge, and says how much that is. */
final class PurgeView {

    private final Card card;
    private final TextField subject = new TextField();

    PurgeView(PurgeViewModel model, Dialogs dialogs, Runnable back) {
        Button go = Card.button(
                "stream-purge-go-button",
                Texts.WORDS.say("purge.go"),
                () -> dialogs.destroy(model.confirmation(), Texts.WORDS.say("purge.confirm"), model::purge));
        go.getStyleClass().add("danger");
        card = new Card(
                "stream-purge",
                Texts.WORDS.say("purge.title", model.stream().name()),
                List.of(Card.button("stream-purge-cancel-button", Texts.WORDS.say("form.cancel"), back), go));
        subject.setId("stream-purge-subject");
        subject.setPromptText(Texts.WORDS.say("purge.subject.prompt"));
        subject.setAccessibleText(Texts.WORDS.say("purge.subject"));
        subject.getStyleClass().add("eg-code");
        subject.textProperty().bindBidirectional(model.subjectProperty());
        var number = new TextField();
        number.setId("stream-purge-number");
        number.getStyleClass().add("eg-code");
        number.textProperty().bindBidirectional(model.numberProperty());
        var much = new Segments<>(model.muchProperty(), Texts.WORDS.say("purge.much"))
                .add(Much.ALL, "stream-purge-all", Texts.WORDS.say("purge.all"))
                .add(Much.KEEP, "stream-purge-keep", Texts.WORDS.say("purge.keep"))
                .add(Much.UP_TO, "stream-purge-up-to", Texts.WORDS.say("purge.up-to"));
        var count = new Label();
        count.setId("stream-purge-count");
        card.row(Texts.WORDS.say("purge.subject"), subject)
                .row(Texts.WORDS.say("purge.much"), much.root())
                .add(number)
                .add(count);
        model.muchProperty().subscribe(now -> {
            Controls.visible(number, now != Much.ALL);
            String words =
                    now == Much.KEEP ? Texts.WORDS.say("purge.keep.number") : Texts.WORDS.say("purge.up-to.number");
            number.setPromptText(words);
            number.setAccessibleText(words);
        });
        model.countProperty().subscribe(counted -> {
            count.setText(counted == null ? "" : said(counted));
            go.setDisable(counted == null || counted.messages() == 0);
        });
        model.failureProperty()
                .subscribe(failure -> card.trouble()
                        .setText(failure.map(said -> said.sentence() + " " + said.remedy())
                                .orElse("")));
    }

    private static String said(PurgeCount counted) {
        String bytes = Sizes.say(counted.bytes(), Texts.WORDS.locale());
        return counted.exact()
                ? Texts.WORDS.say("purge.count", counted.messages(), bytes)
                : Texts.WORDS.say("purge.count.at-most", counted.messages(), bytes);
    }

    Node first() {
        return subject;
    }

    Parent root() {
        return card.root();
    }
}
