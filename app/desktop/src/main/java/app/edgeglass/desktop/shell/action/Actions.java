package app.edgeglass.desktop.shell.action;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** All actions of the window. Screens register theirs; used on the window's thread only. */
public final class Actions {

    /** The id of the action that opens the palette; it is not listed there. */
    public static final String PALETTE = "palette";

    private final ObservableList<Action> actions = FXCollections.observableArrayList();
    private final ObservableList<Action> readOnly = FXCollections.unmodifiableObservableList(actions);

    /**
     * Adds actions, in this order.
     *
     * @return takes them out again
     * @throws IllegalArgumentException when an id or a shortcut is taken, which is a bug
     */
    public Subscription register(Action... added) {
        for (Action action : added) {
            for (Action present : actions) {
                requireApart(present, action);
            }
            actions.add(action);
        }
        List<Action> mine = List.of(added);
        return () -> actions.removeAll(mine);
    }

    private static void requireApart(Action present, Action added) {
        if (present.id().equals(added.id())) {
            throw new IllegalArgumentException("action " + added.id() + " is there already");
        }
        if (!Collections.disjoint(present.shortcuts(), new HashSet<>(added.shortcuts()))) {
            throw new IllegalArgumentException(
                    "actions " + present.id() + " and " + added.id() + " want the same shortcut");
        }
    }

    /** In the order of registration; observable, not to be changed. */
    public ObservableList<Action> all() {
        return readOnly;
    }

    public Optional<Action> find(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** Does it if it is there and can be done now. */
    public void run(String id) {
        find(id).filter(action -> action.enabled().getAsBoolean())
                .ifPresent(action -> action.run().run());
    }
}
