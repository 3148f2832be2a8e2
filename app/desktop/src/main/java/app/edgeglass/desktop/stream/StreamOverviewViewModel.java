package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamWarning;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One stream, read anew while somebody looks. When it is gone, what was known of it stays, and that it is gone is said. */
public final class StreamOverviewViewModel {

    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final int REST = 9;

    /**
     * What is known.
     *
     * @param info none before the first answer
     * @param failure why it could not be read the last time
     */
    public record Seen(@Nullable StreamInfo info, List<StreamWarning> warnings, Optional<Failure> failure) {

        static final Seen NOTHING = new Seen(null, List.of(), Optional.empty());
    }

    private final TaskRunner tasks;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    private @Nullable StreamRef shown;
    private @Nullable StreamServices services;
    private @Nullable RunningTask running;
    private long asked;
    private long due;

    public StreamOverviewViewModel(TaskRunner tasks, Clock clock, LongSupplier nanos) {
        this.tasks = tasks;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Another stream, or none. */
    public void show(@Nullable StreamRef stream) {
        if (running != null) {
            running.cancel();
            running = null;
        }
        shown = stream;
        services = stream == null ? null : StreamServices.of(stream.session(), clock);
        seen.set(Seen.NOTHING);
        due = nanos.getAsLong();
        refresh();
    }

    /** Asks when it is time to. */
    public void sample() {
        if (running == null && nanos.getAsLong() - due >= 0) {
            refresh();
        }
    }

    public void refresh() {
        StreamRef stream = shown;
        StreamServices from = services;
        if (stream == null || from == null || running != null) {
            return;
        }
        asked = nanos.getAsLong();
        var answered = new boolean[1];
        RunningTask task = tasks.start(
                "read stream",
                () -> from.streams().info(stream.name()),
                info -> {
                    answered[0] = true;
                    ended();
                    seen.set(new Seen(info, StreamWarning.of(info), Optional.empty()));
                },
                failure -> {
                    answered[0] = true;
                    ended();
                    seen.set(new Seen(seen.get().info(), seen.get().warnings(), Optional.of(failure)));
                });
        running = answered[0] ? null : task;
    }

    private void ended() {
        running = null;
        due = nanos.getAsLong() + Math.max(EVERY_NANOS, REST * (nanos.getAsLong() - asked));
    }

    public ReadOnlyObjectProperty<Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    @Nullable
    StreamServices services() {
        return services;
    }

    @Nullable
    StreamRef shown() {
        return shown;
    }
}
