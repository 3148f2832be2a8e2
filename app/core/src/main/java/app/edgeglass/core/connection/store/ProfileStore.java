package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.SecretStore;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The profiles that are kept, in the person's order, in a JSON file. Reading never blocks. A change is on the disk when its
 * call comes back, or has not happened and is thrown as a {@link Failure}; it belongs on a thread that may wait. Safe for use
 * by several threads.
 */
public final class ProfileStore {

    private final SecretStore secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Profile> profiles = List.of();

    private ProfileStore(SecretStore secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads a file of profiles, or begins one.
     *
     * @param path the file, {@code profiles.json} beside the settings; neither it nor its folder need exist
     * @param secrets where what must not stand in the file is kept
     * @param onProblem takes what a person has to know; called from any thread
     */
    public static ProfileStore open(Path path, SecretStore secrets, Clock clock, Consumer<Failure> onProblem) {
        return new ProfileStore(secrets);
    }

    /** All profiles, in the person's order; those of one folder need not stand together. */
    public List<Profile> list() {
        return profiles;
    }

    /** What stands in the file and cannot be used. */
    public List<UnreadableProfile> unreadable() {
        return List.of();
    }

    /** Why nothing can be changed, such as a file that a newer version wrote. */
    public Optional<Failure> readOnly() {
        return Optional.empty();
    }

    public Optional<Profile> find(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** The secrets that are known of a profile. */
    public Secrets secretsOf(String id) {
        return secrets.of(id);
    }

    /** The store below, for what a person types. */
    public SecretStore secrets() {
        return secrets;
    }

    /**
     * Keeps a profile: in place of the one with its id, or at the end. User, password and token that stand in its URLs
     * become its login and its secrets.
     *
     * @return what was kept
     * @throws Failure when it cannot be kept; nothing has changed then
     */
    public synchronized Profile save(Profile profile) {
        var changed = new ArrayList<>(profiles);
        changed.removeIf(other -> other.id().equals(profile.id()));
        changed.add(profile);
        replace(changed);
        return profile;
    }

    /**
     * Adds a copy after a profile, with its secrets, under a name of its own.
     *
     * @return the copy
     */
    public synchronized Profile duplicate(String id) {
        throw new UnsupportedOperationException("follows");
    }

    /** Deletes a profile and its secrets; harmless when there is none. */
    public synchronized void delete(String id) {
        var changed = new ArrayList<>(profiles);
        changed.removeIf(other -> other.id().equals(id));
        replace(changed);
        secrets.forgetAll(id);
    }

    /**
     * Moves a profile.
     *
     * @param folder where it belongs from now on; empty for the top
     * @param before the id of the profile that it shall stand before; empty for the end
     */
    public synchronized void move(String id, String folder, Optional<String> before) {
        throw new UnsupportedOperationException("follows");
    }

    /** Renames a folder with all that is below it; an empty new name dissolves it. */
    public synchronized void renameFolder(String folder, String newName) {
        throw new UnsupportedOperationException("follows");
    }

    private void replace(List<Profile> changed) {
        profiles = List.copyOf(changed);
        listeners.forEach(Runnable::run);
    }

    /**
     * Calls the listener after each change, on the thread that made it.
     *
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
