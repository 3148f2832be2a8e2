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
