package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where payloads go when a person takes them away. The window gives it; tests give their own. */
public interface PayloadOutlet {

    /**
     * Puts text into the clipboard and says so.
     *
     * @param what what was copied, as words of a person
     */
    void copy(String text, String what);

    /**
     * Asks where to save.
     *
     * @param title what for
     * @param name the file name suggested
     * @param onChosen takes the answer; never called when the person turns away
     */
    void saveAs(String title, String name, Consumer<Path> onChosen);

    /** Tells of something that could not be done and has no place of its own to say so. */
    void failed(Failure failure);
}
