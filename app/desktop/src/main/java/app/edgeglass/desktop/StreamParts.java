package app.edgeglass.desktop;

import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.fx.Sampling;
import java.util.List;
import javafx.scene.control.Label;

/** Makes the Streams screen of a session out of its features. */
final class StreamParts {

    private StreamParts() {}

    /** @param sampling ends with the session's place in the window */
    static StreamsScreen screen(ConnectionViewModel connection, WorkspaceTools tools, Sampling sampling) {
        return new StreamsScreen(connection, new Label(), List.of());
    }
}
