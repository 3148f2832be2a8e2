package app.edgeglass.desktop.control.tree;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell with a short text made from the row each time that the row is drawn. */
public final class TextCell extends LiveCell {

    private final Function<TreeRow, String> text;

    public TextCell(String styleClass, Function<TreeRow, String> text) {
        this.text = text;
        getStyleClass().add(styleClass);
    }

    @Override
    protected void draw(@Nullable TreeRow row) {
        setText(row == null ? null : text.apply(row));
    }
}
