package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.settings.Section;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The lines of the list of connections, and what of it is remembered. */
public final class RowsModel {

    private final ProfileStore store;
    private final ContextsModel contexts;
    private final Section<ConnectionsSettings> settings;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicInteger storeChanges = new AtomicInteger();
    private int seenChanges;

    RowsModel(ProfileStore store, ContextsModel contexts, Section<ConnectionsSettings> settings) {
        this.store = store;
        this.contexts = contexts;
        this.settings = settings;
        recent.set(settings.get().recent());
        contexts.rowsProperty().subscribe(found -> layOut());
        query.subscribe(typed -> layOut());
        // Whoever changes the store may be any thread.
        var _ = store.onChange(storeChanges::incrementAndGet);
    }

    /** Looks whether something was changed elsewhere; to be called now and then. */
    public void sample() {
        int changes = storeChanges.get();
        if (changes != seenChanges) {
            seenChanges = changes;
            layOut();
        }
    }

    void layOut() {
        rows.set(Rows.of(
                store.list(),
                store.unreadable(),
                contexts.rowsProperty().get(),
                query.get(),
                settings.get().closed()));
    }

    /** Opens or closes a folder. */
    public void setClosed(String folder, boolean closed) {
        settings.update(before -> before.withClosed(folder, closed));
        layOut();
    }

    /** Opens the folders that a profile is in. */
    void reveal(Profile profile) {
        String folder = profile.look().folder();
        for (int end = folder.length(); end > 0; end = folder.lastIndexOf('/', end - 1)) {
            String path = folder.substring(0, end);
            settings.update(before -> before.withClosed(path, false));
        }
        layOut();
    }

    /** Notes what was opened last. */
    void opened(String id) {
        settings.update(before -> before.opened(id));
        recent.set(settings.get().recent());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The ids of what was opened, the last one first. */
    public ReadOnlyObjectProperty<List<String>> recentProperty() {
        return recent.getReadOnlyProperty();
    }
}
