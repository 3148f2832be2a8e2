package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.StartView.Remedy;
import app.edgeglass.desktop.sandbox.LocalServerViewModel;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The local server belongs to the session that was opened on it. */
record ServerOwner(ConnectionViewModel connection, Section<LocalServerSettings> settings, Dialogs dialogs)
        implements LocalServerViewModel.Owner {

    @Override
    public @Nullable LocalWorld world() {
        OpenSession open = connection.openProperty().get();
        return open == null ? null : open.world().orElse(null);
    }

    @Override
    public @Nullable Failure failure() {
        return connection.standingProperty().get() instanceof Standing.Failed(var _, var failure)
                        && failure.key().startsWith("sandbox.")
                ? failure
                : null;
    }

    @Override
    public void start(String sample) {
        connection.startLocal(sample);
    }

    @Override
    public void stop() {
        connection.disconnect();
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

    /** What can be done at once about a local server that does not start; each starts it again. */
    List<Remedy> remedies(Failure failure) {
        var remedies = new ArrayList<Remedy>();
        switch (failure.key()) {
            case "sandbox.port-taken" ->
                remedies.add(new Remedy("any-port", Texts.WORDS.say("server.remedy.any-port"), () -> {
                    change(present().onPort(0));
                    connection.tryAgain();
                }));
            case "sandbox.store.locked",
                    "sandbox.store.not-usable",
                    "sandbox.disk-full",
                    "sandbox.leftover",
                    "sandbox.not-ready" -> {
                remedies.add(new Remedy(
                        "folder", Texts.WORDS.say("server.remedy.folder"), () -> chooseFolder(connection::tryAgain)));
                if (!present().folder().isEmpty()) {
                    remedies.add(new Remedy("temporary", Texts.WORDS.say("server.remedy.temporary"), () -> {
                        change(present().inFolder(""));
                        connection.tryAgain();
                    }));
                }
            }
            default -> {}
        }
        return remedies;
    }
}
