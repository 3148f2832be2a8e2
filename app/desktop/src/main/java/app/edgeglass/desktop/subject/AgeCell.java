package app.edgeglass.desktop.subject;

import app.edgeglass.desktop.control.tree.LiveCell;
import app.edgeglass.desktop.control.tree.Now;
import app.edgeglass.desktop.control.tree.TreeRow;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;

/** How long ago the last message came, in the colour of how unusual that is. */
final class AgeCell extends LiveCell {

    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    AgeCell() {
        getStyleClass().add("eg-tree-number");
    }

    @Override
    protected void draw(@Nullable TreeRow row) {
        boolean late = false;
        boolean silent = false;
        if (row == null) {
            setText(null);
        } else {
            long now = Now.micros();
            setText(Texts.FIGURES.age(Duration.of(now - row.lastMicros(), ChronoUnit.MICROS)));
            TreeRow.Freshness freshness = row.freshness(now);
            late = freshness == TreeRow.Freshness.LATE;
            silent = freshness == TreeRow.Freshness.SILENT;
        }
        pseudoClassStateChanged(LATE, late);
        pseudoClassStateChanged(SILENT, silent);
    }
}
