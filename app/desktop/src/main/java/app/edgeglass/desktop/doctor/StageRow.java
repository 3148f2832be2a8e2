package app.edgeglass.desktop.doctor;

import app.edgeglass.core.connection.doctor.Certificate;
import app.edgeglass.core.connection.doctor.Fact;
import app.edgeglass.core.connection.doctor.Outcome;
import app.edgeglass.core.connection.doctor.Stage;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.doctor.DoctorViewModel.Line;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A stage: its sign and name, how it ended and how long it took, and below that what it found out and what can be done. */
final class StageRow {

    private final String id;
    private final Function<Failure, List<Remedy>> remedies;
    private final StackPane sign = new StackPane();
    private final Label state = new Label();
    private final Label time = new Label();
    private final VBox body = new VBox();
    private final VBox root;
    private final Line first;
    private Line shown;

    StageRow(Line line, Function<Failure, List<Remedy>> remedies) {
        this.remedies = remedies;
        first = line;
        shown = line;
        id = id(line.stage());
        var title = new Label(line.stage().title());
        title.getStyleClass().add("eg-stage-title");
        state.setId(id + "-state");
        state.getStyleClass().add("eg-stage-state");
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        time.getStyleClass().add("eg-stage-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        sign.getStyleClass().add("eg-stage-sign");
        var head = new HBox(sign, title, state, time);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("eg-stage-head");
        body.getStyleClass().add("eg-stage-body");
        root = new VBox(head, body);
        root.setId(id);
        root.getStyleClass().add("eg-stage");
        draw(line);
    }

    static String id(Stage stage) {
        return "doctor-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOf(Line line) {
        return line.stage() == first.stage() && line.url().equals(first.url());
    }

    void show(Line line) {
        if (!line.equals(shown)) {
            shown = line;
            draw(line);
        }
    }

    private void draw(Line line) {
        body.getChildren().clear();
        Optional<Outcome> outcome = line.outcome();
        time.setText(line.took().equals(Duration.ZERO) ? "" : Texts.FIGURES.latency(line.took()));
        switch (outcome.orElse(null)) {
            case null -> say(icon(MaterialDesignC.CIRCLE_OUTLINE, "eg-stage-waiting"), Texts.WORDS.say("waiting"));
            case Outcome.Running() -> {
                var wait = new ProgressIndicator();
                wait.getStyleClass().add("eg-small-progress");
                say(wait, Texts.WORDS.say("running"));
            }
            case Outcome.Passed(var facts) ->
                say(icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "eg-stage-passed"), Texts.WORDS.say("passed"));
            case Outcome.Noted(var what, var facts) -> {
                say(icon(MaterialDesignI.INFORMATION_OUTLINE, "eg-stage-noted"), Texts.WORDS.say("noted"));
                body.getChildren().add(sentence(what, "eg-stage-note"));
            }
            case Outcome.Warned(var warning, var facts) -> {
                say(icon(MaterialDesignA.ALERT_OUTLINE, "eg-stage-warned"), Texts.WORDS.say("warned"));
                trouble(warning, "eg-stage-warning");
            }
            case Outcome.Failed(var failure, var facts) -> {
                say(icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "eg-stage-failed"), Texts.WORDS.say("failed"));
                trouble(failure, "eg-stage-failure");
            }
            case Outcome.NotReached(var why) ->
                say(icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "eg-stage-waiting"), why);
        }
        outcome.ifPresent(ended -> facts(ended));
        Controls.visible(body, !body.getChildren().isEmpty());
        root.setAccessibleText(
                Texts.WORDS.say("stage.accessible", line.stage().title(), state.getText(), time.getText()));
    }

    private void say(Node with, String words) {
        sign.getChildren().setAll(with);
        state.setText(words);
    }

    private static FontIcon icon(Ikon ikon, String style) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(style, "eg-icon-large");
        return icon;
    }

    private static Label sentence(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void trouble(Failure failure, String style) {
        Label said = sentence(failure.sentence(), "eg-stage-sentence");
        said.setId(id + "-sentence");
        Label remedy = sentence(failure.remedy(), "eg-stage-remedy");
        remedy.setId(id + "-remedy");
        var box = new VBox(said, remedy);
        box.getStyleClass().addAll("eg-stage-trouble", style);
        List<Remedy> offered = remedies.apply(failure);
        if (!offered.isEmpty()) {
            var buttons = new FlowPane();
            buttons.getStyleClass().add("eg-stage-remedies");
            for (Remedy one : offered) {
                Button button = Controls.textButton("doctor-remedy-" + one.id(), one.text(), one.action());
                buttons.getChildren().add(button);
            }
            box.getChildren().add(buttons);
        }
        body.getChildren().add(box);
    }

    private void facts(Outcome outcome) {
        if (!outcome.facts().told().isEmpty()) {
            var grid = new GridPane();
            grid.getStyleClass().add("eg-facts");
            int row = 0;
            for (Fact fact : outcome.facts().told()) {
                var label = new Label(fact.label());
                label.getStyleClass().add("eg-fact-label");
                // A field that cannot be changed, so that the value can be selected and copied.
                var value = new TextField(fact.value());
                value.setEditable(false);
                value.setFocusTraversable(false);
                value.setAccessibleText(fact.label());
                value.getStyleClass().add("eg-fact-value");
                GridPane.setHgrow(value, Priority.ALWAYS);
                grid.addRow(row++, label, value);
            }
            body.getChildren().add(grid);
        }
        List<Certificate> chain = outcome.facts().chain();
        if (!chain.isEmpty()) {
            body.getChildren().add(new ChainPane(chain, !(outcome instanceof Outcome.Passed)).root());
        }
    }

    Region root() {
        return root;
    }
}
