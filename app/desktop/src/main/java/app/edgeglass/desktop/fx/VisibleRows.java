package app.edgeglass.desktop.fx;

import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The rows of a table that are on the screen, some of them in part.
 *
 * @param from the first
 * @param to the one after the last
 */
public record VisibleRows(int from, int to) {

    /** Those of this table now; all of its rows while it is not laid out. Used on the window's thread only. */
    public static VisibleRows of(TableView<?> table) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first != null && last != null) {
                return new VisibleRows(first.getIndex(), last.getIndex() + 1);
            }
        }
        return new VisibleRows(0, table.getItems().size());
    }
}
