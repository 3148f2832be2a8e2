package app.edgeglass.desktop.control.tree;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with a short text made from the row each time that the row is drawn. */
public final class TextCell extends TableCell<TreeRow, TreeRow> {

    private final Function<TreeRow, String> text;

    public TextCell(String styleClass, Function<TreeRow, String> text) {
        this.text = text;
        getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(@Nullable TreeRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : text.apply(row));
    }
}
