package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The screens of the window and which of them is shown. */
public final class Navigation {

    private static final int MOST_KEYS = 9;

    private final Actions actions;
    private final ObservableList<Screen> screens = FXCollections.observableArrayList();
    // Held here: an unmodifiable list hears of changes only for as long as somebody holds it.
    private final ObservableList<Screen> readOnly = FXCollections.unmodifiableObservableList(screens);
    private final ReadOnlyObjectWrapper<@Nullable Screen> current = new ReadOnlyObjectWrapper<>();

    public Navigation(Actions actions) {
        this.actions = actions;
    }

    /** Adds a screen; it also becomes an action, with the keys Ctrl+1, Ctrl+2 and so on. */
    public void add(Screen screen) {
        screens.add(screen);
        int place = screens.size();
        String title = Texts.WORDS.say("navigation.go", screen.title());
        Action go = Action.of("go-" + screen.id(), Texts.WORDS.say("group.view"), title, () -> go(screen.id()));
        actions.register(place <= MOST_KEYS ? go.withShortcuts("Shortcut+" + place) : go);
    }

    /** @throws IllegalArgumentException when there is no such screen */
    public void go(String id) {
        current.set(screens.stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no screen " + id)));
    }

    public Optional<Screen> current() {
        return Optional.ofNullable(current.get());
    }

    public ReadOnlyObjectProperty<@Nullable Screen> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ObservableList<Screen> screens() {
        return readOnly;
    }
}
