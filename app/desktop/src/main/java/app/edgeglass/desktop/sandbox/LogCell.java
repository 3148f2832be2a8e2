package app.edgeglass.desktop.sandbox;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of the server's log, in the colour of its level. */
final class LogCell extends ListCell<String> {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        String text = empty || line == null ? "" : line;
        setText(text.isEmpty() ? null : text);
        pseudoClassStateChanged(WARNING, text.contains("[WRN]"));
        pseudoClassStateChanged(ERROR, text.contains("[ERR]") || text.contains("[FTL]"));
    }
}
