package app.edgeglass.desktop.shell.dialog;

import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Asks the person. Nothing waits for the answer: it comes as a call on the window's thread, or never when the person
 * turns away. Tests give the answers themselves.
 */
public interface Dialogs {

    /** Asks, and does it on a yes. */
    void confirm(Confirmation question, Runnable onYes);

    /**
     * Asks as the guard wants it before something is destroyed: where a name has to be typed, nothing is done before it is.
     *
     * @param question what {@code ChangeGuard.confirmation} gave
     * @param confirm the button, named by what it does: “Delete the stream”
     * @param onTyped takes what was typed, for the guard; empty where it asks for no name
     */
    void destroy(app.edgeglass.core.connection.change.Confirmation question, String confirm, Consumer<String> onTyped);

    /** Asks, and does the one or the other. */
    void decide(Decision question, Runnable onFirst, Runnable onSecond);

    /** Tells of a failure that the person has to take note of before going on. Others belong to the notices. */
    void failed(Failure failure);

    /** Asks for a file that is there. */
    void openFile(FileQuestion question, Consumer<Path> onChosen);

    /** Asks for a folder that is there, or is made there. */
    void openFolder(String title, Consumer<Path> onChosen);

    /** Asks where to save; asks again before a file that is there is replaced. */
    void saveFile(FileQuestion question, Consumer<Path> onChosen);
}
