package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.deadletter.Content;
import app.edgeglass.core.deadletter.DeadLetters;
import app.edgeglass.core.deadletter.EarlierLetters.Found;
import app.edgeglass.core.deadletter.EarlierLetters.Suspect;
import app.edgeglass.core.deadletter.LetterActions;
import app.edgeglass.core.deadletter.LetterActions.Outcome;
import app.edgeglass.core.deadletter.LetterExport;
import app.edgeglass.core.deadletter.Stuck;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.core.text.Sizes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What the consumers of one stream gave up, newest first, and what is done with it. */
final class DeadLettersViewModel {

    private final TaskRunner tasks;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<Stuck>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Stuck>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper earlier = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable DeadLetters letters;
    private @Nullable Found found;
    private @Nullable RunningTask finding;
    private @Nullable RunningTask working;
    private long version = -1;

    DeadLettersViewModel(TaskRunner tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Listens to another stream, or to none, and looks at once for what was given up before. */
    void show(@Nullable StreamRef stream) {
        close();
        warning.set("");
        outcome.set("");
        earlier.set("");
        rows.set(List.of());
        chosen.set(List.of());
        if (stream == null) {
            note.set("");
            return;
        }
        try {
            letters = DeadLetters.listen(stream, clock);
            findEarlier();
        } catch (Failure failure) {
            warning.set(failure.sentence() + " " + failure.remedy());
        }
        sample();
    }

    private void close() {
        cancel(finding);
        cancel(working);
        finding = null;
        working = null;
        busy.set(false);
        found = null;
        version = -1;
        DeadLetters before = letters;
        letters = null;
        if (before != null) {
            before.close();
        }
    }

    private static void cancel(@Nullable RunningTask task) {
        if (task != null) {
            task.cancel();
        }
    }

    /** Asks what the server knows of those before. */
    void findEarlier() {
        DeadLetters now = letters;
        if (now == null) {
            return;
        }
        cancel(finding);
        earlier.set(Texts.WORDS.say("earlier.looking"));
        finding = tasks.start(
                "find dead letters",
                now::findEarlier,
                said -> {
                    found = said;
                    version = -1;
                    sample();
                },
                failure -> earlier.set(Texts.WORDS.say("earlier.failed", failure.sentence() + " " + failure.remedy())));
    }

    void sample() {
        DeadLetters now = letters;
        if (now == null) {
            return;
        }
        List<String> denied = now.denied();
        if (!denied.isEmpty()) {
            warning.set(Texts.WORDS.say("denied", String.join(", ", denied)));
        }
        long seen = now.version();
        if (seen != version) {
            version = seen;
            List<Stuck> all = now.all();
            rows.set(all.reversed());
            note.set(
                    now.forgotten() > 0
                            ? Texts.WORDS.say("note.forgotten", all.size(), Sizes.say(now.bytes()), now.forgotten())
                            : Texts.WORDS.say("note", all.size(), Sizes.say(now.bytes())));
            tellEarlier(all);
        }
    }

    private void tellEarlier(List<Stuck> all) {
        Found now = found;
        if (now == null) {
            return;
        }
        String where = now.keepers().isEmpty()
                ? Texts.WORDS.say("earlier.no-keeper")
                : Texts.WORDS.say(
                        now.whole() ? "earlier.kept" : "earlier.kept.first",
                        String.join(", ", now.keepers()),
                        now.letters());
        String unnamed = now.suspects().stream()
                .filter(suspect -> unnamed(suspect, all) > 0)
                .map(suspect -> Texts.WORDS.say(
                        "earlier.suspect", suspect.consumer(), unnamed(suspect, all), suspect.maxDeliver()))
                .collect(Collectors.joining(" "));
        earlier.set(unnamed.isEmpty() ? where : unnamed + " " + where);
    }

    private static long unnamed(Suspect suspect, List<Stuck> all) {
        long named = all.stream()
                .map(Stuck::letter)
                .filter(letter -> letter.consumer().equals(suspect.consumer()))
                .count();
        return suspect.atLeast() - named;
    }

    void choose(List<Stuck> now) {
        chosen.set(List.copyOf(now));
        DeadLetters of = letters;
        if (of != null && now.size() == 1 && isToBeRead(now.getFirst().content())) {
            var letter = now.getFirst().letter();
            var _ = tasks.start("read message", () -> of.read(letter), read -> sample(), failure -> sample());
        }
    }

    private static boolean isToBeRead(Content content) {
        return content instanceof Content.Dropped || content instanceof Content.Unread;
    }

    /** What a person is asked before the originals are deleted; nothing when no stream is open. */
    @Nullable
    Confirmation confirmation() {
        DeadLetters now = letters;
        return now == null ? null : new LetterActions(now).confirmation(chosen.get());
    }

    void copy(String subject) {
        work("copy dead letters", "outcome.copied", subject, actions -> actions.copy(chosen.get(), subject));
    }

    void move(String subject, String typed) {
        work("move dead letters", "outcome.moved", subject, actions -> actions.move(chosen.get(), subject, typed));
    }

    void resend() {
        work("resend dead letters", "outcome.resent", "", actions -> actions.resend(chosen.get()));
    }

    private void work(String name, String key, String subject, Function<LetterActions, Outcome> work) {
        DeadLetters now = letters;
        if (now == null || busy.get()) {
            return;
        }
        outcome.set("");
        start(name, () -> work.apply(new LetterActions(now)), done -> outcome.set(said(key, subject, done)));
    }

    private <T> void start(String name, Callable<T> work, Consumer<T> onDone) {
        busy.set(true);
        working = tasks.start(
                name,
                work,
                done -> {
                    busy.set(false);
                    onDone.accept(done);
                    sample();
                },
                failure -> {
                    busy.set(false);
                    outcome.set(failure.sentence() + " " + failure.remedy());
                    sample();
                });
    }

    private static String said(String key, String subject, Outcome done) {
        String sentence = Texts.WORDS.say(key, done.stored(), subject, done.deleted());
        if (done.gone() > 0) {
            sentence += " " + Texts.WORDS.say("outcome.gone", done.gone());
        }
        if (done.failure().isPresent()) {
            Failure failure = done.failure().get();
            sentence += " " + Texts.WORDS.say("outcome.left", done.left().size(), failure.sentence());
            sentence += " " + failure.remedy();
        }
        return sentence;
    }

    void export(Path file) {
        DeadLetters now = letters;
        if (now == null || busy.get()) {
            return;
        }
        List<Stuck> wanted = chosen.get().isEmpty() ? rows.get() : chosen.get();
        start(
                "export dead letters",
                () -> new LetterExport(now).toFile(wanted, file),
                whole -> outcome.set(Texts.WORDS.say("outcome.exported", wanted.size(), whole, file)));
    }

    /** Takes the chosen off the list; nothing is done to the messages. */
    void forget() {
        DeadLetters now = letters;
        if (now != null) {
            chosen.get().forEach(one -> now.forget(one.letter()));
            sample();
        }
    }

    /** As what a dead letter’s copy is proposed to be published. */
    String proposedSubject() {
        DeadLetters now = letters;
        return now == null ? "" : "dead." + now.stream().name().toLowerCase(Locale.ROOT);
    }

    /** Newest first. */
    ReadOnlyObjectProperty<List<Stuck>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Stuck>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What is known, and what is not, of those that were given up before the page was opened. */
    ReadOnlyStringProperty earlierProperty() {
        return earlier.getReadOnlyProperty();
    }

    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** What came of what was done last; empty at first. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
