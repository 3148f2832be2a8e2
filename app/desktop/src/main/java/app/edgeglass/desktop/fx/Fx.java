package app.edgeglass.desktop.fx;

import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The gateway to the window's thread, and the only class that posts to it. What is thrown there goes to one place, so
 * that no failure of the window is silent.
 */
public final class Fx {

    private final Consumer<Throwable> onThrown;

    /** @param onThrown takes what a posted task throws; called on the window's thread */
    public Fx(Consumer<Throwable> onThrown) {
        this.onThrown = onThrown;
    }

    /** Runs the task on the window's thread, after what is posted already. */
    public void later(Runnable task) {
        Platform.runLater(() -> guarded(task));
    }

    /** Runs the task at once when this is the window's thread, else as {@link #later}. */
    public void run(Runnable task) {
        if (isFxThread()) {
            guarded(task);
        } else {
            later(task);
        }
    }

    public boolean isFxThread() {
        return Platform.isFxApplicationThread();
    }

    // Whatever is thrown: an error that escapes here would end in the toolkit's own handler, on stderr.
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            onThrown.accept(thrown);
        }
    }
}
