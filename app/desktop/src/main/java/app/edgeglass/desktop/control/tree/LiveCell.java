package app.edgeglass.desktop.control.tree;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that can be drawn anew without its table. A table (JavaFX 26.0.2) lays out all rows that are on the screen, and
 * has each cell updated once more, whenever one of them needs a layout. A cell has its size from its row and its column, and no
 * text changes that: so it keeps to itself that it needs one.
 */
public abstract class LiveCell extends TableCell<TreeRow, TreeRow> {

    private @Nullable TreeRow drawn;

    /** Draws a row, or nothing. */
    protected abstract void draw(@Nullable TreeRow row);

    final void redraw(@Nullable TreeRow row) {
        drawn = row;
        draw(row);
    }

    /** The row that was drawn last; it may be newer than the item, of which the table knows. */
    final @Nullable TreeRow drawn() {
        return drawn;
    }

    @Override
    protected final void updateItem(@Nullable TreeRow row, boolean empty) {
        super.updateItem(row, empty);
        redraw(empty ? null : row);
    }

    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }
}
