package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Advice;
import app.edgeglass.core.consumer.ConsumerChanges;
import app.edgeglass.core.consumer.ConsumerFields;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.jetstream.config.ConfigDiff;
import app.edgeglass.core.jetstream.config.FieldChange;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.consumer.Detail.Surroundings;
import app.edgeglass.desktop.form.ConfigFormViewModel;
import app.edgeglass.desktop.form.FormMode;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consumer while it is made, copied or edited. What is sent is the server's own JSON with what was changed in it. Used on the
 * window's thread only.
 */
public final class ConsumerFormViewModel {

    /** What the form is for. */
    enum Purpose {
        CREATE,
        COPY,
        EDIT
    }

    /** What the domain guide recommends for work that must not be lost. */
    private static final String RECOMMENDED = """
            {"deliver_policy": "all", "ack_policy": "explicit", "ack_wait": 30000000000, "max_deliver": 5,
            "max_ack_pending": 1000, "replay_policy": "instant", "max_waiting": 512, "num_replicas": 0}""";

    private final StreamRef stream;
    private final Purpose purpose;
    private final Surroundings surroundings;
    private final ObjectNode before;
    private final TaskRunner tasks;
    private final ConfigFormViewModel form;
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty durable = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<Advice>> advice = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FieldChange>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

    private ConsumerFormViewModel(
            StreamRef stream, Purpose purpose, Surroundings surroundings, ObjectNode before, TaskRunner tasks) {
        this.stream = stream;
        this.purpose = purpose;
        this.surroundings = surroundings;
        this.before = before;
        this.tasks = tasks;
        this.form = new ConfigFormViewModel(
                ConsumerFields.known(surroundings.level()),
                new FormMode(purpose != Purpose.EDIT, surroundings.level()));
        form.read(before);
        form.problemsProperty().subscribe(this::edited);
        form.fields().forEach(field -> field.problemProperty().subscribe(this::edited));
        form.changedProperty().subscribe(this::edited);
        name.subscribe(() -> edited());
        durable.subscribe(() -> edited());
    }

    static ConsumerFormViewModel create(StreamRef stream, Surroundings surroundings, TaskRunner tasks) {
        return new ConsumerFormViewModel(
                stream,
                Purpose.CREATE,
                surroundings,
                (ObjectNode) JsonMapper.shared().readTree(RECOMMENDED),
                tasks);
    }

    static ConsumerFormViewModel copy(StreamRef stream, Detail of, TaskRunner tasks) {
        String name = of.row().name() + Texts.WORDS.say("form.copy-suffix");
        var model = new ConsumerFormViewModel(
                stream, Purpose.COPY, of.surroundings(), ConsumerChanges.copy(of.config(), name), tasks);
        model.name.set(name);
        model.durable.set(of.row().durable());
        return model;
    }

    static ConsumerFormViewModel edit(StreamRef stream, Detail of, TaskRunner tasks) {
        var model = new ConsumerFormViewModel(stream, Purpose.EDIT, of.surroundings(), of.config(), tasks);
        model.name.set(of.row().name());
        model.durable.set(of.row().durable());
        return model;
    }

    /** To be called after each change, also of a field whose problem stays as it was. */
    void edited() {
        boolean right = form.problemsProperty().get().isEmpty();
        if (right) {
            ObjectNode now = result();
            advice.set(Advice.on(now, surroundings.stream()));
            changes.set(purpose == Purpose.EDIT ? ConfigDiff.between(before, now) : List.of());
        }
        ready.set(right
                && !sending.get()
                && (purpose == Purpose.EDIT
                        ? !changes.get().isEmpty()
                        : !durable.get() || !name.get().isBlank()));
    }

    /** What is sent. Only while nothing is wrong. */
    ObjectNode result() {
        ObjectNode config = form.result();
        if (purpose == Purpose.EDIT) {
            return config;
        }
        String called = name.get().strip();
        if (called.isEmpty()) {
            config.remove(List.of("name", "durable_name"));
            return config;
        }
        config.put("name", called);
        if (durable.get()) {
            config.put("durable_name", called);
        } else {
            config.remove("durable_name");
        }
        return config;
    }

    /** @param onDone takes the name of what is there now */
    void send(Consumer<String> onDone) {
        if (!ready.get()) {
            return;
        }
        ObjectNode config = result();
        var operations = new ConsumerChanges(new JetStreamApi(stream.session()), stream.name());
        failure.set(null);
        sending.set(true);
        edited();
        var _ = tasks.start(
                "send consumer",
                () -> purpose == Purpose.EDIT ? operations.update(before, config) : operations.create(config),
                info -> {
                    sending.set(false);
                    onDone.accept(info.path("name").asString(name.get()));
                },
                failed -> {
                    sending.set(false);
                    failure.set(failed);
                    edited();
                });
    }

    /** Whether leaving would lose something. */
    boolean isChanged() {
        return form.changedProperty().get();
    }

    Purpose purpose() {
        return purpose;
    }

    StreamRef stream() {
        return stream;
    }

    ObjectNode before() {
        return before;
    }

    ConfigFormViewModel form() {
        return form;
    }

    StringProperty nameProperty() {
        return name;
    }

    BooleanProperty durableProperty() {
        return durable;
    }

    ReadOnlyObjectProperty<List<Advice>> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** What an edit changes. */
    ReadOnlyObjectProperty<List<FieldChange>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }
}
