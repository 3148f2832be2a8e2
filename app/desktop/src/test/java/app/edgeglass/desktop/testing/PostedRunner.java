package app.edgeglass.desktop.testing;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does the work on threads of its own as the window's runner does, and keeps the answers until the test takes them: the
 * test's thread is the window's. Shows what happens when a person is faster than the work.
 */
public final class PostedRunner implements TaskRunner {

    private final LinkedBlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final List<Started> started = new ArrayList<>();

    private record Started(String name, CountDownLatch worked) {}

    @Override
    public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
        var cancelled = new AtomicBoolean();
        var task = new Started(name, new CountDownLatch(1));
        started.add(task);
        Thread thread = Thread.ofVirtual().start(() -> {
            Runnable answer;
            try {
                T result = work.call();
                answer = () -> onDone.accept(result);
            } catch (Exception e) {
                answer = () -> onFailure.accept(Failure.in(e));
            }
            Runnable due = answer;
            answers.add(() -> {
                if (!cancelled.get()) {
                    due.run();
                }
            });
            task.worked().countDown();
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    /** How many pieces of work of this name were started so far. */
    public long started(String name) {
        return started.stream().filter(task -> task.name().equals(name)).count();
    }

    /** Waits for the work that was started so far, without taking its answers. */
    public void awaitWork() {
        for (Started task : List.copyOf(started)) {
            try {
                if (!task.worked().await(UiDriver.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError(task.name() + " does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Takes the answers, and those to what they start, until it holds. */
    public void deliverUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            try {
                Runnable answer = answers.poll(20, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    answer.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
        }
    }

    /** Takes every answer to the work that was started so far, and to the work that those start. */
    public void deliver() {
        int before;
        do {
            before = started.size();
            awaitWork();
            for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
                answer.run();
            }
        } while (started.size() > before);
    }
}
