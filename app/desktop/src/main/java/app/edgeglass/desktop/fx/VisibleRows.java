package app.edgeglass.desktop.fx;

import java.util.function.Consumer;
import javafx.scene.control.TableRow;
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

    /** Those that the table has laid out. Used on the window's thread only. */
    @SuppressWarnings("unchecked") // A table's flow has rows of the table's items.
    public static <T> void forEach(TableView<T> table, Consumer<TableRow<T>> use) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var first = flow.getFirstVisibleCell();
            for (int i = first == null ? 0 : first.getIndex(); flow.getVisibleCell(i) instanceof TableRow<?> row; i++) {
                use.accept((TableRow<T>) row);
            }
        }
    }
}
