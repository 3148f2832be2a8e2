package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does work only when a test says so, as a slow machine would: answers of cancelled tasks never come. */
final class ManualRunner implements TaskRunner {

    private final Deque<Work<?>> waiting = new ArrayDeque<>();

    @Override
    public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
        var task = new Work<>(name, work, onDone, onFailure);
        waiting.add(task);
        return () -> waiting.remove(task);
    }

    /** Does the oldest piece of work with a name. */
    void finish(String name) {
        var task = waiting.stream()
                .filter(work -> work.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not waiting, but " + waiting));
        waiting.remove(task);
        task.run();
    }

    int waiting(String name) {
        return (int) waiting.stream().filter(work -> work.name.equals(name)).count();
    }

    private record Work<T>(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {

        void run() {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                onFailure.accept(Failure.in(e));
                return;
            }
            onDone.accept(result);
        }
    }
}
