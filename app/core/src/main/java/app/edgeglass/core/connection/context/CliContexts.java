package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.store.KeptProfile;
import app.edgeglass.core.connection.store.Origin;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.connection.store.UrlLogin;
import app.edgeglass.core.error.Failure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contexts of the {@code nats} CLI on this machine. They are read from the disk at each call, so that what the CLI
 * changes meanwhile is seen; nothing of it belongs on the window's thread.
 */
public final class CliContexts {

    private static final String ID = "context:";
    private static final String ENDING = ".json";

    /** In the place of a secret that was taken out, for knowing by which login the context goes. */
    private static final String SOMETHING = "data:;base64,AA==";

    private static final Origin NO_ORIGIN = new Origin(JsonNodeFactory.instance.objectNode(), List.of(), Map.of());

    private final CliFolder folder;
    private final SecretReferences references;

    private CliContexts(CliFolder folder, SecretReferences references) {
        this.folder = folder;
        this.references = references;
    }

    /** Where they are: {@code $XDG_CONFIG_HOME/nats/context}, else {@code ~/.config/nats/context}, also on Windows. */
    public static CliContexts of(Map<String, String> environment, Path home) {
        return new CliContexts(CliFolder.of(environment, home), SecretReferences.of(environment, home));
    }

    /** The folder that is looked into, for a person's eyes; it need not exist. */
    public Path folder() {
        return folder.contexts();
    }

    /**
     * All contexts by name. One that cannot be read is in the list and says why. Starts no program.
     *
     * @throws Failure when the folder itself cannot be read
     */
    public List<ContextRow> list() {
        Optional<String> selected = selected();
        var rows = new ArrayList<ContextRow>();
        for (String name : folder.names()) {
            rows.add(row(name, selected.equals(Optional.of(name))));
        }
        return List.copyOf(rows);
    }

    private ContextRow row(String name, boolean selected) {
        try {
            ContextFile file = ContextFile.read(name, folder.file(name));
            Profile profile = new ContextReader(file, references, reference -> List.of())
                    .read()
                    .profile();
            boolean asked = file.has(Field.NSC) && !file.has(Field.URL);
            String urls = profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
            return new ContextRow(name, file.text(Field.DESCRIPTION), asked ? "" : urls, selected, Optional.empty());
        } catch (Failure failure) {
            return new ContextRow(name, "", "", selected, Optional.of(failure));
        }
    }

    /** The one that the CLI uses when none is named. */
    public Optional<String> selected() {
        return folder.selected();
    }

    /**
     * Makes a context ready for a session, without importing it: as its file says, whatever {@code NATS_…} variables are set
     * around this window.
     *
     * @param name a context's name, or the path of a context's file when it ends in {@code .json}
     * @throws Failure when there is none, or it cannot be used
     */
    public Resolved resolve(String name) {
        return resolved(file(name), List.of());
    }

    /**
     * As {@link #resolve}, for a person who names a context on the command line: there {@code NATS_URL} and its like have the
     * last word, as in the CLI. Each that has is noted.
     */
    public Resolved resolveForCommandLine(String name) {
        var overrides = new Overrides(references.expansion().environment());
        ContextFile file = overrides.over(file(name));
        return resolved(file, overrides.notes());
    }

    private ContextFile file(String name) {
        if (name.endsWith(ENDING)) {
            try {
                Path path = Path.of(name);
                String stem = String.valueOf(path.getFileName());
                if (Files.isRegularFile(path)) {
                    return ContextFile.read(stem.substring(0, stem.length() - ENDING.length()), path);
                }
            } catch (InvalidPathException e) {
                // It is no path; it may be a name.
            }
        }
        CliFolder.check(name);
        return ContextFile.read(name, folder.file(name));
    }

    private Resolved resolved(ContextFile file, List<Note> before) {
        ContextReader.Meaning meaning = meaning(file);
        UrlLogin parted = withLoginOfUrl(meaning.profile());
        Secrets own = ContextSecrets.of(file, meaning.fields(), references);
        Map<Secret, SecretValue> ofUrl = parted.secrets();
        var notes = new ArrayList<>(before);
        notes.addAll(meaning.notes());
        return new Resolved(
                parted.profile(),
                which -> ofUrl.containsKey(which) ? Optional.of(ofUrl.get(which)) : own.find(which),
                notes);
    }

    private ContextReader.Meaning meaning(ContextFile file) {
        return new ContextReader(
                        file, references, reference -> references.nsc(reference).urls())
                .read();
    }

