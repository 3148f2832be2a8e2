package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.Section;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.profile.editor.EditorViewModel;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Decision;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The connections: which there are, which is chosen, and what can be done with it. What is typed and not saved is never
 * dropped without a question. Used on the window's thread only.
 */
public final class ConnectionsViewModel {

    private static final String FIRST_ADDRESS = "nats://127.0.0.1:4222";

    private final ProfileStore store;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final OpenedAtStart atStart;
    private final ContextsModel contexts;
    private final RowsModel list;
    private final Opening opening;
    private final EditorViewModel editor;
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());

    /** What the connections work on. */
    public record Kept(
            ProfileStore store, CliContexts contexts, Section<ConnectionsSettings> settings, OpenedAtStart atStart) {}

    public ConnectionsViewModel(Kept kept, TaskRunner tasks, Dialogs dialogs, SecretAsker asker) {
        store = kept.store();
        atStart = kept.atStart();
        this.tasks = tasks;
        this.dialogs = dialogs;
        contexts = new ContextsModel(kept.contexts(), store, tasks, this::failed);
        list = new RowsModel(store, contexts, kept.settings());
        opening = new Opening(store, contexts, list, tasks, asker);
        editor = new EditorViewModel(tasks);
    }

    private void failed(Failure failure) {
        dialogs.failed(failure);
    }

    /** Does it once nothing that was typed is lost by it; asks the person if need be. */
    public void leave(Runnable go) {
        Profile edited = editor.shownProperty().get();
        if (edited == null || !editor.changedProperty().get()) {
            go.run();
            return;
        }
        dialogs.decide(
                new Decision(
                        edited.name().isBlank()
                                ? Texts.WORDS.say("unsaved.new")
                                : Texts.WORDS.say("unsaved", edited.name()),
                        Texts.WORDS.say("unsaved.sentence"),
                        Texts.WORDS.say("unsaved.save"),
                        Texts.WORDS.say("unsaved.discard")),
                () -> save(saved -> go.run()),
                () -> {
                    editor.close();
                    go.run();
                });
    }

    /** Shows what a row of the list stands for. */
    public void choose(Row row) {
        if (row.key().equals(selected.get())) {
            return;
        }
        leave(() -> {
            switch (row) {
                case Row.Stored(var profile, int _) -> edit(profile);
                case Row.Context(var context) -> choose(context);
                case Row.Unreadable(var entry, int _) -> showOther(row.key(), new Shown.Unreadable(entry));
                case Row.Folder _, Row.Contexts _ -> showOther(row.key(), new Shown.Nothing());
            }
        });
    }

    /** Shows a kept profile, if it is there. */
    public void choose(String id) {
        store.find(id).ifPresent(profile -> leave(() -> edit(profile)));
    }

    private void choose(ContextRow context) {
        String key = CliContexts.idOf(context.name());
        showOther(key, new Shown.OfContext(context, Optional.empty(), context.problem()));
        contexts.resolve(context, resolved -> {
            if (key.equals(selected.get())) {
                shown.set(resolved);
            }
        });
    }

    private void showOther(String key, Shown what) {
        editor.close();
        selected.set(key);
        shown.set(what);
    }

    private void edit(Profile profile) {
        String id = profile.id();
        editor.edit(
                profile,
                false,
                atStart.contains(id),
                opening.known(id),
                store.secrets().of(id));
        selected.set(profile.id());
        shown.set(new Shown.Editing());
    }

    /** Begins a new profile. */
    public void create() {
        leave(() -> {
            Profile blank = Profile.of(FIRST_ADDRESS).named("");
            editor.edit(blank, true, false, Secrets.NONE, Secrets.NONE);
            selected.set("");
            shown.set(new Shown.Editing());
        });
    }

    /** Begins a new profile from what was typed, or is open, elsewhere. */
    public void create(Profile from, Secrets known) {
        leave(() -> {
            editor.begin(from, known);
            selected.set("");
            shown.set(new Shown.Editing());
        });
    }

    /** Begins a new profile with addresses as they were typed, be they right or not. */
    public void create(String addresses) {
        leave(() -> {
            Profile blank = Profile.of(FIRST_ADDRESS).named("");
            editor.edit(blank, true, false, Secrets.NONE, Secrets.NONE);
            if (!addresses.isBlank()) {
                editor.text(Field.SERVERS).set(addresses.strip().replaceAll("\\s*,\\s*", "\n"));
            }
            selected.set("");
            shown.set(new Shown.Editing());
        });
    }

    /**
     * Keeps what is in the form.
     *
     * @param then gets what was kept
     * @return whether it was begun; else something is wrong in the form, and is said there
     */
    public boolean save(Consumer<Profile> then) {
        Optional<Profile> read = editor.profile();
        if (read.isEmpty()) {
            return false;
        }
        boolean wantedAtStart = editor.isAtStart();
        var typed = editor.typed();
        var forgotten = editor.forgotten();
        Profile wanted = read.orElseThrow();
        var _ = tasks.start(
                "save profile",
                () -> new ProfileChanges(store).save(wanted, typed, forgotten),
                saved -> {
                    if (!typed.isEmpty() || !forgotten.isEmpty()) {
                        opening.changed(saved.id());
                    }
                    atStart.change(saved.id(), wantedAtStart);
                    edit(saved);
                    list.reveal(saved);
                    then.accept(saved);
                },
                this::failed);
        return true;
    }

    /** Connects to what is chosen; what was changed is kept first. */
    public boolean connect() {
        return switch (shown.get()) {
            case Shown.Editing() -> {
                Profile edited = editor.shownProperty().get();
                if (edited == null || editor.savableProperty().get()) {
                    yield save(opening::connect);
                }
                opening.connect(edited);
                yield true;
            }
            case Shown.OfContext(var row, var _, var _) -> {
                opening.use(row.name());
                yield true;
            }
            case Shown.Nothing _, Shown.Unreadable _ -> true;
        };
    }

    /** Examines what is chosen, as it stands in the form. */
    public boolean test() {
        return switch (shown.get()) {
            case Shown.Editing() -> {
                Optional<Profile> read = editor.profile();
                Secrets typed = editor.secretsAsTyped();
                read.ifPresent(profile -> opening.examine(profile, typed));
                yield read.isPresent();
            }
            case Shown.OfContext(var row, var _, var _) -> {
                contexts.resolve(row.name(), found -> opening.examine(found.profile(), found.secrets()));
                yield true;
            }
            case Shown.Nothing _, Shown.Unreadable _ -> true;
        };
    }

    /** Adds a copy of what is chosen, and shows it. */
    public void duplicate() {
        edited().filter(profile -> !editor.isNew())
                .ifPresent(profile -> leave(() -> {
                    var _ = tasks.start(
                            "duplicate profile",
                            () -> store.duplicate(profile.id()),
                            copy -> {
                                edit(copy);
                                list.layOut();
                            },
                            this::failed);
                }));
    }

    /** Deletes what is chosen, after a question. */
    public void delete() {
        edited().ifPresent(profile -> {
            if (editor.isNew()) {
                leave(() -> showOther("", new Shown.Nothing()));
                return;
            }
            String open = opening.standing(profile.id()) == Door.Standing.CLOSED ? "" : Texts.WORDS.say("delete.open");
            dialogs.confirm(
                    new Confirmation(
                            Texts.WORDS.say("delete", profile.name()),
                            Texts.WORDS.say("delete.sentence") + open,
                            Texts.WORDS.say("delete.yes"),
                            true),
                    () -> delete(profile));
        });
    }

    private void delete(Profile profile) {
        var _ = tasks.start(
                "delete profile",
                () -> {
                    store.delete(profile.id());
                    return true;
                },
                done -> {
                    atStart.change(profile.id(), false);
                    showOther("", new Shown.Nothing());
                    list.layOut();
                },
                this::failed);
    }

    private Optional<Profile> edited() {
        return shown.get() instanceof Shown.Editing
                ? Optional.ofNullable(editor.shownProperty().get())
                : Optional.empty();
    }

    /** Moves a profile up or down among those of its folder. */
    public void move(Profile profile, int by) {
        List<Profile> siblings = store.list().stream()
                .filter(other -> other.look().folder().equals(profile.look().folder()))
                .toList();
        int place = siblings.indexOf(profile);
        int wanted = place + by;
        if (place < 0 || wanted < 0 || wanted >= siblings.size()) {
            return;
        }
        int before = by < 0 ? wanted : wanted + 1;
        Optional<String> next =
                before < siblings.size() ? Optional.of(siblings.get(before).id()) : Optional.empty();
        var _ = tasks.start(
                "move profile",
                () -> {
                    store.move(profile.id(), profile.look().folder(), next);
                    return true;
                },
                done -> list.layOut(),
                this::failed);
    }

    /** Renames a folder with all that is in it; an empty name brings that to the top. */
    public void renameFolder(String folder, String name) {
        leave(() -> {
            var _ = tasks.start(
                    "rename folder",
                    () -> {
                        store.renameFolder(folder, EditorViewModel.folder(name));
                        return true;
                    },
                    done -> {
                        showOther("", new Shown.Nothing());
                        list.layOut();
                    },
                    this::failed);
        });
    }

    /** Keeps the chosen context as a profile, and shows that. */
    public void importContext(Consumer<Profile> then) {
        if (shown.get() instanceof Shown.OfContext(var row, var _, var _)) {
            contexts.importAs(row.name(), profile -> {
                edit(profile);
                list.layOut();
                then.accept(profile);
            });
        }
    }

    /** Makes the chosen context the one that the CLI uses when none is named. */
    public void selectContext() {
        if (shown.get() instanceof Shown.OfContext(var row, var _, var _)) {
            contexts.select(row.name());
        }
    }

    /** The profiles that are kept. */
    public List<Profile> profiles() {
        return store.list();
    }

    /** Whether a profile is kept, and not only open or typed. */
    public boolean isKept(String id) {
        return store.find(id).isPresent();
    }

    /** Why nothing can be changed; nothing while it can. */
    public Optional<Failure> readOnly() {
        return store.readOnly();
    }

    public ContextsModel contexts() {
        return contexts;
    }

    public EditorViewModel editor() {
        return editor;
    }

    /** The lines of the list. */
    public RowsModel list() {
        return list;
    }

    /** Where one connects. */
    public Opening opening() {
        return opening;
    }

    /** The key of the row that is chosen; empty for none. */
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
