package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretStore.Place;
import app.edgeglass.core.connection.secret.SecretsWanted;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.profile.SecretAsker.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens and examines connections once all of their secrets are known. What the person does not want to have kept is known
 * until the program ends.
 */
public final class Opening {

    private final ProfileStore store;
    private final ContextsModel contexts;
    private final RowsModel rows;
    private final TaskRunner tasks;
    private final SecretAsker asker;
    private final MemorySecrets once = new MemorySecrets();
    private Door door = Door.NOWHERE;

    Opening(ProfileStore store, ContextsModel contexts, RowsModel rows, TaskRunner tasks, SecretAsker asker) {
        this.store = store;
        this.contexts = contexts;
        this.rows = rows;
        this.tasks = tasks;
        this.asker = asker;
    }

    /** Says where connections lead to; before that, nowhere. */
    public void leadTo(Door wanted) {
        door = wanted;
    }

    /** How the sessions of a profile stand. */
    public Door.Standing standing(String id) {
        return door.standing(id);
    }

    /** What is known of a kept profile, be it kept or typed since the start. */
    Secrets known(String id) {
        Secrets kept = store.secretsOf(id);
        return which -> once.find(id, which).or(() -> kept.find(which));
    }

    /** Connects to a kept profile. */
    public void connect(Profile profile) {
        rows.opened(profile.id());
        Secrets known = known(profile.id());
        complete(profile, known, secrets -> door.open(profile, secrets));
    }

    /** Connects by a context of the CLI, as it stands. */
    public void use(String context) {
        contexts.resolve(context, this::use);
    }

    private void use(Resolved resolved) {
        rows.opened(resolved.profile().id());
        door.note(resolved);
        complete(resolved.profile(), resolved.secrets(), secrets -> door.open(resolved.profile(), secrets));
    }

    void examine(Profile profile, Secrets known) {
        complete(profile, known, secrets -> door.examine(profile, secrets));
    }

    private void complete(Profile profile, Secrets known, Consumer<Secrets> go) {
        var _ = tasks.start(
                "look which secrets are wanted",
                () -> SecretsWanted.of(profile, known),
                wanted -> {
                    if (wanted.isEmpty()) {
                        go.accept(known);
                    } else {
                        ask(profile, known, wanted, "", go);
                    }
                },
                // What is wrong with a file is told by connecting.
                failure -> go.accept(known));
    }

    /**
     * Asks for a secret that was refused, to try again with another.
     *
     * @param known the secrets that were tried
     * @param why what went wrong
     */
    public void askAgain(Profile profile, Secrets known, Secret which, String why, Consumer<Secrets> go) {
        ask(profile, known, List.of(which), why, go);
    }

    private void ask(Profile profile, Secrets known, List<Secret> wanted, String why, Consumer<Secrets> go) {
        asker.ask(new Question(profile, wanted, canKeep(profile), why), answer -> {
            answer.values().forEach((which, value) -> once.put(profile.id(), which, value));
            if (answer.keep() && canKeep(profile)) {
                keep(profile, answer.values());
            }
            go.accept(which -> Optional.ofNullable(answer.values().get(which)).or(() -> known.find(which)));
        });
    }

    /** Whether this profile's secrets can be kept beyond the end of the program. */
    public boolean canKeep(Profile profile) {
        return store.find(profile.id()).isPresent() && store.secrets().place() == Place.KEYCHAIN;
    }

    /** Keeps secrets in the keychain, in the background; what that refuses is asked for again. */
    public void keep(Profile profile, Map<Secret, SecretValue> secrets) {
        var _ = tasks.start(
                "keep secrets",
                () -> {
                    secrets.forEach((which, value) -> store.secrets().put(profile.id(), which, value));
                    return true;
                },
                done -> {},
                failure -> {});
    }

    /** A secret was typed into the profile, or forgotten there: what was typed elsewhere no longer counts. */
    void changed(String id) {
        once.forgetAll(id);
    }
}
