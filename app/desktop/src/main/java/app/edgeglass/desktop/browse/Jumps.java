package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.JumpTarget;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Finds where a person wants to go in a stream. A jump that another one follows is given up. */
final class Jumps {

    private final BrowseViewModel model;
    private final TaskRunner runner;
    private final Consumer<Failure> onFailure;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable StreamReader reader;
    private @Nullable RunningTask asking;

    Jumps(BrowseViewModel model, TaskRunner runner, Consumer<Failure> onFailure) {
        this.model = model;
        this.runner = runner;
        this.onFailure = onFailure;
    }

    void use(@Nullable StreamReader now) {
        stop();
        reader = now;
        note.set("");
    }

    /** Says nothing more of the last one. */
    void forget() {
        stop();
        note.set("");
    }

    private void stop() {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    void to(JumpTarget target) {
        switch (target) {
            case JumpTarget.ToSequence(long sequence) -> toSequence(sequence);
            case JumpTarget.ToTime to ->
                ask(of -> of.at(to.time()), () -> {
                    model.toLast();
                    return Texts.WORDS.say("jump.nothing-after");
                });
            case JumpTarget.ToNext(String pattern) -> {
                long from = model.onwards();
                ask(of -> of.next(pattern, from), () -> Texts.WORDS.say("jump.no-next", pattern));
            }
        }
    }

    void toLastOf(String pattern) {
        ask(of -> of.last(pattern), () -> Texts.WORDS.say("jump.no-last", pattern));
    }

    /** Or the nearest that there is. */
    private void toSequence(long sequence) {
        forget();
        Shown now = model.shownProperty().get();
        if (now == null || now.extent().isEmpty()) {
            return;
        }
        Extent extent = now.extent();
        model.goTo(extent.clamp(sequence));
        if (sequence < extent.first()) {
            note.set(Texts.WORDS.say("jump.before-first", Texts.FIGURES.count(extent.first())));
        } else if (sequence > extent.last()) {
            note.set(Texts.WORDS.say("jump.after-last", Texts.FIGURES.count(extent.last())));
        }
    }

    private void ask(Function<StreamReader, Optional<StoredMessage>> question, Supplier<String> nothing) {
        StreamReader of = reader;
        if (of == null) {
            return;
        }
        stop();
        note.set(Texts.WORDS.say("jump.looking"));
        asking = runner.start(
                "a message of a stream",
                () -> question.apply(of),
                found -> {
                    note.set(found.isPresent() ? "" : nothing.get());
                    found.ifPresent(message -> model.goTo(message.sequence()));
                },
                failure -> {
                    note.set("");
                    onFailure.accept(failure);
                });
    }

    /** What has to be said about the last one. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
