package app.edgeglass.desktop.stream;

import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import app.edgeglass.core.stream.PurgeCount;
import app.edgeglass.core.stream.PurgeScope;
import app.edgeglass.core.stream.PurgeScope.Extent;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamOperations;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is to be purged, counted anew at each change of it, before anything goes. */
public final class PurgeViewModel {

    /** How much. */
    public enum Much {
        ALL,
        KEEP,
        UP_TO
    }

    private final StreamServices services;
    private final TaskRunner tasks;
    private final StreamInfo stream;
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty number = new SimpleStringProperty("");
    private final ObjectProperty<Much> much = new SimpleObjectProperty<>(Much.ALL);
    private final ReadOnlyObjectWrapper<@Nullable PurgeCount> count = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Long> onDone = gone -> {};
    private @Nullable RunningTask counting;

    PurgeViewModel(StreamServices services, TaskRunner tasks, StreamInfo stream) {
        this.services = services;
        this.tasks = tasks;
        this.stream = stream;
        subject.subscribe(() -> recount());
        number.subscribe(() -> recount());
        much.subscribe(() -> recount());
        recount();
    }

    void onDone(Consumer<Long> consumer) {
        onDone = consumer;
    }

    private PurgeScope scope() {
        Extent extent = switch (much.get()) {
            case ALL -> new Extent.All();
            case KEEP -> new Extent.Keep(Quantities.number(number.get()));
            case UP_TO -> new Extent.UpTo(Quantities.number(number.get()));
        };
        return new PurgeScope(subject.get().strip(), extent);
    }

    private void recount() {
        if (counting != null) {
            counting.cancel();
        }
        count.set(null);
        failure.set(Optional.empty());
        if (much.get() != Much.ALL && number.get().isBlank()) {
            return;
        }
        try {
            PurgeScope wanted = scope();
            counting = tasks.start(
                    "count purge",
                    () -> services.operations().count(stream.name(), wanted),
                    count::set,
                    problem -> failure.set(Optional.of(problem)));
        } catch (Failure noNumber) {
            failure.set(Optional.of(noNumber));
        }
    }

    /** What the person has to be asked; only once it is counted. */
    Confirmation confirmation() {
        PurgeCount counted = count.get();
        if (counted == null) {
            throw new IllegalStateException("not counted");
        }
        return services.session().guard().confirmation(StreamOperations.purgeOf(stream.name(), scope(), counted));
    }

    /** Purges, as it was counted and confirmed. */
    public void purge(String typed) {
        PurgeCount counted = count.get();
        if (counted != null) {
            PurgeScope wanted = scope();
            var _ = tasks.start(
                    "purge stream",
                    () -> services.operations().purge(stream.name(), wanted, counted, typed),
                    onDone,
                    problem -> failure.set(Optional.of(problem)));
        }
    }

    public StreamInfo stream() {
        return stream;
    }

    /** A subject or a pattern; empty for all. */
    public StringProperty subjectProperty() {
        return subject;
    }

    public StringProperty numberProperty() {
        return number;
    }

    public ObjectProperty<Much> muchProperty() {
        return much;
    }

    /** None while it is not known. */
    public ReadOnlyObjectProperty<@Nullable PurgeCount> countProperty() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
