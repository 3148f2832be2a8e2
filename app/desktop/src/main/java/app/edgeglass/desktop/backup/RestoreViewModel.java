package app.edgeglass.desktop.backup;

import app.edgeglass.core.backup.BackupFolder;
import app.edgeglass.core.backup.BackupProgress;
import app.edgeglass.core.backup.StreamRestore;
import app.edgeglass.core.backup.StreamRestore.Restored;
import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.text.Sizes;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** As what a stream is restored. */
final class RestoreViewModel {

    /** What nats-server takes. */
    static final List<Integer> REPLICAS = List.of(1, 3, 5);

    private final BackupFolder backup;
    private final StreamRestore restore;
    private final Transfer transfer;
    private final TaskRunner tasks;
    private final Runnable onRestored;
    private final StringProperty name = new SimpleStringProperty();
    private final StringProperty subjects = new SimpleStringProperty();
    private final ObjectProperty<Integer> replicas = new SimpleObjectProperty<>(1);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper partly = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper removed = new ReadOnlyStringWrapper("");

    RestoreViewModel(
            BackupFolder backup, StreamRestore restore, Transfer transfer, TaskRunner tasks, Runnable onRestored) {
        this.backup = backup;
        this.restore = restore;
        this.transfer = transfer;
        this.tasks = tasks;
        this.onRestored = onRestored;
        var asItWas = StreamRestore.Wish.asItWas(backup);
        name.set(asItWas.name());
        subjects.set(String.join(" ", asItWas.subjects()));
        replicas.set(asItWas.replicas());
        name.subscribe(now -> ready.set(now != null && !now.isBlank()));
        transfer.phaseProperty().subscribe(now -> {
            partly.set(transfer.failure()
                    .filter(failure -> failure.key().equals("restore.partly"))
                    .isPresent());
            removed.set("");
            if (now == Transfer.Phase.DONE || now == Transfer.Phase.FAILED) {
                onRestored.run();
            }
        });
    }

    void start() {
        List<String> wanted = Arrays.stream(subjects.get().split("[\\s,]+"))
                .filter(subject -> !subject.isEmpty())
                .toList();
        var wish = new StreamRestore.Wish(backup, name.get().strip(), wanted, replicas.get());
        transfer.start("restore stream", progress -> restore(wish, progress));
    }

    private String restore(StreamRestore.Wish wish, BackupProgress progress) {
        Restored restored = restore.restore(wish, progress);
        return restored.messages() < restored.expected()
                ? Texts.WORDS.say("restore.done.fewer", restored.name(), restored.messages(), restored.expected())
                : Texts.WORDS.say(
                        "restore.done",
                        restored.name(),
                        restored.messages(),
                        Sizes.say(restored.bytes()),
                        restored.consumers());
    }

    /** What a person is asked before the part is deleted that a failed restore has left. */
    Confirmation confirmation() {
        return restore.confirmation(name.get().strip());
    }

    void removePart(String typed) {
        String part = name.get().strip();
        var _ = tasks.start(
                "remove part",
                () -> {
                    restore.removePart(part, typed);
                    return part;
                },
                done -> {
                    partly.set(false);
                    removed.set(Texts.WORDS.say("restore.removed", done));
                    onRestored.run();
                },
                failure -> removed.set(failure.sentence() + " " + failure.remedy()));
    }

    /** What is known of the backup before it is read, in sentences. */
    String facts() {
        return Texts.WORDS.say(
                "restore.facts",
                backup.name(),
                backup.messages(),
                Sizes.say(backup.bytes()),
                Sizes.say(backup.size()),
                backup.folder());
    }

    boolean takesOtherName() {
        return backup.kind().takesOtherName();
    }

    Transfer transfer() {
        return transfer;
    }

    StringProperty nameProperty() {
        return name;
    }

    /** With blanks or commas between. */
    StringProperty subjectsProperty() {
        return subjects;
    }

    ObjectProperty<Integer> replicasProperty() {
        return replicas;
    }

    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Whether a part of the stream stands on the server, which nobody wants. */
    ReadOnlyBooleanProperty partlyProperty() {
        return partly.getReadOnlyProperty();
    }

    /** That the part is gone, or why not; empty before. */
    ReadOnlyStringProperty removedProperty() {
        return removed.getReadOnlyProperty();
    }
}
