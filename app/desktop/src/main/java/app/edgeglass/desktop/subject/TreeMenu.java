package app.edgeglass.desktop.subject;

import app.edgeglass.desktop.control.tree.TreeRow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of a row of the tree. */
final class TreeMenu {

    private final Supplier<@Nullable TreeRow> row;
    private final ContextMenu menu = new ContextMenu();

    TreeMenu(Supplier<@Nullable TreeRow> row, SubjectTreeViewModel model, SubjectTreeView.Actions actions) {
        this.row = row;
        add("subject-tree-copy-subject", "tree.menu.copy-subject", r -> actions.copySubject(r.subject()));
        add(
                "subject-tree-copy-value",
                "tree.menu.copy-value",
                r -> model.lastMessage(r.rows(), r.index(), Integer.MAX_VALUE).ifPresent(actions::copyValue));
        menu.getItems().add(new SeparatorMenuItem());
        add("subject-tree-publish", "tree.menu.publish", r -> actions.publishTo(r.subject()));
        add("subject-tree-filter", "tree.menu.filter", r -> actions.filterBy(pattern(r)));
        add("subject-tree-subscribe", "tree.menu.subscribe", r -> actions.subscribeTo(pattern(r)));
        menu.getItems().add(new SeparatorMenuItem());
        add("subject-tree-export", "tree.menu.export", r -> actions.export());
        add("subject-tree-close-all", "tree.menu.close-all", r -> model.closeAll());
    }

    private static String pattern(TreeRow row) {
        return row.hasChildren() ? row.subject() + ".>" : row.subject();
    }

    private void add(String id, String key, Consumer<TreeRow> action) {
        var item = new MenuItem(Texts.WORDS.say(key));
        item.setId(id);
        item.setOnAction(event -> {
            TreeRow at = row.get();
            if (at != null) {
                action.accept(at);
            }
        });
        menu.getItems().add(item);
    }

    ContextMenu menu() {
        return menu;
    }
}
