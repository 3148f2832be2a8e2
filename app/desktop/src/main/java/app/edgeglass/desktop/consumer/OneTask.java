package app.edgeglass.desktop.consumer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work of which one piece is under way at a time. Used on the window's thread only. */
final class OneTask {

    private final TaskRunner tasks;
    private @Nullable RunningTask running;

    OneTask(TaskRunner tasks) {
        this.tasks = tasks;
    }

    boolean isRunning() {
        return running != null;
    }

    /** Starts work; only while none is under way. By the time that an answer is taken, the next may be started. */
    <T> void start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
        var ended = new AtomicBoolean();
        RunningTask started = tasks.start(
                name,
                work,
                answer -> {
                    ended.set(true);
                    running = null;
                    onDone.accept(answer);
                },
                failure -> {
                    ended.set(true);
                    running = null;
                    onFailure.accept(failure);
                });
        // A runner that works in place has ended already.
        if (!ended.get()) {
            running = started;
        }
    }

    /** Gives it up; its answer is dropped. */
    void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
