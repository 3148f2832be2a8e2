package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contexts of the {@code nats} CLI on this machine. They are read from the disk at each call, so that what the CLI
 * changes meanwhile is seen; nothing of it belongs on the window's thread.
 */
public final class CliContexts {

    private static final String ID = "context:";

    /** Where they are: {@code $XDG_CONFIG_HOME/nats/context}, else {@code ~/.config/nats/context}, also on Windows. */
    public static CliContexts of(Map<String, String> environment, Path home) {
        return new CliContexts();
    }

    /** The folder that is looked into, for a person's eyes; it need not exist. */
    public Path folder() {
        return Path.of("");
    }

    /** All contexts by name. One that cannot be read is in the list and says why. */
    public List<ContextRow> list() {
        return List.of();
    }

    /** The one that the CLI uses when none is named. */
    public Optional<String> selected() {
        return Optional.empty();
    }

    /**
     * Makes a context ready for a session, without importing it.
     *
     * @param name a context's name, or the path of a context's file when it ends in {@code .json}
     * @throws Failure when there is none, or it cannot be used
     */
    public Resolved resolve(String name) {
        throw Failure.of("unexpected", name);
    }

    /**
     * Keeps a context as a profile, with all that it says. References to secrets stay references.
     *
     * @return the profile, with an id of its own
     */
    public Profile importInto(ProfileStore store, String name) {
        return store.save(resolve(name).profile());
    }

    /** What exporting a profile would do, to be shown before it is done. */
    public ExportPreview preview(Profile profile, String name) {
        return new ExportPreview(name, false, List.of());
    }

    /**
     * What an export would do.
     *
     * @param replaces whether there is a context of that name already
     * @param notes what of the profile the CLI has no place for
     */
    public record ExportPreview(String name, boolean replaces, List<Note> notes) {}

    /**
     * Writes a profile as a context, secrets included, as the CLI does; the file is its owner's only.
     *
     * @param replace whether one of that name may be overwritten
     * @throws Failure when the name is none, is taken, or the file cannot be written
     */
    public void export(ProfileStore store, Profile profile, String name, boolean replace) {
        throw Failure.of("unexpected", name);
    }

    /** As {@link #export(ProfileStore, Profile, String, boolean)}, of a profile that is not kept. */
    public void export(Profile profile, Secrets secrets, String name, boolean replace) {
        throw Failure.of("unexpected", name);
    }

    /** Makes a context the one that the CLI uses when none is named. */
    public void select(String name) {
        throw Failure.of("unexpected", name);
    }

    /** The id of the profile that a context is resolved to. */
    public static String idOf(String name) {
        return ID + name;
    }

    /** The context that a session was opened with, by its profile's id; nothing for a profile that is kept. */
    public static Optional<String> nameOf(String id) {
        return id.startsWith(ID) ? Optional.of(id.substring(ID.length())) : Optional.empty();
    }
}
