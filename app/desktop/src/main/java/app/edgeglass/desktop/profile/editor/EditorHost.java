package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.secret.SecretStore.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the form needs from the window around it. */
public interface EditorHost {

    /** Asks for a file; never answers when the person turns away. */
    void chooseFile(String title, Consumer<Path> onChosen);

    /** Where secrets are kept as things stand. */
    Place placeOfSecrets();

    /** The folders that there are, to choose from. */
    List<String> folders();

    /** Whether certificates can come from the store of Windows here. */
    boolean isWindows();
}
