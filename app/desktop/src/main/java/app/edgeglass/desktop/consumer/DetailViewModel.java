package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Consumers;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.Account;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.consumer.Detail.Surroundings;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The selected consumer with its configuration, which the list is read anew for but does not keep. Used on the window's thread
 * only.
 */
public final class DetailViewModel {

    private final ConsumersViewModel list;
    private final TaskRunner tasks;
    private final OneTask task;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable StreamRef of;
    private @Nullable Surroundings surroundings;
    private String name = "";

    public DetailViewModel(ConsumersViewModel list, TaskRunner tasks, Clock clock) {
        this.list = list;
        this.tasks = tasks;
        this.task = new OneTask(tasks);
        this.clock = clock;
        list.streamProperty().subscribe(this::use);
        list.selectedProperty().subscribe(this::select);
    }

    private void use(@Nullable StreamRef stream) {
        of = stream;
        surroundings = null;
        clear();
    }

    private void clear() {
        task.cancel();
        name = "";
        detail.set(null);
        failure.set(null);
    }

    private void select(@Nullable Line line) {
        StreamRef stream = of;
        if (line == null || stream == null) {
            clear();
            return;
        }
        boolean other = !name.equals(line.row().name());
        if (other) {
            clear();
            name = line.row().name();
        }
        if (!task.isRunning() && line.row().offline().isEmpty()) {
            read(stream, name);
        }
    }

    private void read(StreamRef stream, String consumer) {
        Surroundings known = surroundings;
        var consumers = new Consumers(new JetStreamApi(stream.session()), clock);
        task.start(
                "consumer",
                () -> read(consumers, stream.name(), consumer, known),
                answer -> {
                    surroundings = answer.surroundings();
                    failure.set(null);
                    detail.set(answer);
                },
                failed -> {
                    detail.set(null);
                    failure.set(failed);
                });
    }

    private static Detail read(Consumers consumers, String stream, String consumer, @Nullable Surroundings known) {
        Surroundings around = known == null ? surroundings(consumers, stream) : known;
        ObjectNode info = consumers.info(stream, consumer);
        return new Detail(consumers.row(info), (ObjectNode) info.path("config"), around);
    }

    private static Surroundings surroundings(Consumers consumers, String stream) {
        ObjectNode info = consumers.stream(stream);
        return new Surroundings(
                (ObjectNode) info.path("config"), Account.of(consumers.api()).level(), info.has("cluster"));
    }

    /** Reads what the consumers of the stream have in common, for a form; at once where that is known. */
    void surroundings(Consumer<Surroundings> onKnown, Consumer<Failure> onFailure) {
        StreamRef stream = of;
        Surroundings known = surroundings;
        if (known != null) {
            onKnown.accept(known);
        } else if (stream != null) {
            var consumers = new Consumers(new JetStreamApi(stream.session()), clock);
            var _ = tasks.start(
                    "stream of consumers",
                    () -> surroundings(consumers, stream.name()),
                    answer -> {
                        surroundings = answer;
                        onKnown.accept(answer);
                    },
                    onFailure);
        }
    }

    /** Asks for everything again, after a change. */
    void refresh() {
        list.refresh();
    }

    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
