package app.edgeglass.desktop.stream;

import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;

/** How full something is. */
final class FillBar extends ProgressBar {

    private static final PseudoClass NEARLY = PseudoClass.getPseudoClass("nearly");
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double NEARLY_FROM = 0.8;
    private static final double FULL_FROM = 0.95;

    FillBar() {
        super(0);
        getStyleClass().add("eg-fill");
        setFocusTraversable(false);
    }

    void show(double part) {
        setProgress(Math.clamp(part, 0, 1));
        pseudoClassStateChanged(NEARLY, part >= NEARLY_FROM && part < FULL_FROM);
        pseudoClassStateChanged(FULL, part >= FULL_FROM);
    }
}
