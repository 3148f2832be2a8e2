package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.MessageSearch;
import app.edgeglass.core.browse.MessageSearch.Progress;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A search through the messages of a stream: how far it is, and what it has found. */
final class SearchViewModel {

    private final TaskRunner runner;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper anything = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable StreamReader reader;
    private @Nullable MessageSearch search;
    private @Nullable RunningTask task;

    SearchViewModel(TaskRunner runner) {
        this.runner = runner;
    }

    /** Searches this stream from now on; forgets what was found. */
    void use(@Nullable StreamReader now) {
        cancel();
        reader = now;
        forget();
    }

    /** Forgets what was found. */
    void forget() {
        cancel();
        search = null;
        failure.set(null);
        tell();
    }

    /**
     * Begins.
     *
     * @param text as {@link MessageFilter} has it
     * @param from the first sequence to look at
     */
    void start(String text, long from) {
        StreamReader of = reader;
        forget();
        if (of == null) {
            return;
        }
        MessageFilter filter;
        try {
            filter = MessageFilter.parse(text);
        } catch (Failure e) {
            failure.set(e);
            return;
        }
        if (filter.isEmpty()) {
            return;
        }
        MessageSearch begun = of.search(new MessageSearch.Wanted(
                filter, Math.max(from, of.extent().first()), of.extent().last()));
        search = begun;
        running.set(true);
        tell();
        RunningTask started = runner.start(
                "search through a stream",
                begun::run,
                done -> {
                    running.set(false);
                    task = null;
                    tell();
                },
                e -> {
                    running.set(false);
                    task = null;
                    failure.set(e);
                    tell();
                });
        if (running.get()) {
            task = started;
        }
    }

    /** Ends it early; what was found stays. */
    void cancel() {
        if (task != null) {
            task.cancel();
            task = null;
        }
        running.set(false);
        tell();
    }

    /** Looks how far it is. */
    void sample() {
        if (running.get()) {
            tell();
        }
    }

    private void tell() {
        MessageSearch of = search;
        if (of == null) {
            said.set("");
            part.set(0);
            anything.set(false);
            return;
        }
        Progress progress = of.progress();
        long span = Math.max(1, of.wanted().to() - of.wanted().from() + 1);
        part.set(progress.finished() ? 1 : (progress.reached() - of.wanted().from() + 1) / (double) span);
        anything.set(progress.found() > 0);
        String found = Texts.FIGURES.count(progress.found());
        String looked = Texts.FIGURES.shortCount(progress.looked());
        String words = running.get()
                ? Texts.WORDS.say("search.underway", found, looked, Texts.FIGURES.shortCount(span))
                : progress.finished()
                        ? Texts.WORDS.say("search.finished", found, looked)
                        : Texts.WORDS.say("search.cancelled", found, looked);
        String kept = progress.found() > MessageSearch.MOST_FOUND
                ? words + " " + Texts.WORDS.say("search.kept", Texts.FIGURES.count(MessageSearch.MOST_FOUND))
                : words;
        said.set(
                progress.undecided() > 0
                        ? kept + " " + Texts.WORDS.say("search.undecided", Texts.FIGURES.count(progress.undecided()))
                        : kept);
    }

    /** The nearest that was found behind a sequence, or before it; 0 when there is none. */
    long nearest(long sequence, boolean behind) {
        MessageSearch of = search;
        return of == null ? 0 : of.nearest(sequence, behind);
    }

    /** Whether a sequence was found. */
    boolean isFound(long sequence) {
        return nearest(sequence - 1, true) == sequence;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How much of the stretch was looked at, from 0 to 1. */
    ReadOnlyDoubleProperty partProperty() {
        return part.getReadOnlyProperty();
    }

    /** How far it is, in words; empty before the first search. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty anythingProperty() {
        return anything.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
