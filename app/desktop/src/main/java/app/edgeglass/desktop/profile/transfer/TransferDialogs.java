package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.exchange.ImportPlan;
import app.edgeglass.core.connection.exchange.ProfileExport;
import app.edgeglass.core.connection.exchange.ProfileImport;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.profile.ContextsModel;
import app.edgeglass.desktop.profile.transfer.ExportViewModel.Form;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Leads through giving connections away and taking them in; what is done is said in a sentence. */
public final class TransferDialogs {

    private final ProfileStore store;
    private final ContextsModel contexts;
    private final TaskRunner tasks;
    private final Overlay overlay;
    private final Dialogs dialogs;

    public TransferDialogs(
            ProfileStore store, ContextsModel contexts, TaskRunner tasks, Overlay overlay, Dialogs dialogs) {
        this.store = store;
        this.contexts = contexts;
        this.tasks = tasks;
        this.overlay = overlay;
        this.dialogs = dialogs;
    }

    private static FileQuestion question(String title) {
        return new FileQuestion(
                title,
                Texts.WORDS.say("file.name"),
                List.of(new FileQuestion.Kind(Texts.WORDS.say("file.kind"), List.of("*.json"))));
    }

    /** @param chosen what is offered first; nothing to offer all */
    public void export(List<Profile> chosen, Consumer<String> onDone) {
        var model = new ExportViewModel(chosen, store.list(), contexts::preview);
        new ExportDialog(model, overlay).open(() -> {
            if (model.formProperty().get() == Form.CONTEXT) {
                exportContext(model, onDone);
            } else {
                dialogs.saveFile(question(Texts.WORDS.say("export.title")), file -> exportFile(model, file, onDone));
            }
        });
    }

    private void exportContext(ExportViewModel model, Consumer<String> onDone) {
        String name = model.contextNameProperty().get().strip();
        // The dialog has said that one is replaced.
        contexts.export(
                model.profiles().getFirst(),
                name,
                true,
                () -> onDone.accept(Texts.WORDS.say("export.context.done", name)),
                dialogs::failed);
    }

    private void exportFile(ExportViewModel model, Path file, Consumer<String> onDone) {
        List<Profile> profiles = model.profiles();
        Optional<SecretValue> passphrase = model.secret();
        var export = new ProfileExport(store);
        var _ = tasks.start(
                "export connections",
                () -> {
                    passphrase.ifPresentOrElse(
                            secret -> export.encrypted(profiles, secret, file),
                            () -> export.withoutSecrets(profiles, file));
                    return profiles.size();
                },
                size -> onDone.accept(Texts.WORDS.say("export.done", size, file)),
                dialogs::failed);
    }

    /** Asks for a file, shows what is in it, and takes in what the person wants. */
    public void importFile(Consumer<String> onDone) {
        dialogs.openFile(question(Texts.WORDS.say("import.title")), file -> importFrom(file, onDone));
    }

    /** As {@link #importFile}, of a file that is known. */
    public void importFrom(Path file, Consumer<String> onDone) {
        var from = new ProfileImport(store);
        var _ = tasks.start(
                "look at file",
                () -> from.wantsPassphrase(file),
                locked -> {
                    if (locked) {
                        unlock(from, file, "", onDone);
                    } else {
                        plan(from, file, Optional.empty(), onDone);
                    }
                },
                dialogs::failed);
    }

    private void unlock(ProfileImport from, Path file, String trouble, Consumer<String> onDone) {
        new PassphraseDialog(overlay)
                .ask(file, trouble, passphrase -> plan(from, file, Optional.of(passphrase), onDone));
    }

    private void plan(ProfileImport from, Path file, Optional<SecretValue> passphrase, Consumer<String> onDone) {
        var _ = tasks.start(
                "plan import",
                () -> from.plan(file, passphrase),
                plan -> new ImportDialog(new ImportViewModel(plan), overlay)
                        .open(wanted -> apply(from, wanted, onDone)),
                failure -> {
                    if (passphrase.isPresent() && failure.key().contains("passphrase")) {
                        unlock(from, file, failure.sentence(), onDone);
                    } else {
                        dialogs.failed(failure);
                    }
                });
    }

    private void apply(ProfileImport from, ImportPlan wanted, Consumer<String> onDone) {
        int changes = new ImportViewModel(wanted).changes();
        var _ = tasks.start(
                "import connections",
                () -> from.apply(wanted),
                said -> onDone.accept(Texts.WORDS.say("import.done", changes)),
                dialogs::failed);
    }
}
