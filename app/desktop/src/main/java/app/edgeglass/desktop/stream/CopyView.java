package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.StreamRename.Step;
import app.edgeglass.desktop.fx.Sampling;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/** Asks for the name of a copy, or the other name of a stream, and says what will not be done. */
final class CopyView {

    private static final Duration OFTEN = Duration.ofMillis(250);

    private final Card card;
    private final TextField name = new TextField();
    private Subscription sampling = Subscription.EMPTY;

    CopyView(CopyViewModel model, Runnable back, Sampling sampling) {
        boolean renaming = model.isRenaming();
        Button go = Card.button(
                "stream-copy-go-button",
                renaming ? Texts.WORDS.say("rename.go") : Texts.WORDS.say("copy.go"),
                model::go);
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        Button cancel = Card.button("stream-copy-cancel-button", Texts.WORDS.say("form.cancel"), back);
        String title = renaming
                ? Texts.WORDS.say("rename.title", model.from().name())
                : Texts.WORDS.say("copy.title", model.from().name());
        card = new Card("stream-copy", title, List.of(cancel, go));
        name.setId("stream-copy-name");
        name.setAccessibleText(Texts.WORDS.say("copy.name"));
        name.getStyleClass().add("eg-code");
        name.textProperty().bindBidirectional(model.nameProperty());
        card.row(Texts.WORDS.say("copy.name"), name);
        if (renaming) {
            card.note(Texts.WORDS.say("rename.note"));
            card.note(Texts.WORDS.say("rename.sequences"));
        } else {
            addCopy(model);
        }
        var progress = new Label();
        progress.setId("stream-copy-progress");
        card.add(progress);
        model.stepProperty()
                .subscribe(step -> progress.setText(step.map(CopyView::said).orElse("")));
        model.busyProperty().subscribe(busy -> go.setDisable(busy));
        // What is under way changes two streams; leaving it half done by a key is no help.
        cancel.disableProperty().bind(model.busyProperty());
        model.failureProperty()
                .subscribe(failure -> card.trouble()
                        .setText(failure.map(said -> said.sentence() + " " + said.remedy())
                                .orElse("")));
        card.root().sceneProperty().subscribe(scene -> {
            this.sampling.unsubscribe();
            this.sampling = scene == null ? Subscription.EMPTY : sampling.register(OFTEN, card.root(), model::sample);
        });
    }

    private void addCopy(CopyViewModel model) {
        var subjects = new TextArea();
        subjects.setId("stream-copy-subjects");
        subjects.setAccessibleText(Texts.WORDS.say("copy.subjects"));
        subjects.setPrefRowCount(3);
        subjects.getStyleClass().add("eg-code");
        subjects.textProperty().bindBidirectional(model.subjectsProperty());
        var fed = new CheckBox(Texts.WORDS.say("copy.fed"));
        fed.setId("stream-copy-fed");
        fed.selectedProperty().bindBidirectional(model.fedProperty());
        if (!model.from().mirrors()) {
            card.row(Texts.WORDS.say("copy.subjects"), subjects);
            card.note(Texts.WORDS.say(
                    "copy.subjects.note", String.join(", ", model.from().subjects())));
            card.add(fed);
            card.note(Texts.WORDS.say("copy.fed.note"));
        }
    }

    private static String said(Step step) {
        return switch (step) {
            case CREATING -> Texts.WORDS.say("rename.creating");
            case FOLLOWING -> Texts.WORDS.say("rename.following");
            case HANDING_OVER -> Texts.WORDS.say("rename.handing-over");
            case DONE -> Texts.WORDS.say("rename.done");
        };
    }

    Node first() {
        name.selectAll();
        return name;
    }

    Parent root() {
        return card.root();
    }
}
