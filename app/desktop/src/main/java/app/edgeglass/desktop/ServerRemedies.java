package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.StartView.Remedy;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import java.util.ArrayList;
import java.util.List;

/** What can be done at once about a local server that does not start; each starts it again. */
record ServerRemedies(ConnectionViewModel connection, Section<LocalServerSettings> settings, Dialogs dialogs) {

    List<Remedy> of(Failure failure) {
        var remedies = new ArrayList<Remedy>();
        switch (failure.key()) {
            case "sandbox.port-taken" ->
                remedies.add(new Remedy("any-port", Texts.WORDS.say("server.remedy.any-port"), () -> {
                    settings.update(before -> before.onPort(0));
                    connection.tryAgain();
                }));
            case "sandbox.store.locked",
                    "sandbox.store.not-usable",
                    "sandbox.disk-full",
                    "sandbox.leftover",
                    "sandbox.not-ready" -> {
                remedies.add(new Remedy("folder", Texts.WORDS.say("server.remedy.folder"), this::chooseFolder));
                if (!settings.get().folder().isEmpty()) {
                    remedies.add(new Remedy("temporary", Texts.WORDS.say("server.remedy.temporary"), () -> {
                        settings.update(before -> before.inFolder(""));
                        connection.tryAgain();
                    }));
                }
            }
            default -> {}
        }
        return remedies;
    }

    private void chooseFolder() {
        dialogs.openFolder(Texts.WORDS.say("server.folder.choose"), folder -> {
            settings.update(before -> before.inFolder(folder.toString()));
            connection.tryAgain();
        });
    }
}
