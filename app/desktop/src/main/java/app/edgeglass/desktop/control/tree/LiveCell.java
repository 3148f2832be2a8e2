package app.edgeglass.desktop.control.tree;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that can be drawn anew without its table. A table (JavaFX 26.0.2) lays out all rows that are on the screen, and
 * has each cell updated once more, whenever one of them needs a layout. A cell has its size from its row and its column, and no
 * text changes that: so while it is drawn in place it keeps to itself that it needs one.
 */
public abstract class LiveCell extends TableCell<TreeRow, TreeRow> {

    private @Nullable TreeRow drawn;
    private boolean inPlace;

    /** Draws a row, or nothing. */
    protected abstract void draw(@Nullable TreeRow row);

    /** Draws a row of now without the table, which knows of an earlier one. */
    final void redraw(TreeRow row) {
        inPlace = true;
        try {
            drawn = row;
            draw(row);
        } finally {
            inPlace = false;
        }
    }

    /** The row that was drawn last; it may be newer than the item, of which the table knows. */
    final @Nullable TreeRow drawn() {
        return drawn;
    }

    @Override
    protected final void updateItem(@Nullable TreeRow row, boolean empty) {
        super.updateItem(row, empty);
        drawn = empty ? null : row;
        draw(drawn);
    }

    @Override
    public void requestLayout() {
        if (inPlace) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }
}
