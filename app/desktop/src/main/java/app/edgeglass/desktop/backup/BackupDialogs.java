package app.edgeglass.desktop.backup;

import app.edgeglass.core.backup.BackupFolder;
import app.edgeglass.core.backup.StreamRestore;
import app.edgeglass.core.backup.StreamSave;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.Overlay;
import app.edgeglass.desktop.shell.notice.Notices;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Leads through saving a stream and restoring one. One of each at a time: who asks again sees the one under way. */
public final class BackupDialogs {

    private final TaskRunner tasks;
    private final Notices notices;
    private final Overlay overlay;
    private final Dialogs dialogs;
    private final Sampling sampling;
    private final Clock clock;
    private @Nullable SaveViewModel saving;
    private @Nullable RestoreViewModel restoring;
    private String folder = "";
    private Runnable changed = () -> {};

    public BackupDialogs(
            TaskRunner tasks, Notices notices, Overlay overlay, Dialogs dialogs, Sampling sampling, Clock clock) {
        this.tasks = tasks;
        this.notices = notices;
        this.overlay = overlay;
        this.dialogs = dialogs;
        this.sampling = sampling;
        this.clock = clock;
    }

    private Transfer transfer() {
        return new Transfer(tasks, notices, System::nanoTime);
    }

    /** Asks where to, and saves the stream. */
    public void save(StreamRef stream) {
        SaveViewModel now = saving;
        if (now == null || !now.transfer().isRunning()) {
            now = new SaveViewModel(stream, new StreamSave(clock), transfer());
            now.folderProperty().set(folder);
            saving = now;
        }
        SaveViewModel model = now;
        var form = new SaveForm(model, dialogs);
        var dialog = new TransferDialog(
                overlay, sampling, model.transfer(), "save-stream", Texts.WORDS.say("save.go"), () -> {
                    folder = model.folderProperty().get();
                    model.start();
                });
        model.folderProperty().subscribe(chosen -> dialog.go().setDisable(chosen.isBlank()));
        dialog.open(
                Texts.WORDS.say("save.title", model.name()),
                form.root(),
                model.folderProperty().get().isEmpty() ? form.focus() : dialog.go());
    }

    /** Tells somebody when the server may have a stream more, or one less. */
    public void onChanged(Runnable told) {
        changed = told;
    }

    /** Asks for a folder, shows what is in it, and restores the stream. */
    public void restore(Session session) {
        RestoreViewModel now = restoring;
        if (now != null && now.transfer().isRunning()) {
            open(now);
            return;
        }
        dialogs.openFolder(Texts.WORDS.say("restore.folder"), chosen -> restoreFrom(chosen, session));
    }

    /** As {@link #restore}, of a folder that is known. */
    public void restoreFrom(Path chosen, Session session) {
        var _ = tasks.start(
                "look at backup",
                () -> BackupFolder.open(chosen),
                backup -> {
                    var model = new RestoreViewModel(
                            backup, new StreamRestore(session), transfer(), tasks, () -> changed.run());
                    restoring = model;
                    open(model);
                },
                dialogs::failed);
    }

    private void open(RestoreViewModel model) {
        var form = new RestoreForm(model);
        var dialog = new TransferDialog(
                overlay, sampling, model.transfer(), "restore-stream", Texts.WORDS.say("restore.go"), model::start);
        model.readyProperty().subscribe(ready -> dialog.go().setDisable(!ready));
        var remove = new Button(Texts.WORDS.say("restore.remove"));
        remove.setId("restore-stream-remove-button");
        remove.getStyleClass().add("danger");
        remove.setOnAction(event -> remove(model));
        model.partlyProperty().subscribe(partly -> Controls.visible(remove, partly));
        var removed = new Label();
        removed.setId("restore-stream-removed");
        removed.setWrapText(true);
        removed.setMinHeight(Region.USE_PREF_SIZE);
        removed.textProperty().bind(model.removedProperty());
        model.removedProperty().subscribe(words -> Controls.visible(removed, !words.isEmpty()));
        dialog.end().getChildren().addAll(remove, removed);
        dialog.open(Texts.WORDS.say("restore.title"), form.root(), model.takesOtherName() ? form.focus() : dialog.go());
    }

    private void remove(RestoreViewModel model) {
        dialogs.destroy(model.confirmation(), Texts.WORDS.say("restore.remove"), typed -> {
            model.removePart(typed);
            open(model);
        });
    }
}
