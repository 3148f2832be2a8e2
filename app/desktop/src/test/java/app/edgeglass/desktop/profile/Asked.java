package app.edgeglass.desktop.profile;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Decision;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A person who is asked, and answers when the test says so. */
final class Asked implements Dialogs {

    final List<String> questions = new ArrayList<>();
    final List<Failure> failures = new ArrayList<>();
    private @Nullable Runnable first;
    private @Nullable Runnable second;

    @Override
    public void confirm(Confirmation question, Runnable onYes) {
        questions.add(question.title());
        first = onYes;
    }

    @Override
    public void destroy(
            app.edgeglass.core.connection.change.Confirmation question, String confirm, Consumer<String> onTyped) {}

    @Override
    public void decide(Decision question, Runnable onFirst, Runnable onSecond) {
        questions.add(question.title());
        first = onFirst;
        second = onSecond;
    }

    void answerFirst() {
        java.util.Objects.requireNonNull(first).run();
    }

    void answerSecond() {
        java.util.Objects.requireNonNull(second).run();
    }

    @Override
    public void failed(Failure failure) {
        failures.add(failure);
    }

    @Override
    public void openFile(FileQuestion question, Consumer<Path> onChosen) {}

    @Override
    public void openFolder(String title, Consumer<Path> onChosen) {}

    @Override
    public void saveFile(FileQuestion question, Consumer<Path> onChosen) {}
}
