package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.trial.Fate;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.EmColumns;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The messages of a trial. */
final class SeenTable {

    private static final int VALUE_CHARACTERS = 200;
    private static final int SUBJECT_CHARACTERS = 200;
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final ObservableList<Seen> items = FXCollections.observableArrayList();
    private final TableView<Seen> table = new TableView<>(items);
    private final Label empty = new Label();

    SeenTable(EmColumns widths, Payloads payloads, Consumer<@Nullable Seen> onSelected) {
        table.setId("trial-table");
        table.setAccessibleText(Texts.WORDS.say("trial.table.accessible"));
        table.getStyleClass().addAll("dense", "eg-consumers", "eg-trial");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        empty.setWrapText(true);
        empty.getStyleClass().add("eg-placeholder");
        table.setPlaceholder(empty);
        var state = column("state", Texts.WORDS.say("seen.state"), "eg-consumer-state", SeenTable::state);
        var sequence = number("sequence", Texts.WORDS.say("seen.sequence"), one -> Texts.FIGURES.count(one.sequence()));
        var count = number(
                "count",
                Texts.WORDS.say("seen.count"),
                one -> one.deliveries() == 0 ? "–" : Texts.FIGURES.count(one.deliveries()));
        var pending = number(
                "pending",
                Texts.WORDS.say("seen.pending"),
                one -> one.deliveries() == 0 ? "–" : Texts.FIGURES.shortCount(one.pending()));
        var stored = number("stored", Texts.WORDS.say("seen.stored"), one -> Texts.moment(one.stored()));
        var size = number(
                "size", Texts.WORDS.say("seen.size"), one -> Sizes.say(one.payload().length, Texts.WORDS.locale()));
        var subject = column(
                "subject",
                Texts.WORDS.say("seen.subject"),
                "eg-consumer-name",
                one -> SafeText.show(one.subject(), SUBJECT_CHARACTERS));
        var value = column(
                "value",
                Texts.WORDS.say("seen.value"),
                "eg-consumer-preview",
                one -> payloads.preview(one.payload(), one.payload().length, one.subject(), VALUE_CHARACTERS));
        table.getColumns().setAll(List.of(state, sequence, count, pending, stored, subject, size, value));
        widths.fixed(state, 9.5);
        widths.fixed(sequence, 5.5);
        widths.fixed(count, 4.5);
        widths.fixed(pending, 4.8);
        widths.fixed(stored, 7);
        widths.flexible(subject, 7, 12);
        widths.fixed(size, 5);
        widths.flexible(value, 6, 16);
        table.setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Seen one, boolean isEmpty) {
                super.updateItem(one, isEmpty);
                boolean doubtful = one != null
                        && one.fate().filter(fate -> fate == Fate.IN_DOUBT).isPresent();
                pseudoClassStateChanged(DOUBTFUL, doubtful);
                pseudoClassStateChanged(OPEN, one != null && one.isOpen() && !doubtful);
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(onSelected);
    }

    private static TableColumn<Seen, Seen> number(String id, String title, Function<Seen, String> text) {
        return column(id, title, "eg-consumer-number", text);
    }

    private static TableColumn<Seen, Seen> column(
            String id, String title, String styleClass, Function<Seen, String> text) {
        var column = new TableColumn<Seen, Seen>(title);
        column.setId("trial-column-" + id);
        column.setReorderable(false);
        column.setSortable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            {
                getStyleClass().add(styleClass);
            }

            @Override
            protected void updateItem(@Nullable Seen one, boolean isEmpty) {
                super.updateItem(one, isEmpty);
                setText(isEmpty || one == null ? null : text.apply(one));
            }
        });
        return column;
    }

    private static String state(Seen one) {
        return one.fate()
                .map(Phrases::fate)
                .or(() -> one.standing().map(Phrases::standing))
                .orElse("");
    }

    /** Shows messages; those that are shown already keep their rows, and the selected ones stay selected. */
    void show(List<Seen> now, String whenEmpty) {
        empty.setText(whenEmpty);
        boolean goesOn = now.size() >= items.size();
        for (int i = 0; goesOn && i < items.size(); i++) {
            goesOn = items.get(i).number() == now.get(i).number()
                    && items.get(i).sequence() == now.get(i).sequence()
                    && items.get(i).fate().isPresent() == now.get(i).fate().isPresent();
        }
        if (!goesOn) {
            items.setAll(now);
            return;
        }
        List<Integer> selected = List.copyOf(table.getSelectionModel().getSelectedIndices());
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).equals(now.get(i))) {
                items.set(i, now.get(i));
            }
        }
        items.addAll(now.subList(items.size(), now.size()));
        for (int index : selected) {
            table.getSelectionModel().select(index);
        }
    }

    /** The numbers of those that are selected and wait for word. */
    List<Long> openSelected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Seen::isOpen)
                .map(Seen::number)
                .toList();
    }

    void selectOpen() {
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isOpen()) {
                table.getSelectionModel().select(i);
            }
        }
        table.requestFocus();
    }

    TableView<Seen> root() {
        return table;
    }
}
