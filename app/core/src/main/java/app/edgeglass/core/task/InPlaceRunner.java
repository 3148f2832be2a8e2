package app.edgeglass.core.task;

import app.edgeglass.core.error.Failure;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does the work at once, on the caller's thread: what is asynchronous in the window is a plain call in a test. */
public final class InPlaceRunner implements TaskRunner {

    @Override
    public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            onFailure.accept(Failure.in(e));
            return () -> {};
        }
        onDone.accept(result);
        return () -> {};
    }
}
