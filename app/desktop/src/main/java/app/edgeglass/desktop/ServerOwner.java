package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.sandbox.LocalServerViewModel;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local server belongs to the session that was opened on it, whichever of the window's sessions that is. */
record ServerOwner(Workspaces workspaces, Section<LocalServerSettings> settings, Dialogs dialogs)
        implements LocalServerViewModel.Owner {

    @Override
    public @Nullable LocalWorld world() {
        return workspaces.world().orElse(null);
    }

    @Override
    public @Nullable Failure failure() {
        return workspaces.all().stream()
                .flatMap(one -> one.connection().standingProperty().get() instanceof Standing.Failed(var _, var failure)
                        ? Stream.of(failure)
                        : Stream.empty())
                .filter(failure -> failure.key().startsWith("sandbox."))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void start(String sample) {
        workspaces.startLocal(sample);
    }

    @Override
    public void stop() {
        workspaces.all().stream()
                .filter(Workspace::hasLocalServer)
                .forEach(one -> one.connection().disconnect());
    }

    @Override
    public LocalServerSettings present() {
        return settings.get();
    }

    @Override
    public void change(LocalServerSettings wanted) {
        settings.update(before -> wanted);
    }

    @Override
    public void chooseFolder(Runnable onChosen) {
        dialogs.openFolder(Texts.WORDS.say("server.folder.choose"), folder -> {
            change(present().inFolder(folder.toString()));
            onChosen.run();
        });
    }
}
