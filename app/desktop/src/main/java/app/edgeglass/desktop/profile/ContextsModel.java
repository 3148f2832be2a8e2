package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The contexts of the {@code nats} CLI, as they are on the disk; read in the background. */
public final class ContextsModel {

    private final CliContexts contexts;
    private final ProfileStore store;
    private final TaskRunner tasks;
    private final Consumer<Failure> failed;
    private final ReadOnlyObjectWrapper<List<ContextRow>> rows = new ReadOnlyObjectWrapper<>(List.of());

    ContextsModel(CliContexts contexts, ProfileStore store, TaskRunner tasks, Consumer<Failure> failed) {
        this.contexts = contexts;
        this.store = store;
        this.tasks = tasks;
        this.failed = failed;
    }

    /** Looks which there are. */
    public void load() {
        // A list that cannot be read is said by its rows; a folder that is not there is none.
        var _ = tasks.start("list contexts", contexts::list, rows::set, failed);
    }

    void resolve(ContextRow row, Consumer<Shown.OfContext> onDone) {
        if (row.problem().isPresent()) {
            return;
        }
        var _ = tasks.start(
                "read context",
                () -> contexts.resolve(row.name()),
                resolved -> onDone.accept(new Shown.OfContext(row, Optional.of(resolved), Optional.empty())),
                failure -> onDone.accept(new Shown.OfContext(row, Optional.empty(), Optional.of(failure))));
    }

    void resolve(String name, Consumer<Resolved> onDone) {
        var _ = tasks.start("read context", () -> contexts.resolve(name), onDone, failed);
    }

    void importAs(String name, Consumer<Profile> onDone) {
        var _ = tasks.start("import context", () -> contexts.importInto(store, name), onDone, failed);
    }

    void select(String name) {
        var _ = tasks.start(
                "select context",
                () -> {
                    contexts.select(name);
                    return true;
                },
                done -> load(),
                failed);
    }

    /** What exporting a profile as a context would do. */
    public void preview(
            Profile profile, String name, Consumer<CliContexts.ExportPreview> onDone, Consumer<Failure> onFailure) {
        var _ = tasks.start("look at context", () -> contexts.preview(store, profile, name), onDone, onFailure);
    }

    /** Writes a kept profile as a context. */
    public void export(Profile profile, String name, boolean replace, Runnable onDone, Consumer<Failure> onFailure) {
        var _ = tasks.start(
                "export context",
                () -> {
                    contexts.export(store, profile, name, replace);
                    return true;
                },
                done -> {
                    load();
                    onDone.run();
                },
                onFailure);
    }

    /** Where they are looked for. */
    public Path folder() {
        return contexts.folder();
    }

    public ReadOnlyObjectProperty<List<ContextRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
