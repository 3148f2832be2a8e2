package app.edgeglass.desktop.browse;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The scroll bar over all sequences of a stream, whatever of them is in the table. */
final class SequenceBar {

    /** A thumb is to be seen, and to be taken hold of, also in ten million rows. */
    private static final double LEAST_THUMB = 0.04;

    private final BrowseViewModel model;
    private final ScrollBar bar = new ScrollBar();
    private boolean applying;

    SequenceBar(BrowseViewModel model) {
        this.model = model;
        bar.setId("browse-scroll");
        bar.getStyleClass().add("eg-browse-scroll");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setAccessibleText(Texts.WORDS.say("scroll.accessible"));
        bar.valueProperty().subscribe(value -> moved(value.doubleValue()));
        model.shownProperty().subscribe(this::show);
    }

    private void show(@Nullable Shown shown) {
        applying = true;
        try {
            double most = shown == null
                    ? 0
                    : Math.max(0, shown.lastTop() - shown.extent().first());
            bar.setDisable(most == 0);
            bar.setMin(0);
            bar.setMax(Math.max(1, most));
            double rows = shown == null ? 1 : Math.max(1, shown.rows().size());
            bar.setVisibleAmount(Math.max(rows, bar.getMax() * LEAST_THUMB));
            bar.setBlockIncrement(rows);
            bar.setUnitIncrement(1);
            bar.setValue(
                    shown == null ? 0 : (double) (shown.top() - shown.extent().first()));
        } finally {
            applying = false;
        }
    }

    private void moved(double value) {
        Shown shown = model.shownProperty().get();
        if (!applying && shown != null) {
            model.scrollTo(shown.extent().first() + Math.round(value));
        }
    }

    Node root() {
        return bar;
    }
}
