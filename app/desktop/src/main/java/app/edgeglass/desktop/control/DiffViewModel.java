package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.payload.PayloadDiffer;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * A payload compared with an older one, off the window's thread and only while somebody looks. Of a quick stream of newer
 * payloads each comparison is finished and shown, with what it compares, and then the newest is taken: a comparison that
 * takes longer than the next message takes to come is still seen.
 */
public final class DiffViewModel {

    private final TaskRunner tasks;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final BooleanProperty textWanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable ShownDiff> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

    private @Nullable DiffSource source;
    private @Nullable DiffSource comparing;
    private @Nullable RunningTask running;

    public DiffViewModel(TaskRunner tasks) {
        this.tasks = tasks;
        active.subscribe(() -> compare());
    }

    /** Compares these; nothing without them. */
    public void show(@Nullable DiffSource payloads) {
        var before = source;
        source = payloads;
        if (payloads == null
                || (before != null
                        && !payloads.after().name().equals(before.after().name()))) {
            cancel();
            shown.set(null);
            failure.set(null);
        }
        compare();
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        comparing = null;
    }

    private void compare() {
        var next = source;
        if (!active.get() || next == null || comparing != null || isShown(next)) {
            return;
        }
        comparing = next;
        running = tasks.start("compare payloads", () -> compared(next), this::done, this::failed);
    }

    private boolean isShown(DiffSource next) {
        var now = shown.get();
        return now != null && now.source().equals(next);
    }

    private static ShownDiff compared(DiffSource source) {
        var older = source.before().get().orElse(null);
        if (older == null) {
            return new ShownDiff(source, null, null, false);
        }
        var diff = PayloadDiffer.between(
                older.payload().part(Integer.MAX_VALUE), source.after().part(Integer.MAX_VALUE));
        return new ShownDiff(source, older, diff, false);
    }

    private void done(ShownDiff diff) {
        comparing = null;
        running = null;
        failure.set(null);
        var before = shown.get();
        var samePlace = before != null
                && before.source().after().name().equals(diff.source().after().name());
        shown.set(new ShownDiff(diff.source(), diff.older(), diff.diff(), samePlace));
        compare();
    }

    private void failed(Failure why) {
        var failed = comparing;
        comparing = null;
        running = null;
        shown.set(null);
        failure.set(why);
        if (failed == null || !failed.equals(source)) {
            compare();
        }
    }

    /** Whether somebody looks at it. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Whether the texts are wanted rather than the list of changed values. To be kept over restarts. */
    public BooleanProperty textWantedProperty() {
        return textWanted;
    }

    /** What was compared last; nothing while there is nothing. */
    public ReadOnlyObjectProperty<@Nullable ShownDiff> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why comparing failed; nothing when it did not. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