    /** What stands in a URL comes before user and token in the file, and behind keys, which the CLI sends beside it. */
    private static UrlLogin withLoginOfUrl(Profile profile) {
        boolean inUrl = profile.urls().stream().anyMatch(url -> url.uri().getRawUserInfo() != null);
        if (!inUrl) {
            return new UrlLogin(profile, Map.of());
        }
        boolean simple = profile.login() instanceof Login.None
                || profile.login() instanceof Login.Password
                || profile.login() instanceof Login.Token;
        if (!simple) {
            return new UrlLogin(UrlLogin.without(profile), Map.of());
        }
        Profile open = profile.withLogin(new Login.None());
        try {
            return UrlLogin.part(open);
        } catch (Failure several) {
            // Each server has its own, which the client can do while a profile that is kept cannot.
            return new UrlLogin(open, Map.of());
        }
    }

    /**
     * Keeps a context as a profile, with all that it says. References to secrets stay references.
     *
     * @return the profile, with an id and a name of its own
     */
    public Profile importInto(ProfileStore store, String name) {
        ContextFile file = file(name);
        ContextReader.Meaning meaning = meaning(file);
        UrlLogin parted = withLoginOfUrl(meaning.profile());
        List<Field> used = parted.secrets().isEmpty() ? meaning.fields() : List.of();
        return new ContextImport(file, used, references).into(store, parted);
    }

    /**
     * What an export would do.
     *
     * @param replaces whether there is a context of that name already
     * @param notes what of the profile the CLI has no place for
     */
    public record ExportPreview(String name, boolean replaces, List<Note> notes) {

        public ExportPreview {
            notes = List.copyOf(notes);
        }
    }

    /**
     * What exporting a profile would do, to be shown before it is done.
     *
     * @throws Failure when the name is none
     */
    public ExportPreview preview(ProfileStore store, Profile profile, String name) {
        CliFolder.checkNew(name);
        return new ExportPreview(
                name, Files.exists(folder.file(name)), ExportNotes.of(profile, store.secretsOf(profile.id())));
    }

    /**
     * Writes a profile as a context, secrets included, as the CLI does; the file is its owner's only.
     *
     * @param replace whether one of that name may be overwritten
     * @throws Failure when the name is none, is taken, or the file cannot be written
     */
    public void export(ProfileStore store, Profile profile, String name, boolean replace) {
        Map<String, SecretValue> aside =
                store.kept(profile.id()).map(KeptProfile::aside).orElse(Map.of());
        write(
                store.origin(profile.id()).orElse(NO_ORIGIN),
                new ContextWriter(profile, store.secrets().of(profile.id()), aside),
                name,
                replace);
    }

    /** As {@link #export(ProfileStore, Profile, String, boolean)}, of a profile that is not kept. */
    public void export(Profile profile, Secrets secrets, String name, boolean replace) {
        write(NO_ORIGIN, new ContextWriter(profile, secrets, Map.of()), name, replace);
    }

    private void write(Origin origin, ContextWriter writer, String name, boolean replace) {
        CliFolder.checkNew(name);
        Path file = folder.file(name);
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        if (Files.exists(file)) {
            if (!replace) {
                throw Failure.of("context.taken", name);
            }
            // One that cannot be read is for the person to look at, not for us to overwrite.
            replaced = CliFolder.isEmpty(file)
                    ? replaced
                    : ContextFile.read(name, file).tree();
        }
        folder.write(file, ContextFile.bytes(writer.write(origin, meaningIfAny(origin, name), replaced, name)));
    }

    private Optional<ContextReader.Meaning> meaningIfAny(Origin origin, String name) {
        if (origin.context().isEmpty()) {
            return Optional.empty();
        }
        var file = new ContextFile(name, origin.context());
        for (Field field : ContextLogin.allFields()) {
            if (origin.parted().contains(field.key())) {
                file = file.with(field, SOMETHING);
            }
        }
        try {
            return Optional.of(meaning(file));
        } catch (Failure failure) {
            // What it refers to is gone; then everything is written as the profile has it.
            return Optional.empty();
        }
    }

    /** Makes a context the one that the CLI uses when none is named. */
    public void select(String name) {
        CliFolder.check(name);
        if (!Files.exists(folder.file(name))) {
            throw Failure.of("context.missing", name, folder.file(name));
        }
        folder.select(name);
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
