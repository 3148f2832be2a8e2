package app.edgeglass.desktop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the shown session has of a screen. The others stay in the scene, unseen: so nobody samples them, lays them out
 * or draws them, and they are there at once when the person goes back. The keyboard goes where it was.
 */
final class SessionStage {

    private final Function<Workspace, Parent> view;
    private final Map<Workspace, Parent> views = new HashMap<>();
    private final Map<Workspace, Node> focused = new HashMap<>();
    private final StackPane root = new StackPane();
    private @Nullable Workspace shown;

    /** @param view what there is to show of a session; asked when it is shown first */
    SessionStage(Workspaces workspaces, Function<Workspace, Parent> view) {
        this.view = view;
        workspaces.currentProperty().subscribe(this::show);
        workspaces.allProperty().subscribe(this::keep);
    }

    private void show(Workspace wanted) {
        boolean hadFocus = rememberFocus();
        Parent next = views.computeIfAbsent(wanted, this::add);
        root.getChildren().forEach(child -> {
            child.setVisible(child.equals(next));
            child.setManaged(child.equals(next));
        });
        shown = wanted;
        if (hadFocus) {
            focused.getOrDefault(wanted, next).requestFocus();
        }
    }

    private Parent add(Workspace workspace) {
        Parent made = view.apply(workspace);
        root.getChildren().add(made);
        return made;
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
