package app.edgeglass.desktop.control;

import app.edgeglass.desktop.fx.Subscriptions;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;

/** Sets the widths of table columns in em, so that they grow with the zoom as their texts do, until it is closed. */
public final class EmColumns implements AutoCloseable {

    /** The tables' way of sharing out room adds widths up, so that the largest number will not do. */
    private static final double NO_LIMIT = 1_000;

    private final ObservableValue<Double> em;
    private final Subscriptions held = new Subscriptions();

    /** @param em the size of text in pixels, which the zoom changes */
    public EmColumns(ObservableValue<Double> em) {
        this.em = em;
    }

    /** For figures and times: never narrower than what stands in it, and little wider. */
    public void fixed(TableColumn<?, ?> column, double width) {
        set(column, width, width, width * 1.5);
    }

    /** For texts, which take what room there is. */
    public void flexible(TableColumn<?, ?> column, double least, double preferred) {
        set(column, least, preferred, NO_LIMIT);
    }

    private void set(TableColumn<?, ?> column, double least, double preferred, double most) {
        held.values(em, size -> {
            // In this order: a width outside of the bounds of the moment would be cut to them.
            column.setMaxWidth(most * size);
            column.setMinWidth(least * size);
            column.setPrefWidth(preferred * size);
        });
    }

    @Override
    public void close() {
        held.close();
    }
}
