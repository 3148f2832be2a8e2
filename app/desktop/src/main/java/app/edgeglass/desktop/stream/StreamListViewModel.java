package app.edgeglass.desktop.stream;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.StreamListing;
import app.edgeglass.core.stream.StreamRates;
import app.edgeglass.core.stream.StreamWarning;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * All streams of the session, read anew while somebody looks: one list call at a time, and never more than a tenth of the
 * time is spent on asking. Used on the window's thread only.
 */
public final class StreamListViewModel {

    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final int REST = 9;

    /**
     * What is known.
     *
     * @param rows those that the filter lets through
     * @param all how many there are
     * @param failure why they could not be read the last time; the rows are older then
     */
    public record Listed(boolean known, List<StreamRow> rows, int all, Optional<Failure> failure) {

        static final Listed NOTHING = new Listed(false, List.of(), 0, Optional.empty());
    }

    private final TaskRunner tasks;
    private final Clock clock;
    private final LongSupplier nanos;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Listed> listed = new ReadOnlyObjectWrapper<>(Listed.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable StreamServices> services = new ReadOnlyObjectWrapper<>();
    private StreamRates rates = new StreamRates();
    private List<StreamRow> all = List.of();
    private boolean known;
    private Optional<Failure> failure = Optional.empty();
    private @Nullable RunningTask running;
    private long asked;
    private long due;

    /** @param nanos such as {@code System::nanoTime} */
    public StreamListViewModel(TaskRunner tasks, Clock clock, LongSupplier nanos) {
        this.tasks = tasks;
        this.clock = clock;
        this.nanos = nanos;
        query.subscribe(text -> publish());
    }

    /** Another session, or none. */
    public void use(@Nullable Session session) {
        StreamServices before = services.get();
        if (session != null && before != null && session.equals(before.session())) {
            return;
        }
        stop();
        services.set(session == null ? null : StreamServices.of(session, clock));
        rates = new StreamRates();
        all = List.of();
        known = false;
        failure = Optional.empty();
        due = nanos.getAsLong();
        publish();
    }

    private void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** Asks when it is time to; to be called several times a second while the list is looked at. */
    public void sample() {
        if (running == null && nanos.getAsLong() - due >= 0) {
            refresh();
        }
    }

    /** Asks now, unless it is being asked. */
    public void refresh() {
        StreamServices from = services.get();
        if (from == null || running != null) {
            return;
        }
        asked = nanos.getAsLong();
        // A runner that works in place has answered before it returns.
        var answered = new boolean[1];
        RunningTask task = tasks.start(
                "list streams",
                from.streams()::all,
                listing -> {
                    answered[0] = true;
                    taken(listing);
                },
                problem -> {
                    answered[0] = true;
                    failed(problem);
                });
        running = answered[0] ? null : task;
    }

    private void taken(StreamListing listing) {
        ended();
        var found = rates.take(listing);
        var rows = new ArrayList<StreamRow>(listing.streams().size());
        listing.streams()
                .forEach(info ->
                        rows.add(new StreamRow(info.name(), info, found.get(info.name()), StreamWarning.of(info))));
        listing.unsupported()
                .forEach((name, reason) ->
                        rows.add(named(name, new StreamWarning(StreamWarning.Kind.UNSUPPORTED, reason))));
        listing.silent().forEach(name -> rows.add(named(name, new StreamWarning(StreamWarning.Kind.NO_LEADER, ""))));
        all = rows;
        known = true;
        failure = Optional.empty();
        publish();
    }

    private static StreamRow named(String name, StreamWarning warning) {
        return new StreamRow(name, null, null, List.of(warning));
    }

    private void failed(Failure problem) {
        ended();
        failure = Optional.of(problem);
        publish();
    }

    private void ended() {
        running = null;
        long took = nanos.getAsLong() - asked;
        due = nanos.getAsLong() + Math.max(EVERY_NANOS, REST * took);
    }

    private void publish() {
        var filter = new StreamFilter(query.get());
        listed.set(new Listed(known, all.stream().filter(filter).toList(), all.size(), failure));
    }

    public ReadOnlyObjectProperty<Listed> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /** What is typed to find by: a part of a name, or a subject. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What the session can be asked for; none without one. */
    ReadOnlyObjectProperty<@Nullable StreamServices> servicesProperty() {
        return services.getReadOnlyProperty();
    }
}
