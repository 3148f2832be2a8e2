package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.UpdatePlan;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A change before it is sent: what differs, what the server refuses, and what would be lost. */
final class PlanView {

    private final ScrollPane root;

    PlanView(UpdatePlan plan) {
        var page = new VBox();
        page.getStyleClass().add("eg-field-page");
        if (plan.changes().isEmpty()) {
            page.getChildren().add(line("stream-diff-none", Texts.WORDS.say("diff.none"), "eg-muted"));
        } else {
            page.getChildren().add(DiffTable.of(plan.changes()));
        }
        plan.refusals()
                .forEach(refusal ->
                        page.getChildren().add(line("stream-refusal", refusal.sentence(), "eg-plan-refusal")));
        plan.effects()
                .forEach(effect -> page.getChildren().add(line("stream-effect", effect.sentence(), "eg-plan-effect")));
        if (plan.isSendable() && plan.effects().isEmpty()) {
            page.getChildren().add(line("stream-effect-none", Texts.WORDS.say("diff.keeps"), "eg-muted"));
        }
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().addAll("edge-to-edge", "eg-field-scroll");
        root.setId("stream-plan");
    }

    private static Label line(String id, String words, String style) {
        var line = new Label(words);
        line.setId(id);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add(style);
        return line;
    }

    Parent root() {
        return root;
    }
}
