package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.context.CliContexts.ExportPreview;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is given to others, in which form, and whether that can be done as it stands. */
final class ExportViewModel {

    /** Where to. */
    enum Form {
        FILE,
        CONTEXT
    }

    /** Answers what exporting as a context would do. */
    interface Previews {
        void ask(Profile profile, String name, Consumer<ExportPreview> onDone, Consumer<Failure> onFailure);
    }

    private final List<Profile> chosen;
    private final List<Profile> all;
    private final Previews previews;
    private final BooleanProperty everything = new SimpleBooleanProperty();
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.FILE);
    private final BooleanProperty withSecrets = new SimpleBooleanProperty();
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final StringProperty contextName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<ExportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Strength> strength = new ReadOnlyObjectWrapper<>(Strength.NONE);
    private String asked = "";

    ExportViewModel(List<Profile> chosen, List<Profile> all, Previews previews) {
        this.chosen = List.copyOf(chosen);
        this.all = List.copyOf(all);
        this.previews = previews;
        everything.set(chosen.isEmpty());
        if (!chosen.isEmpty()) {
            contextName.set(nameOfContext(chosen.getFirst().name()));
        }
        everything.subscribe(now -> check());
        form.subscribe(now -> check());
        withSecrets.subscribe(now -> check());
        passphrase.subscribe(now -> check());
        again.subscribe(now -> check());
        contextName.subscribe(now -> check());
    }

    /** A name that the CLI takes: small letters, digits and hyphens. */
    static String nameOfContext(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    private void check() {
        strength.set(Strength.of(passphrase.get()));
        if (form.get() == Form.CONTEXT) {
            checkContext();
            return;
        }
        preview.set(Optional.empty());
        asked = "";
        boolean same = passphrase.get().equals(again.get());
        boolean typed = !passphrase.get().isEmpty();
        problem.set(
                withSecrets.get() && typed && !again.get().isEmpty() && !same
                        ? Texts.WORDS.say("export.different")
                        : "");
        ready.set(!profiles().isEmpty() && (!withSecrets.get() || (typed && same)));
    }

    private void checkContext() {
        String name = contextName.get().strip();
        if (chosen.isEmpty() || name.equals(asked)) {
            return;
        }
        asked = name;
        ready.set(false);
        previews.ask(
                chosen.getFirst(),
                name,
                found -> {
                    if (name.equals(asked)) {
                        preview.set(Optional.of(found));
                        problem.set("");
                        ready.set(true);
                    }
                },
                failure -> {
                    if (name.equals(asked)) {
                        preview.set(Optional.empty());
                        problem.set(failure.sentence() + " " + failure.remedy());
                        ready.set(false);
                    }
                });
    }

    /** What is given. */
    List<Profile> profiles() {
        return everything.get() ? all : chosen;
    }

    boolean hasChosen() {
        return !chosen.isEmpty();
    }

    int total() {
        return all.size();
    }

    /** What opens the file; nothing when no secrets are given. */
    Optional<SecretValue> secret() {
        return withSecrets.get() ? Optional.of(SecretValue.of(passphrase.get())) : Optional.empty();
    }

    BooleanProperty everythingProperty() {
        return everything;
    }

    ObjectProperty<Form> formProperty() {
        return form;
    }

    BooleanProperty withSecretsProperty() {
        return withSecrets;
    }

    StringProperty passphraseProperty() {
        return passphrase;
    }

    StringProperty againProperty() {
        return again;
    }

    StringProperty contextNameProperty() {
        return contextName;
    }

    ReadOnlyObjectProperty<Optional<ExportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What keeps from doing it, in a sentence; empty when nothing does, or not yet. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Strength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }
}
