package app.edgeglass.desktop.message;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with a short text made from the row. */
final class MessageCell extends TableCell<MessageRow, MessageRow> {

    private final Function<MessageRow, String> text;

    MessageCell(String styleClass, Function<MessageRow, String> text) {
        this.text = text;
        getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(@Nullable MessageRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : text.apply(row));
    }
}
