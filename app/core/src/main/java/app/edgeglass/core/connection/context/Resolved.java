package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import java.util.List;

/**
 * A context made ready for a session.
 *
 * @param profile its id is {@link CliContexts#idOf}
 * @param secrets what the file held or referred to; looked up in files, variables and programs when first asked for
 * @param notes what of it cannot be honoured, or is honoured in another way
 */
public record Resolved(Profile profile, Secrets secrets, List<Note> notes) {

    public Resolved {
        notes = List.copyOf(notes);
    }
}
