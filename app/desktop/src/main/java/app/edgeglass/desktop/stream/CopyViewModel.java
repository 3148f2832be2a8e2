package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.StreamCopy;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamRename;
import app.edgeglass.core.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A copy of a stream under another name, or its move there. */
public final class CopyViewModel {

    private final StreamServices services;
    private final TaskRunner tasks;
    private final StreamInfo from;
    private final boolean renaming;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty subjects = new SimpleStringProperty("");
    private final BooleanProperty fed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StreamRename.Step>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Optional<StreamRename.Step> reached = Optional.empty();
    private Consumer<String> onDone = done -> {};

    CopyViewModel(StreamServices services, TaskRunner tasks, StreamInfo from, boolean renaming) {
        this.services = services;
        this.tasks = tasks;
        this.from = from;
        this.renaming = renaming;
        name.set(from.name() + (renaming ? "_NEW" : "_COPY"));
    }

    void onDone(Consumer<String> consumer) {
        onDone = consumer;
    }

    public void go() {
        String to = name.get().strip();
        List<String> taken = subjects.get()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean follows = fed.get();
        busy.set(true);
        failure.set(Optional.empty());
        var _ = tasks.start(
                renaming ? "rename stream" : "copy stream",
                () -> {
                    if (renaming) {
                        return services.rename()
                                .rename(from.name(), to, now -> reached = Optional.of(now))
                                .name();
                    }
                    return services.editor()
                            .create(follows ? StreamCopy.fed(from, to, taken) : StreamCopy.draft(from, to, taken))
                            .now()
                            .name();
                },
                done -> {
                    busy.set(false);
                    onDone.accept(done);
                },
                problem -> {
                    busy.set(false);
                    failure.set(Optional.of(problem));
                });
    }

    /** Takes over how far it is. */
    void sample() {
        step.set(busy.get() ? reached : Optional.empty());
    }

    public StreamInfo from() {
        return from;
    }

    public boolean isRenaming() {
        return renaming;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Those of the copy, one per line. */
    public StringProperty subjectsProperty() {
        return subjects;
    }

    /** Whether the copy takes all messages of the original, and goes on to. */
    public BooleanProperty fedProperty() {
        return fed;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StreamRename.Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
