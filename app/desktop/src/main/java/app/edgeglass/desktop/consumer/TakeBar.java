package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.PriorityGroup;
import app.edgeglass.core.consumer.trial.PullRequest;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import app.edgeglass.desktop.control.Controls;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** With what messages are taken: how many, how long to wait for them, and once or on and on. */
final class TakeBar {

    private static final double ONE_LINE = 1_200;
    private static final PullRequest ANY = PullRequest.of(1, Duration.ZERO);

    private final TrialViewModel model;
    private final Consumer<Failure> onProblem;
    private final TextField batch = field("trial-batch", "10", Texts.WORDS.say("take.batch"), 5);
    private final TextField expires = field("trial-expires", "5s", Texts.WORDS.say("take.expires"), 5);
    private final TextField bytes = field("trial-bytes", "", Texts.WORDS.say("take.bytes"), 7);
    private final TextField priority = field("trial-priority", "", Texts.WORDS.say("take.priority"), 3);
    private final ChoiceBox<String> group = new ChoiceBox<>();
    private final FlowPane root = new FlowPane();

    TakeBar(TrialViewModel model, Consumer<Failure> onProblem) {
        this.model = model;
        this.onProblem = onProblem;
        ConsumerRow row = model.consumer();
        root.getStyleClass().add("eg-consumer-settle");
        root.setAlignment(Pos.CENTER_LEFT);
        // One line where there is room for it: else the pane asks for the height of two.
        root.setPrefWrapLength(ONE_LINE);
        if (row.isPush()) {
            root.getChildren().add(button("trial-listen", Texts.WORDS.say("take.listen"), () -> model.take(ANY, true)));
        } else {
            bytes.setPromptText(Texts.WORDS.say("take.bytes.any"));
            root.getChildren()
                    .addAll(
                            pair(Texts.WORDS.say("take.batch"), batch),
                            pair(Texts.WORDS.say("take.expires"), expires),
                            pair(Texts.WORDS.say("take.bytes"), bytes));
            groups(row);
            root.getChildren()
                    .addAll(
                            button("trial-fetch", Texts.WORDS.say("take.fetch"), () -> pull(false)),
                            button("trial-consume", Texts.WORDS.say("take.consume"), () -> pull(true)));
        }
        var stop = button("trial-stop", Texts.WORDS.say("take.stop"), model::stop);
        root.getChildren().add(stop);
        model.takingProperty().subscribe(taking -> {
            root.getChildren().stream().filter(node -> !node.equals(stop)).forEach(node -> node.setDisable(taking));
            stop.setDisable(!taking);
        });
    }

    private void groups(ConsumerRow row) {
        if (row.groups().isEmpty()) {
            return;
        }
        group.setId("trial-group");
        group.setAccessibleText(Texts.WORDS.say("take.group"));
        group.getItems().setAll(row.groups().stream().map(PriorityGroup::name).toList());
        group.getSelectionModel().selectFirst();
        root.getChildren().add(pair(Texts.WORDS.say("take.group"), group));
        if (row.priorityPolicy().equals("prioritized")) {
            root.getChildren().add(pair(Texts.WORDS.say("take.priority"), priority));
        }
    }

    private static TextField field(String id, String text, String accessible, int columns) {
        var field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(accessible);
        field.setPrefColumnCount(columns);
        field.getStyleClass().add("small");
        return field;
    }

    private static HBox pair(String words, Region control) {
        var label = new Label(words);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("eg-consumer-field");
        var pair = new HBox(label, control);
        pair.getStyleClass().add("eg-consumer-choice");
        return pair;
    }

    private static Button button(String id, String words, Runnable action) {
        return Controls.textButton(id, words, action);
    }

    private void pull(boolean onAndOn) {
        try {
            model.take(request(), onAndOn);
        } catch (Failure failure) {
            onProblem.accept(failure);
        }
    }

    private PullRequest request() {
        long wanted = Math.clamp(Quantities.number(batch.getText()), 1, 1_000);
        String wait = expires.getText().strip();
        var span = Duration.ofNanos(wait.isEmpty() || wait.equals("0") ? 0 : Quantities.nanos(wait));
        long most = bytes.getText().isBlank() ? 0 : Math.clamp(Quantities.bytes(bytes.getText()), 0, Integer.MAX_VALUE);
        @Nullable String chosen = group.getValue();
        Optional<Integer> number = priority.getText().isBlank()
                ? Optional.empty()
                : Optional.of(Math.clamp(Quantities.number(priority.getText()), 0, 9));
        return new PullRequest((int) wanted, span, (int) most, chosen == null ? "" : chosen, number, 0, 0);
    }

    Node root() {
        return root;
    }
}
