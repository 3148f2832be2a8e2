package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Row;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with a short text made from the row. */
final class RowCell extends TableCell<Row, Row> {

    private final Function<Row, String> text;

    RowCell(String styleClass, Function<Row, String> text) {
        this.text = text;
        getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : text.apply(row));
    }
}
