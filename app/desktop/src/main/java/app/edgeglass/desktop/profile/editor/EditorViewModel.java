package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.ProfileFiles;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.desktop.profile.editor.Choices.IdentityKind;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import app.edgeglass.desktop.profile.editor.Choices.PlaceKind;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import app.edgeglass.desktop.profile.editor.FormReader.Reading;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * One profile while it is edited. It is read anew at each key: what is wrong with a field is said when the field was changed,
 * or when the person wanted to save. Nothing here keeps anything; used on the window's thread only.
 */
public final class EditorViewModel {

    private final TaskRunner tasks;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Flag, BooleanProperty> flags = new EnumMap<>(Flag.class);
    private final ObjectProperty<ProfileColour> colour = new SimpleObjectProperty<>(ProfileColour.NONE);
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.DEVELOPMENT);
    private final ObjectProperty<LoginKind> login = new SimpleObjectProperty<>(LoginKind.NONE);
    private final ObjectProperty<TrustKind> trust = new SimpleObjectProperty<>(TrustKind.JAVA);
    private final ObjectProperty<IdentityKind> identity = new SimpleObjectProperty<>(IdentityKind.NONE);
    private final ObjectProperty<PlaceKind> place = new SimpleObjectProperty<>(PlaceKind.OWN);

    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<Field, Failure>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<Field, Failure>> warnings = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Set<Secret>> kept = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Profile> shown = new ReadOnlyObjectWrapper<>();

    private final Set<Secret> forgotten = EnumSet.noneOf(Secret.class);
    private FormValues before = new FormValues(Map.of(), Set.of(), usual());
    private boolean fresh;
    private boolean wantedToSave;
    private boolean filling;
    private Secrets secrets = Secrets.NONE;
    private Secrets keptHere = Secrets.NONE;
    private @Nullable RunningTask looking;

    public EditorViewModel(TaskRunner tasks) {
        this.tasks = tasks;
        for (Field field : Field.values()) {
            var text = new SimpleStringProperty("");
            text.subscribe(this::changed);
            texts.put(field, text);
        }
        for (Flag flag : Flag.values()) {
            var on = new SimpleBooleanProperty();
            on.subscribe(this::changed);
            flags.put(flag, on);
        }
        colour.subscribe(this::changed);
        environment.subscribe(this::changed);
        login.subscribe(this::changed);
        trust.subscribe(this::changed);
        identity.subscribe(this::changed);
        place.subscribe(this::changed);
    }

    private static Choices usual() {
        return new Choices(
                ProfileColour.NONE,
                Environment.DEVELOPMENT,
                LoginKind.NONE,
                TrustKind.JAVA,
                IdentityKind.NONE,
                PlaceKind.OWN);
    }

    /**
     * Begins to edit a profile; what was in the form is dropped.
     *
     * @param isNew whether it is not kept yet
     * @param atStart whether it is opened when the program starts
     * @param known its secrets, for trying it
     * @param stored those that are kept here, of which it is said that they are
     */
    public void edit(Profile profile, boolean isNew, boolean atStart, Secrets known, Secrets stored) {
        secrets = known;
        keptHere = stored;
        fresh = isNew;
        wantedToSave = false;
        forgotten.clear();
        kept.set(Set.of());
        before = FormWriter.write(profile, atStart);
        shown.set(profile);
        fill(before);
        // A keychain may take its time, and may ask.
        String id = profile.id();
        Set<Secret> used = UsedSecrets.of(profile);
        var _ = tasks.start(
                "look for kept secrets", () -> of(used, stored), found -> keepKnown(id, found), failure -> {});
    }

    private static Set<Secret> of(Set<Secret> used, Secrets stored) {
        var found = EnumSet.noneOf(Secret.class);
        for (Secret which : used) {
            if (stored.find(which).isPresent()) {
                found.add(which);
            }
        }
        return found;
    }

    private void keepKnown(String id, Set<Secret> found) {
        Profile present = shown.get();
        if (present != null && present.id().equals(id)) {
            kept.set(Set.copyOf(found));
        }
    }

    /** Begins with what was typed elsewhere: a new profile that is not to be lost. */
    public void begin(Profile typed, Secrets known) {
        edit(typed, true, false, known, Secrets.NONE);
        before = new FormValues(Map.of(), Set.of(), usual());
        changed();
    }

    /** Edits nothing. */
    public void close() {
        shown.set(null);
        secrets = Secrets.NONE;
        fresh = false;
        before = new FormValues(Map.of(), Set.of(), usual());
        fill(before);
    }

    private void fill(FormValues values) {
        filling = true;
        texts.forEach((field, text) -> text.set(values.text(field)));
        flags.forEach((flag, on) -> on.set(values.is(flag)));
        colour.set(values.choices().colour());
        environment.set(values.choices().environment());
        login.set(values.choices().login());
        trust.set(values.choices().trust());
        identity.set(values.choices().identity());
        place.set(values.choices().place());
        filling = false;
        changed();
    }

    private FormValues values() {
        var typed = new EnumMap<Field, String>(Field.class);
        texts.forEach((field, text) -> typed.put(field, text.get() == null ? "" : text.get()));
        var on = EnumSet.noneOf(Flag.class);
        flags.forEach((flag, property) -> {
            if (property.get()) {
                on.add(flag);
            }
        });
        return new FormValues(
                typed,
                on,
                new Choices(colour.get(), environment.get(), login.get(), trust.get(), identity.get(), place.get()));
    }

    private void changed() {
        if (filling) {
            return;
        }
        FormValues now = values();
        Profile present = shown.get();
        changed.set(present != null && (!now.equals(before) || !forgotten.isEmpty()));
        savable.set(changed.get() || (present != null && fresh));
        if (present == null) {
            problems.set(Map.of());
            lookAtFiles(null);
            return;
        }
        Reading reading = FormReader.read(present.id(), now);
        var said = new EnumMap<Field, Failure>(Field.class);
        reading.problems().forEach((field, failure) -> {
            if (wantedToSave || isOfConcern(field, now)) {
                said.put(field, failure);
            }
        });
        problems.set(said);
        lookAtFiles(reading.sketch());
    }

    /** A field that nobody has touched is not scolded for being empty. */
    private boolean isOfConcern(Field field, FormValues now) {
        return !now.text(field).equals(before.text(field))
                || !before.text(field).isEmpty();
    }

    /** Whether the files that are named are there and are what they should be; that does not keep from saving. */
    private void lookAtFiles(@Nullable Profile profile) {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        if (profile == null || !ProfileFiles.namesAny(profile)) {
            warnings.set(Map.of());
            return;
        }
        Secrets known = secretsAsTyped();
        looking = tasks.start(
                "look at the profile’s files",
                () -> ProfileFiles.look(profile, known),
                found -> warnings.set(byField(profile, found)),
                failure -> {});
    }

    private static Map<Field, Failure> byField(Profile profile, Map<ProfileFiles.Part, Failure> found) {
        var fields = new EnumMap<Field, Failure>(Field.class);
        found.forEach((part, failure) -> fields.put(FileFields.of(part, failure, profile), failure));
        return fields;
    }

    /**
     * What the form comes to, if nothing is wrong with it; else everything that is wrong is said from now on.
     */
    public Optional<Profile> profile() {
        wantedToSave = true;
        changed();
        Profile present = shown.get();
        return present == null
                ? Optional.empty()
                : FormReader.read(present.id(), values()).profile();
    }

    /** The secrets that were typed. */
    public Map<Secret, SecretValue> typed() {
        var typed = new EnumMap<Secret, SecretValue>(Secret.class);
        texts.forEach((field, text) -> field.secret().ifPresent(secret -> {
            if (!text.get().isEmpty()) {
                typed.put(
                        secret,
                        SecretValue.of(
                                secret == Secret.PASSWORD
                                        ? text.get()
                                        : text.get().strip()));
            }
        }));
        return typed;
    }

    /** The secrets as they would be after saving, to try a profile that is not saved. */
    public Secrets secretsAsTyped() {
        Secrets known = secrets;
        Map<Secret, SecretValue> typed = typed();
        Set<Secret> gone = EnumSet.noneOf(Secret.class);
        gone.addAll(forgotten);
        return which -> Optional.ofNullable(typed.get(which))
                .or(() -> gone.contains(which) ? Optional.empty() : known.find(which));
    }

    /** Secrets that are to be forgotten when this is saved. */
    public Set<Secret> forgotten() {
        return Set.copyOf(forgotten);
    }

    /** Forgets a secret that is kept, once this is saved. */
    public void forget(Secret which) {
        forgotten.add(which);
        var rest = EnumSet.noneOf(Secret.class);
        rest.addAll(kept.get());
        rest.remove(which);
        kept.set(Set.copyOf(rest));
        changed();
    }

    /** As it was before anything was typed. */
    public void revert() {
        Profile present = shown.get();
        if (present != null) {
            edit(present, fresh, before.is(Flag.AT_START), secrets, keptHere);
        }
    }

    /** A folder's name as it is kept: levels without the spaces around them, and none that is empty. */
    public static String folder(String typed) {
        return FormReader.folder(typed);
    }

    public StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    public BooleanProperty flag(Flag flag) {
        return Objects.requireNonNull(flags.get(flag));
    }

    public ObjectProperty<ProfileColour> colourProperty() {
        return colour;
    }

    public ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    public ObjectProperty<LoginKind> loginProperty() {
        return login;
    }

    public ObjectProperty<TrustKind> trustProperty() {
        return trust;
    }

    public ObjectProperty<IdentityKind> identityProperty() {
        return identity;
    }

    public ObjectProperty<PlaceKind> placeProperty() {
        return place;
    }

    /** Whether there is something that would be lost. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether there is something to save: also what is new and not touched. */
    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    /** What keeps from saving, as far as it is to be said now. */
    public ReadOnlyObjectProperty<Map<Field, Failure>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What will keep from connecting, as far as it can be seen from here. */
    public ReadOnlyObjectProperty<Map<Field, Failure>> warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    /** The secrets that are kept, of which only this is known. */
    public ReadOnlyObjectProperty<Set<Secret>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** What is edited, as it was before; none when nothing is. */
    public ReadOnlyObjectProperty<@Nullable Profile> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether it is to be opened when the program starts. */
    public boolean isAtStart() {
        return flag(Flag.AT_START).get();
    }

    /** Whether what is edited has never been saved. */
    public boolean isNew() {
        return fresh;
    }
}
