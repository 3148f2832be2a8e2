package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.UpdatePlan;
import app.edgeglass.core.stream.UpdateResult;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.form.ConfigFormView;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form of a stream, and what comes of it before it is sent. */
final class StreamFormView {

    private final StreamFormViewModel model;
    private final Dialogs dialogs;
    private final ConfigFormView form;
    private final StackPane middle = new StackPane();
    private final Label trouble = new Label();
    private final Button go = new Button();
    private final Button back = new Button(Texts.WORDS.say("form.back"));
    private final VBox root = new VBox();
    private final Runnable cancelled;

    StreamFormView(StreamFormViewModel model, Dialogs dialogs, Runnable cancelled, Consumer<UpdateResult> done) {
        this.model = model;
        this.dialogs = dialogs;
        this.cancelled = cancelled;
        this.form = new ConfigFormView(model.form(), StreamText.FIELDS, "stream-field", StreamGroups.all());
        var title = new Label(
                model.isCreating() ? Texts.WORDS.say("form.create") : Texts.WORDS.say("form.edit", model.name()));
        title.setId("stream-form-title");
        title.getStyleClass().add("title-4");
        var head = new VBox(title);
        head.getStyleClass().add("eg-stream-form-head");
        if (model.isCreating()) {
            var question = new Label(Texts.WORDS.say("purpose.question"));
            question.getStyleClass().add("eg-muted");
            head.getChildren().addAll(question, new PurposePicker(model.purposeProperty()).root());
        }
        VBox.setVgrow(middle, Priority.ALWAYS);
        // What is in it scrolls; the buttons below have to stay in the window.
        middle.setMinHeight(0);
        root.setId("stream-form");
        root.getStyleClass().add("eg-stream-pane");
        root.getChildren().addAll(head, middle, footer());
        model.onDone(done);
        model.planProperty().subscribe(this::show);
        model.failureProperty().subscribe(failure -> say());
        model.form().problemsProperty().subscribe(problems -> say());
        model.form().changedProperty().subscribe(changed -> say());
        model.busyProperty().subscribe(busy -> say());
    }

    private HBox footer() {
        trouble.setId("stream-form-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("eg-form-problem");
        HBox.setHgrow(trouble, Priority.ALWAYS);
        trouble.setMaxWidth(Double.MAX_VALUE);
        var cancel = new Button(Texts.WORDS.say("form.cancel"));
        cancel.setId("stream-form-cancel-button");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> leave());
        back.setId("stream-form-back-button");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> model.revise());
        go.setId("stream-form-go-button");
        go.getStyleClass().add("accent");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> go());
        var footer = new HBox(trouble, cancel, back, go);
        footer.getStyleClass().add("eg-stream-form-foot");
        footer.setAlignment(Pos.CENTER_RIGHT);
        return footer;
    }

    private void go() {
        UpdatePlan plan = model.planProperty().get();
        if (model.isCreating()) {
            model.create();
        } else if (plan == null) {
            model.review();
        } else {
            plan.destruction()
                    .ifPresentOrElse(
                            act -> dialogs.destroy(
                                    model.services().session().guard().confirmation(act),
                                    Texts.WORDS.say("form.send.destroy"),
                                    model::send),
                            () -> model.send(""));
        }
    }

    private void show(@Nullable UpdatePlan plan) {
        middle.getChildren().setAll(plan == null ? form.root() : new PlanView(plan).root());
        say();
    }

    private void say() {
        UpdatePlan plan = model.planProperty().get();
        Map<String, Failure> problems = model.form().problemsProperty().get();
        Optional<Failure> failure = model.failureProperty().get();
        trouble.setText(failure.map(said -> said.sentence() + " " + said.remedy())
                .orElseGet(() -> ConfigFormView.summary(problems, StreamText.FIELDS)));
        Controls.visible(back, plan != null);
        go.setText(
                model.isCreating()
                        ? Texts.WORDS.say("form.go.create")
                        : plan == null ? Texts.WORDS.say("form.go.review") : Texts.WORDS.say("form.go.send"));
        boolean ready = model.isCreating()
                || (plan == null ? model.form().changedProperty().get() : plan.isSendable());
        go.setDisable(model.busyProperty().get() || !problems.isEmpty() || !ready);
    }

    /** Goes back; what was typed is asked about first. */
    void leave() {
        if (model.form().changedProperty().get()) {
            dialogs.confirm(
                    new Confirmation(
                            Texts.WORDS.say("form.leave"),
                            Texts.WORDS.say("form.leave.sentence"),
                            Texts.WORDS.say("form.leave.confirm"),
                            true),
                    cancelled);
        } else {
            cancelled.run();
        }
    }

    /** Gives the keyboard to the first field that can be filled in. */
    void focus() {
        form.show(model.isCreating() ? "name" : "description");
    }

    Parent root() {
        return root;
    }
}
