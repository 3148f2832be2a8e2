package app.edgeglass.desktop.message;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.message.NatsCommand;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.DiffSource;
import app.edgeglass.desktop.control.DiffViewModel;
import app.edgeglass.desktop.control.PayloadSource;
import app.edgeglass.desktop.control.PayloadViewModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One message with everything that is known of it: its payload, what changed since the one before, its headers. */
public final class MessageDetailsViewModel {

    private final TaskRunner tasks;
    private final InstantSource clock;
    private final PayloadViewModel payload;
    private final DiffViewModel diff;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PAYLOAD);
    private final ReadOnlyObjectWrapper<@Nullable ShownMessage> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");

    /** What of the message is looked at. */
    public enum Tab {
        PAYLOAD,
        DIFF,
        HEADERS
    }

    public MessageDetailsViewModel(TaskRunner tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
        payload = new PayloadViewModel(tasks);
        diff = new DiffViewModel(tasks);
        diff.activeProperty().bind(tab.isEqualTo(Tab.DIFF));
    }

    /** Shows a message; nothing without one. */
    public void show(@Nullable ShownMessage message) {
        shown.set(message);
        sample();
        payload.show(message == null ? null : message.payload());
        diff.show(message == null ? null : comparison(message));
    }

    private static DiffSource comparison(ShownMessage message) {
        return new DiffSource(message.payload(), () -> before(message));
    }

    private static Optional<DiffSource.Older> before(ShownMessage message) {
        return message.previous().get().map(older -> older(older, message.message()));
    }

    private static DiffSource.Older older(LoggedMessage older, LoggedMessage newer) {
        var between = Duration.between(older.at(), newer.at()).abs();
        var earlier = between.toSeconds() > 0 ? Texts.FIGURES.age(between) : Texts.FIGURES.latency(between);
        var name = Texts.WORDS.say("details.older", Texts.FIGURES.count(older.number()), earlier);
        return new DiffSource.Older(PayloadSource.of(older.subject(), older.number(), older.payload()), name);
    }

    /** Compares the message with any other one instead of the one before. */
    public void compareWith(LoggedMessage other) {
        var now = shown.get();
        if (now != null) {
            tab.set(Tab.DIFF);
            diff.show(new DiffSource(now.payload(), () -> Optional.of(older(other, now.message()))));
        }
    }

    /** Says how old the message is by now. To be called again and again. */
    public void sample() {
        var now = shown.get();
        age.set(
                now == null
                        ? ""
                        : Texts.WORDS.say(
                                "details.age",
                                Texts.FIGURES.age(Duration.between(now.message().at(), clock.instant()))));
    }

    /** Gives the command line that publishes the message again. */
    public void natsCommand(Consumer<String> taker, Consumer<Failure> onFailure) {
        var now = shown.get();
        if (now != null) {
            var _ = tasks.start(
                    "command line of a message",
                    () -> NatsCommand.publish(now.whole().get().orElseThrow(() -> Failure.of("payload.gone"))),
                    taker,
                    onFailure);
        }
    }

    /** The headers of the message, in their order. */
    public List<Header> headers() {
        var now = shown.get();
        return now == null ? List.of() : now.message().headers();
    }

    public ReadOnlyObjectProperty<@Nullable ShownMessage> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How long ago the message arrived, as words. */
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    public PayloadViewModel payload() {
        return payload;
    }

    public DiffViewModel diff() {
        return diff;
    }
}
