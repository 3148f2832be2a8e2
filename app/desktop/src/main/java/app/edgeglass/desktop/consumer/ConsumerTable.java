package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Warning;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.SnapshotList;
import app.edgeglass.desktop.fx.VisibleRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** All consumers of a stream, those first that need a look. Keeps its place and its selection when they are asked for anew. */
final class ConsumerTable {

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass SUSPECT = PseudoClass.getPseudoClass("suspect");

    private final ConsumersViewModel model;
    private final SnapshotList<Line> items = new SnapshotList<>();
    private final TableView<Line> table = new TableView<>(items);
    private final Map<TableColumn<Line, ?>, Order> orders = new HashMap<>();
    private List<Line> lines = List.of();
    private boolean applying;

    /** @param open is called for the selected one, by Enter or a double click */
    ConsumerTable(ConsumersViewModel model, EmColumns widths, Runnable open) {
        this.model = model;
        table.setId("consumer-table");
        table.setAccessibleText(Texts.WORDS.say("table.accessible"));
        table.getStyleClass().addAll("dense", "eg-consumers");
        addColumns(widths);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(view -> row(open));
        table.setSortPolicy(view -> sort());
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> selected(index.intValue()));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && table.getSelectionModel().getSelectedItem() != null) {
                open.run();
                event.consume();
            }
        });
    }

    private void addColumns(EmColumns widths) {
        var state = column(
                "state", Texts.WORDS.say("column.state"), "eg-consumer-state", Order.ABNORMAL, ConsumerTable::state);
        var name = column(
                "name",
                Texts.WORDS.say("column.name"),
                "eg-consumer-name",
                Order.NAME,
                line -> line.row().name());
        var kind = column("kind", Texts.WORDS.say("column.kind"), "eg-consumer-kind", Order.NAME, ConsumerTable::kind);
        kind.setSortable(false);
        var pending = number(
                "pending",
                Texts.WORDS.say("column.pending"),
                Order.PENDING,
                line -> line.row().pending());
        var acks = column(
                "acks",
                Texts.WORDS.say("column.acks"),
                "eg-consumer-number",
                Order.UNACKNOWLEDGED,
                ConsumerTable::acks);
        var again = number(
                "redelivered",
                Texts.WORDS.say("column.redelivered"),
                Order.REDELIVERED,
                line -> line.row().redelivered());
        var waiting = number(
                "waiting",
                Texts.WORDS.say("column.waiting"),
                Order.WAITING,
                line -> line.row().waiting());
        var delivered = number(
                "delivered",
                Texts.WORDS.say("column.delivered"),
                Order.DELIVERED,
                line -> line.row().delivered().stream());
        var floor =
                number("floor", Texts.WORDS.say("column.floor"), Order.FLOOR, line -> line.row().ackFloor().stream());
        var active = column(
                "active", Texts.WORDS.say("column.active"), "eg-consumer-number", Order.ACTIVE, ConsumerTable::active);
        var behind = column(
                "behind", Texts.WORDS.say("column.behind"), "eg-consumer-number", Order.BEHIND, ConsumerTable::behind);
        var trend = column(
                "trend", Texts.WORDS.say("column.trend"), "eg-consumer-number", Order.TREND, ConsumerTable::trend);
        table.getColumns()
                .setAll(List.of(
                        state, name, kind, pending, acks, again, waiting, delivered, floor, active, behind, trend));
        widths.fixed(state, 10);
        widths.flexible(name, 8, 13);
        widths.fixed(kind, 3.8);
        widths.fixed(pending, 6.2);
        widths.fixed(acks, 7.2);
        widths.fixed(again, 4.4);
        widths.fixed(waiting, 4.2);
        widths.fixed(delivered, 6.2);
        widths.fixed(floor, 6.2);
        widths.fixed(active, 4.4);
        widths.fixed(behind, 4.4);
        widths.fixed(trend, 5.6);
    }

    private TableColumn<Line, Line> number(String id, String title, Order order, Function<Line, Number> figure) {
        return column(
                id,
                title,
                "eg-consumer-number",
                order,
                line -> Texts.FIGURES.shortCount(figure.apply(line).longValue()));
    }

    private TableColumn<Line, Line> column(
            String id, String title, String styleClass, Order order, Function<Line, String> text) {
        var column = new TableColumn<Line, Line>(title);
        column.setId("consumer-column-" + id);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new LineCell(styleClass, text));
        orders.put(column, order);
        return column;
    }

    private static final class LineCell extends TableCell<Line, Line> {

        private final Function<Line, String> text;

        LineCell(String styleClass, Function<Line, String> text) {
            this.text = text;
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text.apply(line));
        }
    }

    private static String state(Line line) {
        List<Warning> warnings = line.warnings();
        return warnings.isEmpty()
                ? Texts.WORDS.say("state.fine")
                : warnings.size() == 1
                        ? Phrases.shortly(warnings.getFirst())
                        : Texts.WORDS.say("state.more", Phrases.shortly(warnings.getFirst()), warnings.size() - 1);
    }

    private static String kind(Line line) {
        return line.row().isPush() ? Texts.WORDS.say("kind.push") : Texts.WORDS.say("kind.pull");
    }

    private static String acks(Line line) {
        String count = Texts.FIGURES.shortCount(line.row().ackPending());
        return line.row()
                .mostAckPending()
                .filter(most -> line.row().acknowledges())
                .map(most -> Texts.WORDS.say("acks.of", count, Texts.FIGURES.shortCount(most)))
                .orElse(line.row().acknowledges() ? count : "–");
    }

    private static String active(Line line) {
        return line.idle().map(Texts.FIGURES::age).orElse("–");
    }

    private static String behind(Line line) {
        return line.row().lag() == 0
                ? "0"
                : line.lagTime().map(Texts.FIGURES::age).orElse("…");
    }

    private static String trend(Line line) {
        String rate = line.change()
                .filter(change -> Math.abs(change) >= 0.05)
                .map(change ->
                        Texts.WORDS.say("trend.rate", change < 0 ? "−" : "+", Texts.FIGURES.rate(Math.abs(change))))
                .orElse("");
        return rate + " " + Phrases.trend(line.trend());
    }

    private TableRow<Line> row(Runnable open) {
        var tip = new Tooltip();
        var row = new TableRow<Line>() {
            @Override
            protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                var weight = line == null || line.warnings().isEmpty()
                        ? null
                        : line.warnings().getFirst().weight();
                pseudoClassStateChanged(BROKEN, weight == Warning.Weight.BROKEN);
                pseudoClassStateChanged(SUSPECT, weight == Warning.Weight.SUSPECT);
                setTooltip(weight == null ? null : tip);
                if (line != null && weight != null) {
                    tip.setText(line.warnings().stream()
                            .map(warning -> Phrases.fully(warning, line))
                            .collect(Collectors.joining("\n")));
                }
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                open.run();
            }
        });
        return row;
    }

    private boolean sort() {
        var by = table.getSortOrder();
        if (by.isEmpty()) {
            model.sort(Order.ABNORMAL, false);
        } else {
            model.sort(
                    orders.getOrDefault(by.getFirst(), Order.ABNORMAL),
                    by.getFirst().getSortType() == SortType.DESCENDING);
        }
        return true;
    }

    void show(@Nullable List<Line> now) {
        List<Line> before = lines;
        lines = now == null ? List.of() : now;
        applying = true;
        try {
            if (names(before).equals(names(lines))) {
                VisibleRows visible = VisibleRows.of(table);
                items.update(lines::get, visible.from(), visible.to());
            } else {
                Line selected = model.selectedProperty().get();
                items.show(lines.size(), lines::get);
                int index = selected == null
                        ? -1
                        : names(lines).indexOf(selected.row().name());
                if (index < 0) {
                    table.getSelectionModel().clearSelection();
                } else {
                    table.getSelectionModel().clearAndSelect(index);
                }
            }
        } finally {
            applying = false;
        }
        look();
    }

    private static List<String> names(List<Line> lines) {
        return lines.stream().map(line -> line.row().name()).toList();
    }

    private void look() {
        VisibleRows visible = VisibleRows.of(table);
        var names = new ArrayList<String>();
        for (int i = Math.max(0, visible.from()); i < Math.min(visible.to(), lines.size()); i++) {
            names.add(lines.get(i).row().name());
        }
        model.look(names);
    }

    private void selected(int index) {
        if (!applying) {
            model.select(
                    index < 0 || index >= lines.size()
                            ? ""
                            : lines.get(index).row().name());
        }
    }

    /** Selects a consumer and brings it into view. */
    void reveal(String name) {
        int index = names(lines).indexOf(name);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(index);
        }
    }

    TableView<Line> root() {
        return table;
    }
}
