package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.StreamWarning;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The columns of the list. */
final class StreamCells {

    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

    private StreamCells() {}

    /** @param order by which it is sorted; the text is only shown */
    static TableColumn<StreamRow, StreamRow> text(
            String id, String title, String style, Function<StreamRow, String> text, Comparator<StreamRow> order) {
        TableColumn<StreamRow, StreamRow> column = column(id, title, style, order);
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable StreamRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? "" : text.apply(row));
            }
        });
        return column;
    }

    private static TableColumn<StreamRow, StreamRow> column(
            String id, String title, String style, Comparator<StreamRow> order) {
        var column = new TableColumn<StreamRow, StreamRow>(title);
        column.setId(id);
        column.getStyleClass().add(style);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    static TableColumn<StreamRow, StreamRow> fill(String id, String title) {
        TableColumn<StreamRow, StreamRow> column =
                column(id, title, "eg-stream-fill", Comparator.comparingDouble(StreamRow::fill));
        column.setCellFactory(of -> new TableCell<>() {

            private final FillBar bar = new FillBar();
            private final NumberFormat percent = NumberFormat.getPercentInstance(Texts.WORDS.locale());

            @Override
            protected void updateItem(@Nullable StreamRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean limited = row != null && !empty && row.fill() >= 0;
                setGraphic(limited ? bar : null);
                setText(limited && row != null ? percent.format(row.fill()) : "");
                if (limited && row != null) {
                    bar.show(row.fill());
                }
            }
        });
        return column;
    }

    static TableColumn<StreamRow, StreamRow> warnings(String id, String title) {
        TableColumn<StreamRow, StreamRow> column =
                column(id, title, "eg-stream-warnings", Comparator.comparingInt(StreamRow::urgency));
        column.setCellFactory(of -> new TableCell<>() {

            private final Tooltip all = new Tooltip();

            @Override
            protected void updateItem(@Nullable StreamRow row, boolean empty) {
                super.updateItem(row, empty);
                List<StreamWarning> warnings = row == null || empty ? List.of() : row.warnings();
                setText(row == null || empty ? "" : row.warningText());
                all.setText(warnings.stream().map(StreamWarning::sentence).collect(Collectors.joining("\n")));
                setTooltip(warnings.isEmpty() ? null : all);
                pseudoClassStateChanged(URGENT, warnings.stream().anyMatch(StreamWarning::isUrgent));
            }
        });
        return column;
    }
}
