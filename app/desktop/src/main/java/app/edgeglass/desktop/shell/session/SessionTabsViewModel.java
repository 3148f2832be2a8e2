package app.edgeglass.desktop.shell.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The tabs of the sessions. It is set again and again by whoever owns the sessions, on the window's thread; equal values
 * cost nothing.
 */
public final class SessionTabsViewModel {

    /** What a person can do with a tab, by its id. */
    public interface Commands {

        void openNew();

        void select(int id);

        /** Asks first when something would be lost. */
        void close(int id);

        void duplicate(int id);

        /** Tries at once to connect again. */
        void reconnect(int id);

        void disconnect(int id);

        boolean canReconnect(int id);

        boolean canDisconnect(int id);

        /** @param place from 0; what is beyond the ends is brought to them */
        void move(int id, int place);
    }

    private final Commands commands;
    private final ReadOnlyObjectWrapper<List<SessionTab>> tabs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<SessionTab.Kind> kind = new ReadOnlyObjectWrapper<>(SessionTab.Kind.PLAIN);
    private final ReadOnlyObjectWrapper<String> name = new ReadOnlyObjectWrapper<>("");

    public SessionTabsViewModel(Commands commands) {
        this.commands = commands;
    }

    /** @param shownId which of them is shown */
    public void show(List<SessionTab> all, int shownId) {
        List<SessionTab> copy = List.copyOf(all);
        if (!copy.equals(tabs.get())) {
            tabs.set(copy);
        }
        shown.set(shownId);
        Optional<SessionTab> current =
                copy.stream().filter(tab -> tab.id() == shownId).findFirst();
        name.set(current.map(SessionTab::name).orElse(""));
        kind.set(current.map(SessionTab::kind).orElse(SessionTab.Kind.PLAIN));
    }

    Commands commands() {
        return commands;
    }

    /** Goes to the tab beside one; round at the ends. */
    void selectBeside(int id, int step) {
        List<SessionTab> all = tabs.get();
        int place = placeOf(id);
        if (place >= 0) {
            commands.select(all.get(Math.floorMod(place + step, all.size())).id());
        }
    }

    int placeOf(int id) {
        List<SessionTab> all = tabs.get();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** From left to right. */
    public ReadOnlyObjectProperty<List<SessionTab>> tabsProperty() {
        return tabs.getReadOnlyProperty();
    }

    /** The id of the shown one. */
    public ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the shown one is to the person. */
    public ReadOnlyObjectProperty<SessionTab.Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** What the shown one is called. */
    public ReadOnlyObjectProperty<String> nameProperty() {
        return name.getReadOnlyProperty();
    }
}
