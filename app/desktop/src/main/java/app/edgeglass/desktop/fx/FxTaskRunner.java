package app.edgeglass.desktop.fx;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does each piece of work on a virtual thread of its own and answers on the window's thread. A task that was cancelled
 * before its answer arrived there never answers.
 */
public final class FxTaskRunner implements TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);

    private final Fx fx;
    private final CountDownLatch begin;

    public FxTaskRunner(Fx fx) {
        this(fx, new CountDownLatch(0));
    }

    /** @param begin until it falls, work waits: at the start the window needs both of a small machine's processors */
    public FxTaskRunner(Fx fx, CountDownLatch begin) {
        this.fx = fx;
        this.begin = begin;
    }

    @Override
    public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
        var cancelled = new AtomicBoolean();
        Thread thread =
                Thread.ofVirtual().name("task: " + name).start(() -> perform(name, work, cancelled, onDone, onFailure));
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    // Whatever is thrown: work that ends without an answer would leave the window waiting for ever.
    private <T> void perform(
            String name, Callable<T> work, AtomicBoolean cancelled, Consumer<T> onDone, Consumer<Failure> onFailure) {
        T result;
        try {
            begin.await();
            result = work.call();
        } catch (Throwable thrown) {
            if (!cancelled.get()) {
                Failure failure = explained(name, thrown);
                answer(cancelled, () -> onFailure.accept(failure));
            }
            return;
        }
        answer(cancelled, () -> onDone.accept(result));
    }

    private void answer(AtomicBoolean cancelled, Runnable answer) {
        fx.later(() -> {
            if (!cancelled.get()) {
                answer.run();
            }
        });
    }

    private static Failure explained(String name, Throwable thrown) {
        Failure failure = Failure.in(thrown);
        if (failure.isBug()) {
            LOG.error("Bug while doing “{}”", name, thrown);
        } else {
            LOG.info("“{}” failed: {}", name, failure.sentence());
        }
        return failure;
    }
}
