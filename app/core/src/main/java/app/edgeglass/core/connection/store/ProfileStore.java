package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.secret.SecretStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The profiles that are kept, in the person's order, in a JSON file. Reading never blocks. A change is on the disk when its
 * call comes back, or has not happened and is thrown as a {@link Failure}; it belongs on a thread that may wait. What another
 * window of Edgeglass has kept meanwhile is read first. Safe for use by several threads.
 */
public final class ProfileStore {

    private final ProfileFile file;
    private final ProfileSecrets secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Entry> entries = List.of();

    private ProfileStore(ProfileFile file, ProfileSecrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /**
     * Reads a file of profiles, or begins one.
     *
     * @param path the file, {@code profiles.json} beside the settings; neither it nor its folder need exist
     * @param secrets where what must not stand in the file is kept
     * @param references reads what an imported profile refers to
     * @param onProblem takes what a person has to know; called from any thread
     */
    public static ProfileStore open(
            Path path, SecretStore secrets, SecretReferences references, Clock clock, Consumer<Failure> onProblem) {
        var store = new ProfileStore(
                new ProfileFile(new KeptFile(path, clock), onProblem), new ProfileSecrets(secrets, references));
        store.entries = List.copyOf(store.file.read().orElse(List.of()));
        return store;
    }

    /** As {@link #open(Path, SecretStore, SecretReferences, Clock, Consumer)}, with this process's environment. */
    public static ProfileStore open(Path path, SecretStore secrets, Clock clock, Consumer<Failure> onProblem) {
        return open(path, secrets, SecretReferences.ofSystem(), clock, onProblem);
    }

    /** All profiles, in the person's order; those of one folder need not stand together. */
    public List<Profile> list() {
        return usable().map(Entry.Usable::profile).toList();
    }

    private Stream<Entry.Usable> usable() {
        return entries.stream().filter(Entry.Usable.class::isInstance).map(Entry.Usable.class::cast);
    }

    /** What stands in the file and cannot be used. */
    public List<UnreadableProfile> unreadable() {
        return entries.stream()
                .filter(Entry.Unusable.class::isInstance)
                .map(entry -> ((Entry.Unusable) entry).problem())
                .toList();
    }

    /** Why nothing can be changed, such as a file that a newer version wrote. */
    public Optional<Failure> readOnly() {
        return file.readOnly();
    }

    /** The file, for a person who wants to repair something in it. */
    public Path path() {
        return file.path();
    }

    public Optional<Profile> find(String id) {
        return entry(id).map(Entry.Usable::profile);
    }

    private Optional<Entry.Usable> entry(String id) {
        return usable().filter(entry -> entry.profile().id().equals(id)).findFirst();
    }

    /** What a profile was imported from. */
    public Optional<Origin> origin(String id) {
        return entry(id).flatMap(Entry.Usable::origin);
    }

    /** A profile's secrets: what was kept of it, else what it refers to. */
    public Secrets secretsOf(String id) {
        return secrets.of(id, origin(id));
    }

    /** The store below, for what a person types. */
    public SecretStore secrets() {
        return secrets.store();
    }

    /** What stands in the file of a profile. */
    public Optional<KeptProfile> json(String id) {
        return entry(id).map(Entry.Usable::kept);
    }

    /** All that is kept of a profile. Asks for every secret of it. */
    public Optional<KeptProfile> kept(String id) {
        return entry(id)
                .map(entry -> entry.kept().withSecrets(secrets.store().all(id), secrets.aside(id, entry.origin())));
    }

    /**
     * Keeps a profile: in place of the one with its id, or at the end. User, password and token that stand in its URLs
     * become its login and its secrets.
     *
     * @return what was kept
     * @throws Failure when it cannot be kept; nothing has changed then
     */
    public Profile save(Profile profile) {
        return save(profile, Map.of());
    }

    /** As {@link #save(Profile)}, with secrets; those that are not named stay as they are. */
    public synchronized Profile save(Profile profile, Map<Secret, SecretValue> known) {
        KeptProfile before = entry(profile.id()).map(Entry.Usable::kept).orElseGet(() -> KeptProfile.of(profile));
        return saveAll(List.of(before.with(profile).withSecrets(known, Map.of())))
                .getFirst();
    }

    /** Keeps several profiles, or none of them when one cannot be kept; see {@link #save(Profile)}. */
    public synchronized List<Profile> saveAll(List<KeptProfile> profiles) {
        var parted = new ArrayList<KeptProfile>();
        for (KeptProfile kept : profiles) {
            UrlLogin login = UrlLogin.part(kept.profile());
            var known = new HashMap<>(login.secrets());
            known.putAll(kept.secrets());
            parted.add(kept.with(login.profile()).withSecrets(known, kept.aside()));
        }
        change(all -> {
            for (KeptProfile kept : parted) {
                int at = indexOf(all, kept.profile().id());
                if (at < 0) {
                    all.add(Entry.of(kept));
                } else {
                    all.set(at, Entry.of(kept));
                }
            }
            return all;
        });
        parted.forEach(secrets::keep);
        return parted.stream().map(KeptProfile::profile).toList();
    }

    /**
     * Adds a copy after a profile, with its secrets, under a name of its own.
     *
     * @return the copy
     * @throws Failure when there is no such profile, or the copy cannot be kept
     */
    public synchronized Profile duplicate(String id) {
        KeptProfile original = kept(id).orElseThrow(() -> Failure.of("profiles.gone"));
        KeptProfile copy = original.with(original.profile()
                .withId(UUID.randomUUID().toString())
                .named(freeName(original.profile().name())));
        change(all -> {
            int at = indexOf(all, id);
            if (at < 0) {
                throw Failure.of("profiles.gone");
            }
            all.add(at + 1, Entry.of(copy));
            return all;
        });
        secrets.keep(copy);
        return copy.profile();
    }

    /** The name itself when no profile has it, else with a number behind it. */
    public String freeName(String name) {
        List<String> taken = list().stream().map(Profile::name).toList();
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }

    /** Deletes a profile and its secrets; harmless when there is none. */
    public synchronized void delete(String id) {
        Optional<Origin> origin = origin(id);
        change(all -> {
            int at = indexOf(all, id);
            if (at >= 0) {
                all.remove(at);
            }
            return all;
        });
        secrets.forget(id, origin);
    }

    /**
     * Moves a profile.
     *
     * @param folder where it belongs from now on; empty for the top
     * @param before the id of the profile that it shall stand before; empty for the end
     */
    public synchronized void move(String id, String folder, Optional<String> before) {
        change(all -> {
            int at = indexOf(all, id);
            if (at < 0) {
                throw Failure.of("profiles.gone");
            }
            Entry.Usable moved = inFolder((Entry.Usable) all.remove(at), folder);
            int to = before.map(other -> indexOf(all, other)).orElse(-1);
            all.add(to < 0 ? all.size() : to, moved);
            return all;
        });
    }

    /** Renames a folder with all that is below it; an empty new name brings what is in it to the top. */
    public synchronized void renameFolder(String folder, String newName) {
        change(all -> {
            all.replaceAll(entry -> {
                if (!(entry instanceof Entry.Usable usable)) {
                    return entry;
                }
                String present = usable.profile().look().folder();
                if (!present.equals(folder) && !present.startsWith(folder + "/")) {
                    return entry;
                }
                String below = present.substring(folder.length());
                return inFolder(usable, newName.isEmpty() && !below.isEmpty() ? below.substring(1) : newName + below);
            });
            return all;
        });
    }

    private static Entry.Usable inFolder(Entry.Usable entry, String folder) {
        Profile profile = entry.profile();
        var look =
                new Profile.Look(folder, profile.look().colour(), profile.look().description());
        return entry.with(profile.withLook(look));
    }

    private static int indexOf(List<Entry> entries, String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Entry.Usable usable
                    && usable.profile().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** @param change may change and give back the list that it is given */
    private void change(UnaryOperator<List<Entry>> change) {
        if (file.changedMeanwhile()) {
            // What cannot be read any more is said and set aside; what we know of it is written anew.
            file.read().ifPresent(read -> entries = List.copyOf(read));
        }
        List<Entry> changed = change.apply(new ArrayList<>(entries));
        changed.replaceAll(this::parted);
        file.write(changed);
        entries = List.copyOf(changed);
        listeners.forEach(Runnable::run);
    }

    /** What a person wrote into a URL by hand, in the file, goes where secrets are when the file is next written. */
    private Entry parted(Entry entry) {
        if (!(entry instanceof Entry.Usable usable) || !UrlLogin.isIn(usable.profile())) {
            return entry;
        }
        try {
            UrlLogin parted = UrlLogin.part(usable.profile());
            secrets.keep(KeptProfile.of(parted.profile()).withSecrets(parted.secrets(), Map.of()));
            return usable.with(parted.profile());
        } catch (Failure failure) {
            // It is for the person to decide, when this profile is changed; another one's change does not wait for it.
            return entry;
        }
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
