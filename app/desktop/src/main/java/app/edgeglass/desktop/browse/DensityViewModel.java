package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Density;
import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How the messages of a stream lie in time. Looked at anew when the stream has become another by a twentieth. */
final class DensityViewModel {

    private static final int PARTS = 20;

    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Density> density = new ReadOnlyObjectWrapper<>(Density.NOTHING);
    private @Nullable StreamReader reader;
    private @Nullable Extent sampled;
    private @Nullable RunningTask task;

    DensityViewModel(TaskRunner runner) {
        this.runner = runner;
    }

    void use(@Nullable StreamReader now) {
        if (task != null) {
            task.cancel();
            task = null;
        }
        reader = now;
        sampled = null;
        density.set(Density.NOTHING);
    }

    /** To be told of each change of the stream's extent. */
    void follow(Extent now) {
        StreamReader of = reader;
        Extent before = sampled;
        if (of == null || (before != null && !isWorthIt(before, now))) {
            return;
        }
        sampled = now;
        if (task != null) {
            task.cancel();
        }
        // Without it everything else works; the next look may succeed.
        task = runner.start("density of a stream", of::density, density::set, failure -> density.set(Density.NOTHING));
    }

    private static boolean isWorthIt(Extent before, Extent now) {
        long moved = Math.abs(now.first() - before.first()) + Math.abs(now.last() - before.last());
        return !now.created().equals(before.created()) || moved > Math.max(1, before.span() / PARTS);
    }

    ReadOnlyObjectProperty<Density> densityProperty() {
        return density.getReadOnlyProperty();
    }
}
