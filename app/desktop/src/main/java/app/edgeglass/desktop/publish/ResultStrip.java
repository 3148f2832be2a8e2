package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.DraftProblem;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Below the payload: what keeps the message from being sent, and what became of the last one. */
final class ResultStrip {

    private final PublishViewModel model;
    private final Line notice = new Line("publish-notice");
    private final Line result = new Line("publish-result");
    private final Button dismiss = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    private final VBox root;

    ResultStrip(PublishViewModel model) {
        this.model = model;
        dismiss.setId("publish-dismiss-button");
        dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        dismiss.getStyleClass().addAll("flat", "button-icon", "eg-tool");
        dismiss.setAccessibleText(Texts.WORDS.say("outcome.dismiss"));
        dismiss.setTooltip(new Tooltip(Texts.WORDS.say("outcome.dismiss")));
        dismiss.setOnAction(event -> model.dismiss());
        result.box.getChildren().addAll(new SizeLabel(model), dismiss);
        root = new VBox(notice.box, result.box);
        root.getStyleClass().add("eg-publish-strips");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.blocked().subscribe(this::showNotice);
        model.check().subscribe(this::showNotice);
        model.outcome().subscribe(this::showOutcome);
        model.outcome().subscribe(this::showNotice);
    }

    private void showNotice() {
        Optional<OutcomeText> text = blocked(model.blocked().get(), model.sessionName())
                .or(() -> problem(model.check().get().problems()))
                .filter(shown -> !shown.equals(OutcomeText.of(model.outcome().get())));
        shown(notice.box, text.isPresent());
        // What keeps one from sending says more than how one would.
        boolean nothing = model.outcome().get() instanceof Outcome.None;
        shown(result.box, !nothing || model.blocked().get() == Blocked.NOT);
        text.ifPresent(notice::show);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Optional<OutcomeText> blocked(Blocked blocked, String session) {
        String sentence = switch (blocked) {
            case NOT -> "";
            case NO_SESSION -> Texts.WORDS.say("blocked.no-session");
            case CONNECTING -> Texts.WORDS.say("blocked.connecting", session);
            case RECONNECTING -> Texts.WORDS.say("blocked.reconnecting", session);
            case CLOSED -> Texts.WORDS.say("blocked.closed", session);
            case READ_ONLY -> Texts.WORDS.say("blocked.read-only", session);
        };
        return sentence.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutcomeText(OutcomeText.Tone.WARNING, sentence, ""));
    }

    /** The first problem that is worth a line while one is still writing: an empty field is none. */
    private static Optional<OutcomeText> problem(List<DraftProblem> problems) {
        return problems.stream()
                .filter(problem -> !problem.failure().key().equals("subject.empty")
                        && !problem.failure().key().equals("publish.file-none"))
                .findFirst()
                .map(problem -> new OutcomeText(
                        problem.isError() ? OutcomeText.Tone.BAD : OutcomeText.Tone.WARNING,
                        problem.failure().sentence(),
                        problem.failure().remedy()));
    }

    private void showOutcome(Outcome outcome) {
        result.show(OutcomeText.of(outcome));
        boolean lasting = !(outcome instanceof Outcome.None
                || outcome instanceof Outcome.Publishing
                || outcome instanceof Outcome.Waiting);
        shown(dismiss, lasting);
        result.sentence.setTooltip(
                outcome instanceof Outcome.Published published
                        ? new Tooltip(Texts.WORDS.say(
                                "outcome.published.tip",
                                Texts.FIGURES.latency(published.sent().confirmedAfter())))
                        : null);
    }

    VBox root() {
        return root;
    }

    /** An icon, a sentence and what to do. */
    private static final class Line {

        private final FontIcon icon = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
        private final Label sentence = new Label();
        private final Label remedy = new Label();
        private final HBox box;

        Line(String id) {
            sentence.setId(id + "-label");
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            remedy.setId(id + "-remedy");
            remedy.setWrapText(true);
            remedy.setMinHeight(Region.USE_PREF_SIZE);
            remedy.getStyleClass().add("eg-strip-remedy");
            var words = new VBox(sentence, remedy);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            box = new HBox(icon, words);
            box.setId(id);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("eg-strip");
            box.setMinHeight(Region.USE_PREF_SIZE);
        }

        void show(OutcomeText text) {
            sentence.setText(text.sentence());
            remedy.setText(text.remedy());
            shown(remedy, !text.remedy().isEmpty());
            icon.setIconCode(icon(text.tone()));
            box.getStyleClass().removeIf(name -> name.startsWith("eg-strip-"));
            box.getStyleClass().add(style(text.tone()));
        }

        private static Ikon icon(OutcomeText.Tone tone) {
            return switch (tone) {
                case QUIET -> MaterialDesignI.INFORMATION_OUTLINE;
                case BUSY -> MaterialDesignP.PROGRESS_CLOCK;
                case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                case WARNING -> MaterialDesignA.ALERT_OUTLINE;
                case BAD -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            };
        }

        private static String style(OutcomeText.Tone tone) {
            return switch (tone) {
                case QUIET -> "eg-strip-quiet";
                case BUSY -> "eg-strip-busy";
                case GOOD -> "eg-strip-good";
                case WARNING -> "eg-strip-warning";
                case BAD -> "eg-strip-bad";
            };
        }
    }
}
