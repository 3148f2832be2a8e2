package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.StreamFields;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamPurpose;
import app.edgeglass.core.stream.UpdatePlan;
import app.edgeglass.core.stream.UpdateResult;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.form.ConfigFormViewModel;
import app.edgeglass.desktop.form.FormMode;
import app.edgeglass.desktop.form.TextModel;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stream that is to be created, which begins with what it is for; or one that is edited, whose change is looked at before it
 * is sent.
 */
public final class StreamFormViewModel {

    private final StreamServices services;
    private final TaskRunner tasks;
    private final @Nullable StreamInfo before;
    private final ConfigFormViewModel form;
    private final ObjectProperty<StreamPurpose> purpose = new SimpleObjectProperty<>(StreamPurpose.KEEP_EVERYTHING);
    private final ReadOnlyObjectWrapper<@Nullable UpdatePlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Consumer<UpdateResult> onDone = result -> {};

    private StreamFormViewModel(
            StreamServices services, TaskRunner tasks, @Nullable StreamInfo before, ConfigFormViewModel form) {
        this.services = services;
        this.tasks = tasks;
        this.before = before;
        this.form = form;
        purpose.subscribe((was, now) -> redraft(now));
    }

    /** The level is known by then: who creates has seen the list. */
    static StreamFormViewModel creating(StreamServices services, TaskRunner tasks) {
        var form = new ConfigFormViewModel(
                StreamFields.all(), new FormMode(true, services.streams().level()));
        form.read(StreamPurpose.KEEP_EVERYTHING.draft());
        return new StreamFormViewModel(services, tasks, null, form);
    }

    /** @param before the stream as it is now */
    static StreamFormViewModel editing(StreamServices services, TaskRunner tasks, StreamInfo before) {
        var form = new ConfigFormViewModel(
                StreamFields.all(), new FormMode(false, services.streams().level()));
        form.read(before.config());
        return new StreamFormViewModel(services, tasks, before, form);
    }

    /** Another purpose begins anew, but for the name and the subjects. */
    private void redraft(StreamPurpose now) {
        if (!isCreating()) {
            return;
        }
        String name = text("name");
        String subjects = text("subjects");
        form.read(now.draft());
        set("name", name);
        set("subjects", subjects);
    }

    private String text(String field) {
        return form.field(field).orElseThrow() instanceof TextModel model
                ? model.textProperty().get()
                : "";
    }

    private void set(String field, String text) {
        if (form.field(field).orElseThrow() instanceof TextModel model) {
            model.textProperty().set(text);
        }
    }

    void onDone(Consumer<UpdateResult> consumer) {
        onDone = consumer;
    }

    /** Sends what is new. */
    public void create() {
        ObjectNode config = form.result();
        run("create stream", () -> services.editor().create(config), onDone);
    }

    /** Looks at what would be sent; the plan is there then. */
    public void review() {
        if (before != null) {
            ObjectNode after = form.result();
            run("plan update", () -> services.editor().plan(before, after), plan::set);
        }
    }

    /** Goes back from the plan to the form. */
    public void revise() {
        plan.set(null);
        failure.set(Optional.empty());
    }

    /** Sends what was planned. */
    public void send(String typed) {
        UpdatePlan planned = plan.get();
        if (planned != null) {
            run("update stream", () -> services.editor().update(planned, typed), onDone);
        }
    }

    private <T> void run(String what, Callable<T> work, Consumer<T> then) {
        busy.set(true);
        failure.set(Optional.empty());
        var _ = tasks.start(
                what,
                work,
                result -> {
                    busy.set(false);
                    then.accept(result);
                },
                problem -> {
                    busy.set(false);
                    failure.set(Optional.of(problem));
                });
    }

    StreamServices services() {
        return services;
    }

    public boolean isCreating() {
        return before == null;
    }

    /** The name of what is edited; empty for what is new. */
    public String name() {
        return before == null ? "" : before.name();
    }

    public ConfigFormViewModel form() {
        return form;
    }

    public ObjectProperty<StreamPurpose> purposeProperty() {
        return purpose;
    }

    /** What would be sent; none while the form is filled in. */
    public ReadOnlyObjectProperty<@Nullable UpdatePlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
