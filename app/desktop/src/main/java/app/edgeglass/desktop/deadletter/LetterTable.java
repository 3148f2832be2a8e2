package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.deadletter.Content;
import app.edgeglass.core.deadletter.Stuck;
import app.edgeglass.core.text.Figures;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.SnapshotList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What was given up, newest on top; several may be chosen. */
final class LetterTable {

    private final DeadLettersViewModel model;
    private final SnapshotList<Stuck> items = new SnapshotList<>();
    private final TableView<Stuck> table = new TableView<>(items);
    private boolean filling;

    LetterTable(DeadLettersViewModel model, EmColumns widths) {
        this.model = model;
        table.setId("dead-letters-table");
        table.setAccessibleText(Texts.WORDS.say("table.accessible"));
        table.getStyleClass().addAll("dense", "eg-dead-letters");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var empty = new Label(Texts.WORDS.say("empty"));
        empty.setId("dead-letters-empty");
        empty.setWrapText(true);
        empty.getStyleClass().add("eg-dead-letters-empty");
        table.setPlaceholder(empty);
        table.setRowFactory(view -> new Row());
        columns(widths);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Stuck>) change -> {
            if (!filling) {
                model.choose(selected());
            }
        });
        model.rowsProperty().subscribe(this::show);
    }

    private List<Stuck> selected() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .filter(index -> index >= 0 && index < items.size())
                .map(items::get)
                .toList();
    }

    private void columns(EmColumns widths) {
        var figures = new Figures(Texts.WORDS.locale());
        var time = column("time", Texts.WORDS.say("column.time"), "eg-dead-letters-time", LetterText::time);
        var consumer = column(
                "consumer",
                Texts.WORDS.say("column.consumer"),
                "eg-dead-letters-text",
                one -> one.letter().consumer());
        var sequence = column(
                "sequence",
                Texts.WORDS.say("column.sequence"),
                "eg-dead-letters-number",
                one -> figures.count(one.letter().sequence()));
        var deliveries = column(
                "deliveries",
                Texts.WORDS.say("column.deliveries"),
                "eg-dead-letters-number",
                one -> figures.count(one.letter().deliveries()));
        var why = column("why", Texts.WORDS.say("column.why"), "eg-dead-letters-text", LetterText::why);
        var subject = column("subject", Texts.WORDS.say("column.subject"), "eg-dead-letters-code", LetterText::subject);
        var size = column("size", Texts.WORDS.say("column.size"), "eg-dead-letters-number", LetterText::size);
        var state = column("state", Texts.WORDS.say("column.state"), "eg-dead-letters-text", LetterText::state);
        widths.fixed(time, 15);
        widths.flexible(consumer, 7, 12);
        widths.fixed(sequence, 7);
        widths.fixed(deliveries, 6);
        widths.flexible(why, 10, 22);
        widths.flexible(subject, 10, 26);
        widths.fixed(size, 6);
        widths.flexible(state, 7, 9);
        table.getColumns().setAll(List.of(time, consumer, sequence, deliveries, why, subject, size, state));
    }

    private static TableColumn<Stuck, String> column(
            String id, String title, String style, Function<Stuck, String> text) {
        var column = new TableColumn<Stuck, String>(title);
        column.setId("dead-letters-column-" + id);
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    /** Keeps what is chosen, also when its content has come meanwhile. */
    private void show(List<Stuck> rows) {
        Set<Object> chosen = model.chosenProperty().get().stream()
                .map(one -> List.of(one.letter().consumer(), one.letter().sequence()))
                .collect(Collectors.toCollection(HashSet::new));
        filling = true;
        items.show(rows.size(), rows::get);
        table.getSelectionModel().clearSelection();
        var kept = new ArrayList<Stuck>();
        for (int i = 0; i < rows.size() && kept.size() < chosen.size(); i++) {
            Stuck one = rows.get(i);
            if (chosen.contains(List.of(one.letter().consumer(), one.letter().sequence()))) {
                table.getSelectionModel().select(i);
                kept.add(one);
            }
        }
        filling = false;
        model.choose(kept);
    }

    /** What is gone stands back. */
    private static final class Row extends TableRow<Stuck> {

        private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

        @Override
        protected void updateItem(@Nullable Stuck one, boolean empty) {
            super.updateItem(one, empty);
            pseudoClassStateChanged(GONE, one != null && !empty && one.content() instanceof Content.Gone);
        }
    }

    TableView<Stuck> root() {
        return table;
    }
}
