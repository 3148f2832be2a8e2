package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretStore.Place;
import app.edgeglass.core.connection.secret.SecretsWanted;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.profile.SecretAsker.Answer;
import app.edgeglass.desktop.profile.SecretAsker.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens and examines connections once all of their secrets are known. What the person does not want to have kept is known
 * until the program ends.
 */
final class Opening {

    private final ProfileStore store;
    private final TaskRunner tasks;
    private final SecretAsker asker;
    private final Supplier<Door> door;
    private final MemorySecrets once = new MemorySecrets();

    Opening(ProfileStore store, TaskRunner tasks, SecretAsker asker, Supplier<Door> door) {
        this.store = store;
        this.tasks = tasks;
        this.asker = asker;
        this.door = door;
    }

    /** What is known of a profile, be it kept or typed since the start. */
    Secrets known(String id) {
        Secrets kept = store.secretsOf(id);
        return which -> once.find(id, which).or(() -> kept.find(which));
    }

    void open(Profile profile, Secrets known) {
        complete(profile, known, secrets -> door.get().open(profile, secrets));
    }

    void examine(Profile profile, Secrets known) {
        complete(profile, known, secrets -> door.get().examine(profile, secrets));
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
     * Asks for secrets that were wrong, or that only connecting showed to be missing.
     *
     * @param why what went wrong
     */
    void ask(Profile profile, Secrets known, List<Secret> wanted, String why, Consumer<Secrets> go) {
        boolean keepable = isKept(profile) && store.secrets().place() == Place.KEYCHAIN;
        asker.ask(new Question(profile, wanted, keepable, why), answer -> {
            remember(profile, answer);
            go.accept(which -> answer.values().containsKey(which)
                    ? Optional.ofNullable(answer.values().get(which))
                    : known.find(which));
        });
    }

    private boolean isKept(Profile profile) {
        return store.find(profile.id()).isPresent();
    }

    private void remember(Profile profile, Answer answer) {
        answer.values().forEach((which, value) -> once.put(profile.id(), which, value));
        if (answer.keep() && isKept(profile)) {
            var _ = tasks.start(
                    "keep secrets",
                    () -> {
                        answer.values().forEach((which, value) -> store.secrets().put(profile.id(), which, value));
                        return true;
                    },
                    done -> {},
                    failure -> {});
        }
    }

    /** A secret was typed into the profile, or forgotten there: what was typed elsewhere no longer counts. */
    void changed(String id) {
        once.forgetAll(id);
    }
}
