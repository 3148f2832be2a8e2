package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Advice;
import app.edgeglass.core.consumer.ConsumerFields;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.FieldChange;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.consumer.ConsumerFormViewModel.Purpose;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.form.ConfigFormView;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The form for a consumer: its fields in groups, and beside them what is advised and what would be changed. */
final class ConsumerForm {

    private static final int MOST_CHARACTERS = 200;

    private final ConsumerFormViewModel model;
    private final VBox aside = new VBox();
    private final Label problems = new Label();
    private final AskPage page;

    /** @param onDone takes the name of what is there now */
    ConsumerForm(ConsumerFormViewModel model, Consumer<String> onDone, Runnable onCancel) {
        this.model = model;
        var fields = new ConfigFormView(model.form(), Texts.FIELDS, "consumer-field", FormGroups.of(model.before()));
        HBox.setHgrow(fields.root(), Priority.ALWAYS);
        aside.getStyleClass().add("eg-consumer-aside");
        var scroll = new ScrollPane(aside);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-consumer-aside-scroll");
        var middle = new HBox(fields.root(), scroll);
        middle.getStyleClass().add("eg-consumer-form");
        VBox.setVgrow(middle, Priority.ALWAYS);
        var content = new VBox(head(), middle);
        content.getStyleClass().add("eg-consumer-form-content");
        page = new AskPage("consumer-form", title(), content, confirm(), asked -> model.send(onDone), onCancel);
        VBox.setVgrow(content, Priority.ALWAYS);
        page.confirm().disableProperty().bind(model.readyProperty().not());
        problems.setId("consumer-form-problems");
        problems.getStyleClass().add("eg-tone-bad-text");
        problems.setMinWidth(0);
        page.beside(problems);
        model.form().problemsProperty().subscribe(this::tell);
        model.adviceProperty().subscribe(advice -> fill());
        model.changesProperty().subscribe(changes -> fill());
        model.failureProperty().subscribe(page::fail);
    }

    private String title() {
        return switch (model.purpose()) {
            case CREATE -> Texts.WORDS.say("form.create.title", model.stream().name());
            case COPY -> Texts.WORDS.say("form.copy.title", model.stream().name());
            case EDIT ->
                Texts.WORDS.say(
                        "form.edit.title",
                        model.nameProperty().get(),
                        model.stream().name());
        };
    }

    private String confirm() {
        return model.purpose() == Purpose.EDIT
                ? Texts.WORDS.say("form.edit.confirm")
                : Texts.WORDS.say("form.create.confirm");
    }

    private Region head() {
        var name = new TextField();
        name.setId("consumer-name-field");
        name.getStyleClass().addAll("eg-code", "eg-consumer-name-field");
        name.textProperty().bindBidirectional(model.nameProperty());
        var label = new Label(Texts.WORDS.say("form.name"));
        label.setLabelFor(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var durable = new CheckBox(Texts.WORDS.say("form.durable"));
        durable.setId("consumer-durable");
        durable.selectedProperty().bindBidirectional(model.durableProperty());
        var row = new HBox(label, name, durable);
        row.getStyleClass().add("eg-consumer-form-head");
        Controls.visible(row, model.purpose() != Purpose.EDIT);
        return row;
    }

    private void tell(Map<String, Failure> wrong) {
        problems.setText(ConfigFormView.summary(wrong, Texts.FIELDS));
        Controls.visible(problems, !wrong.isEmpty());
    }

    private void fill() {
        aside.getChildren().clear();
        List<FieldChange> changes = model.changesProperty().get();
        if (model.purpose() == Purpose.EDIT) {
            aside.getChildren().add(heading(Texts.WORDS.say("form.changes")));
            if (changes.isEmpty()) {
                aside.getChildren().add(line(Texts.WORDS.say("form.changes.none"), "eg-consumer-note"));
            }
            changes.forEach(change -> aside.getChildren()
                    .addAll(
                            line(Texts.FIELDS.label(change.path()), "eg-consumer-change"),
                            line(
                                    Texts.WORDS.say(
                                            "form.change", say(change, change.before()), say(change, change.after())),
                                    "eg-consumer-value")));
        }
        List<Advice> advice = model.adviceProperty().get();
        if (!advice.isEmpty()) {
            aside.getChildren().add(heading(Texts.WORDS.say("detail.advice")));
            advice.forEach(one -> aside.getChildren()
                    .addAll(line(Texts.FIELDS.label(one.field()), "eg-consumer-change"), DetailView.card(one)));
        }
    }

    private static String say(FieldChange change, @Nullable JsonNode value) {
        if (value == null) {
            return Texts.WORDS.say("value.absent");
        }
        String said = ConsumerFields.named(change.path())
                .map(field -> ConfigTable.say(field, value))
                .orElse(value.toString());
        return SafeText.show(said, MOST_CHARACTERS);
    }

    private static Label heading(String words) {
        return line(words, "eg-consumer-heading");
    }

    private static Label line(String words, String style) {
        var line = new Label(words);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        return line;
    }

    Region root() {
        return page.root();
    }
}
