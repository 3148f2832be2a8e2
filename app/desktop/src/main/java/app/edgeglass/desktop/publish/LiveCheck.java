package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.CompositionCheck;
import app.edgeglass.core.publish.Filling;
import app.edgeglass.core.task.TaskRunner;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Checks what is being typed, off the window's thread, one at a time: a large payload makes it late, never slow. */
final class LiveCheck {

    private static final CompositionCheck NOTHING = new CompositionCheck(0, 0, 0, List.of());

    private final TaskRunner runner;
    private final Clock clock;
    private final Supplier<Composition> composition;
    private final LongSupplier maxPayload;
    private final ReadOnlyObjectWrapper<CompositionCheck> result = new ReadOnlyObjectWrapper<>(NOTHING);

    private boolean checking;
    private boolean wanted;

    LiveCheck(TaskRunner runner, Clock clock, Supplier<Composition> composition, LongSupplier maxPayload) {
        this.runner = runner;
        this.clock = clock;
        this.composition = composition;
        this.maxPayload = maxPayload;
    }

    ReadOnlyObjectProperty<CompositionCheck> result() {
        return result.getReadOnlyProperty();
    }

    /** Something has changed. */
    void touch() {
        wanted = true;
        if (!checking) {
            next();
        }
    }

    private void next() {
        wanted = false;
        checking = true;
        Composition now = composition.get();
        long largest = maxPayload.getAsLong();
        runner.start(
                "check a draft",
                () -> CompositionCheck.of(now, Filling.at(clock, 1), largest),
                this::done,
                failure -> done(NOTHING));
    }

    private void done(CompositionCheck check) {
        result.set(check);
        checking = false;
        if (wanted) {
            next();
        }
    }
}
