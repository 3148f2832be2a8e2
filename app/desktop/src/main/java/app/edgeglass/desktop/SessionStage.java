package app.edgeglass.desktop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the shown session has of a screen. The others stay in the scene, unseen: so nobody samples them, lays them out
 * or draws them, and they are there at once when the person goes back. Only when all of the scene is dressed anew they have to
 * leave it. The keyboard goes where it was.
 */
final class SessionStage {

    private final Function<Workspace, Parent> view;
    private final Consumer<Workspace> focus;
    private final Map<Workspace, Parent> views = new HashMap<>();
    private final Map<Workspace, Node> focused = new HashMap<>();
    private final StackPane root = new StackPane();
    private @Nullable Workspace shown;

    /**
     * @param view what there is to show of a session; asked when it is shown first
     * @param focus gives the keyboard to what is shown of a session
     */
    SessionStage(Workspaces workspaces, Function<Workspace, Parent> view, Consumer<Workspace> focus) {
        this.view = view;
        this.focus = focus;
        workspaces.currentProperty().subscribe(this::show);
        workspaces.allProperty().subscribe(this::keep);
    }

    private void show(Workspace wanted) {
        boolean hadFocus = rememberFocus();
        Parent next = views.computeIfAbsent(wanted, view);
        if (!root.getChildren().contains(next)) {
            root.getChildren().add(next);
        }
        root.getChildren().forEach(child -> {
            child.setVisible(child.equals(next));
            child.setManaged(child.equals(next));
        });
        shown = wanted;
        if (hadFocus) {
            giveFocus(wanted);
        }
    }

    private void giveFocus(Workspace to) {
        Node before = focused.get(to);
        if (before == null) {
            focus.accept(to);
        } else {
            before.requestFocus();
        }
    }

    /** Takes what is not shown out of the scene; it comes back when it is shown. */
    void thin() {
        root.getChildren().removeIf(child -> !child.isVisible());
    }

    /** Whether the keys were there. */
    private boolean rememberFocus() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        Workspace from = shown;
        Parent view = from == null ? null : views.get(from);
        for (Node n = owner; n != null && from != null && owner != null; n = n.getParent()) {
            if (n.equals(view)) {
                focused.put(from, owner);
                return true;
            }
        }
        return false;
    }

    private void keep(List<Workspace> there) {
        focused.keySet().retainAll(there);
        views.entrySet().removeIf(entry -> {
            boolean gone = !there.contains(entry.getKey());
            if (gone) {
                root.getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    Parent root() {
        return root;
    }
}
