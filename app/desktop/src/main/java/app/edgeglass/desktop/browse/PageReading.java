package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the pages read that the table lacks, one lot at a time: while somebody drags the scroll bar, what is asked for next is what
 * stands in the table when the last lot has come.
 */
final class PageReading {

    private final TaskRunner runner;
    private final Runnable onRead;
    private final Consumer<Failure> onFailure;
    private List<Long> underway = List.of();
    private @Nullable RunningTask task;

    PageReading(TaskRunner runner, Runnable onRead, Consumer<Failure> onFailure) {
        this.runner = runner;
        this.onRead = onRead;
        this.onFailure = onFailure;
    }

    /** @param missing a sequence of each page */
    void want(StreamReader of, List<Long> missing) {
        if (missing.isEmpty() || missing.stream().anyMatch(one -> isUnderway(of, one))) {
            return;
        }
        stop();
        underway = missing;
        task = runner.start(
                "messages of a stream",
                () -> {
                    missing.forEach(of::page);
                    return missing;
                },
                pages -> {
                    underway = List.of();
                    onRead.run();
                },
                failure -> {
                    underway = List.of();
                    onFailure.accept(failure);
                });
    }

    private boolean isUnderway(StreamReader of, long sequence) {
        return underway.stream().anyMatch(other -> of.isSamePage(other, sequence));
    }

    void stop() {
        if (task != null) {
            task.cancel();
            task = null;
        }
        underway = List.of();
    }
}
