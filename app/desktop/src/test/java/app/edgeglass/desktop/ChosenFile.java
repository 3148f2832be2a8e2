package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Decision;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A person who has chosen a file: the platform's own chooser is no part of the window. */
record ChosenFile(Path file) implements Dialogs {

    @Override
    public void openFile(FileQuestion question, Consumer<Path> onChosen) {
        onChosen.accept(file);
    }

    @Override
    public void saveFile(FileQuestion question, Consumer<Path> onChosen) {
        onChosen.accept(file);
    }

    @Override
    public void openFolder(String title, Consumer<Path> onChosen) {}

    @Override
    public void confirm(Confirmation question, Runnable onYes) {}

    @Override
    public void destroy(
            app.edgeglass.core.connection.change.Confirmation question, String confirm, Consumer<String> onTyped) {}

    @Override
    public void decide(Decision question, Runnable onFirst, Runnable onSecond) {}

    @Override
    public void failed(Failure failure) {
        throw failure;
    }
}
