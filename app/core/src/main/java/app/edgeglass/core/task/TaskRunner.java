package app.edgeglass.core.task;

import app.edgeglass.core.error.Failure;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Takes work off the caller's thread and brings its end back to it. The window's runner works on virtual threads and
 * answers on the window's thread; tests use {@link InPlaceRunner}.
 */
public interface TaskRunner {

    /**
     * Starts work. Exactly one of the two consumers is called, on the thread of the caller's world, unless the task is
     * cancelled first: then neither is.
     *
     * @param name what is being done, for the log
     * @param work may block; is interrupted when cancelled
     */
    <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure);

    /** Work under way. */
    interface RunningTask {

        /** Interrupts the work and drops its answer. Harmless when it has ended. */
        void cancel();
    }
}
