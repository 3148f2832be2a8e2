package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.Lines;
import app.edgeglass.core.payload.Lines.Span;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Looks for text in what is shown, off the window's thread. */
public final class PayloadFind {

    /** The most hits that are marked; there being more is said. */
    static final int MOST = 1_000;

    private final TaskRunner tasks;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private @Nullable Lines lines;
    private @Nullable RunningTask running;

    PayloadFind(TaskRunner tasks) {
        this.tasks = tasks;
        query.subscribe(() -> look(0));
    }

    /**
     * What was found.
     *
     * @param hits the first places, in order
     * @param current the index of the one that is looked at, or -1 when there is none
     */
    public record Found(List<Span> hits, int current) {

        static final Found NOTHING = new Found(List.of(), -1);

        public Found {
            hits = List.copyOf(hits);
        }

        /** The place that is looked at. */
        @Nullable
        Span span() {
            return current < 0 ? null : hits.get(current);
        }
    }

    /** Looks in these lines from now on. */
    void in(@Nullable Lines shown) {
        lines = shown;
        look(Math.max(0, found.get().current()));
    }

    private void look(int from) {
        if (running != null) {
            running.cancel();
        }
        var text = query.get();
        var where = lines;
        if (text.isEmpty() || where == null) {
            found.set(Found.NOTHING);
            return;
        }
        running = tasks.start(
                "find in a payload",
                () -> where.find(text, MOST),
                hits -> found.set(new Found(hits, hits.isEmpty() ? -1 : Math.min(from, hits.size() - 1))),
                failure -> found.set(Found.NOTHING));
    }

    /** Goes on to the next hit, or back to the one before; from the end it begins anew. */
    public void step(int by) {
        var now = found.get();
        if (!now.hits().isEmpty()) {
            found.set(new Found(
                    now.hits(), Math.floorMod(now.current() + by, now.hits().size())));
        }
    }

    /** What is looked for; empty for nothing. */
    public StringProperty queryProperty() {
        return query;
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
