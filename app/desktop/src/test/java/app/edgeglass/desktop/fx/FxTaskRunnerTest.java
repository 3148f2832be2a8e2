package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.desktop.testing.LogWatcher;
import app.edgeglass.desktop.testing.UiDriver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FxTaskRunnerTest {

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final Fx fx = new Fx(thrown::add);
    private final FxTaskRunner runner = new FxTaskRunner(fx);

    @BeforeAll
    static void start() {
        UiDriver.startToolkit();
    }

    @Test
    void worksElsewhereAndAnswersOnTheWindowsThread() throws Exception {
        var worker = new CompletableFuture<String>();
        var answer = new CompletableFuture<String>();
        RunningTask task = runner.start(
                "count",
                () -> {
                    worker.complete(Thread.currentThread().getName());
                    assertThat(Platform.isFxApplicationThread()).isFalse();
                    return "done";
                },
                result -> answer.complete(result + " " + Platform.isFxApplicationThread()),
                answer::completeExceptionally);

        assertThat(worker.get(5, TimeUnit.SECONDS)).isEqualTo("task: count");
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("done true");
        task.cancel();
        assertThat(thrown).isEmpty();
    }

    @Test
    void workWaitsForTheFirstPictureAndMayBeCancelledBefore() throws Exception {
        var begin = new CountDownLatch(1);
        var waiting = new FxTaskRunner(fx, begin);
        var done = new CopyOnWriteArrayList<String>();
        var answered = new CompletableFuture<String>();
        RunningTask first = waiting.start("first", () -> done.add("first"), result -> {}, failure -> {});
        waiting.start("second", () -> done.add("second"), result -> answered.complete("second"), failure -> {});
        first.cancel();
        assertThat(done).isEmpty();

        begin.countDown();
        assertThat(answered.get(5, TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(done).containsExactly("second");
    }

    @Test
    void anExpectedFailureIsHandedOverAndNotLoggedAsABug() throws Exception {
        try (var log = new LogWatcher()) {
            var answer = new CompletableFuture<Failure>();
            runner.start(
                    "connect",
                    () -> {
                        throw Failure.of("url.empty");
                    },
                    result -> {},
                    answer::complete);

            assertThat(answer.get(5, TimeUnit.SECONDS).key()).isEqualTo("url.empty");
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void aBugIsLoggedOnceWithItsTrace() throws Exception {
        try (var log = new LogWatcher()) {
            var answer = new CompletableFuture<Failure>();
            runner.start(
                    "divide",
                    () -> {
                        throw new ArithmeticException("by zero");
                    },
                    result -> {},
                    answer::complete);

            assertThat(answer.get(5, TimeUnit.SECONDS).isBug()).isTrue();
            assertThat(log.errors()).singleElement().asString().contains("divide", "ArithmeticException", "\tat ");
        }
    }

    @Test
    void whatIsCancelledIsInterruptedAndNeverAnswers() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var answers = new CopyOnWriteArrayList<Object>();
        RunningTask task = runner.start(
                "wait",
                () -> {
                    begun.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                        throw e;
                    }
                    return 1;
                },
                answers::add,
                answers::add);
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        task.cancel();

        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        UiDriver.onFx(() -> true);
        assertThat(answers).isEmpty();
    }

    @Test
    void anAnswerThatArrivedBeforeTheCancelIsDroppedToo() throws Exception {
        var answers = new CopyOnWriteArrayList<Integer>();
        var worked = new CountDownLatch(1);
        UiDriver.onFx(() -> {
            RunningTask task = runner.start(
                    "fast",
                    () -> {
                        worked.countDown();
                        return 1;
                    },
                    answers::add,
                    failure -> {});
            // The window's thread is here, so the answer has to wait behind this task.
            assertThat(worked.await(5, TimeUnit.SECONDS)).isTrue();
            task.cancel();
            return true;
        });
        UiDriver.onFx(() -> true);
        UiDriver.onFx(() -> true);

        assertThat(answers).isEmpty();
    }

    @Test
    void whatIsThrownOnTheWindowsThreadGoesToItsHandler() {
        fx.later(() -> {
            throw new IllegalStateException("oops");
        });
        UiDriver.onFx(() -> true);

        assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
    }
}
