package app.edgeglass.desktop;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.message.LoggedMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a session's place asks of the rest of the window, which is made after it. */
final class Neighbours {

    private @Nullable Workspaces workspaces;
    private Runnable showSubjects = () -> {};

    void serve(Workspaces served, Runnable toSubjects) {
        workspaces = served;
        showSubjects = toSubjects;
    }

    private Workspaces all() {
        return Objects.requireNonNull(workspaces);
    }

    /** The sessions of all tabs that are open, that of the shown tab first. */
    List<Session> sessions() {
        var sessions = new LinkedHashSet<Session>();
        var shown = all().current().open();
        if (shown != null) {
            sessions.add(shown.session());
        }
        for (Workspace workspace : all().all()) {
            var open = workspace.open();
            if (open != null) {
                sessions.add(open.session());
            }
        }
        return List.copyOf(sessions);
    }

    /** Opens a message where messages are published, and sends nothing. */
    void publishAgain(LoggedMessage message) {
        showSubjects.run();
        all().current().lower().publishAgain(message);
    }
}
