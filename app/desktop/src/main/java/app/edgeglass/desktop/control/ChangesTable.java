package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.JsonChange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The values that differ between two JSON payloads: where, what it was, what it is. */
final class ChangesTable {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<JsonChange> table = new TableView<>();

    ChangesTable() {
        table.setId("diff-changes");
        table.setAccessibleText(Texts.WORDS.say("diff.changes.accessible"));
        table.getStyleClass().addAll("dense", "eg-changes");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("diff-column-path", Texts.WORDS.say("diff.column.path"), 260, ChangeCell::path),
                        column("diff-column-before", Texts.WORDS.say("diff.column.before"), 200, ChangeCell::before),
                        column("diff-column-after", Texts.WORDS.say("diff.column.after"), 240, ChangeCell::after)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(ChangesTable::line);
                event.consume();
            }
        });
        table.setContextMenu(new ContextMenu(
                item(Texts.WORDS.say("diff.copy-change"), ChangesTable::line),
                item(Texts.WORDS.say("diff.copy-path"), JsonChange::pointer)));
    }

    private static TableColumn<JsonChange, JsonChange> column(
            String id, String title, double width, ChangeCell.Filler filler) {
        var column = new TableColumn<JsonChange, JsonChange>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new ChangeCell(filler));
        return column;
    }

    private MenuItem item(String words, Function<JsonChange, String> text) {
        var item = new MenuItem(words);
        item.setOnAction(event -> copy(text));
        return item;
    }

    private void copy(Function<JsonChange, String> text) {
        var lines =
                table.getSelectionModel().getSelectedItems().stream().map(text).collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines));
        }
    }

    private static String line(JsonChange change) {
        var before = change.before() == null ? "" : change.before();
        var after = change.after() == null ? "" : change.after();
        return change.pointer() + "\t" + before + "\t" + after;
    }

    /** Shows these changes; those that are selected stay so when the same values changed again. */
    void show(List<JsonChange> changes) {
        var selected = List.copyOf(table.getSelectionModel().getSelectedIndices());
        var samePaths = changes.size() == table.getItems().size()
                && changes.stream()
                        .map(JsonChange::pointer)
                        .toList()
                        .equals(table.getItems().stream()
                                .map(JsonChange::pointer)
                                .toList());
        table.getItems().setAll(changes);
        if (samePaths) {
            selected.forEach(index -> table.getSelectionModel().select(index.intValue()));
        }
    }

    TableView<JsonChange> root() {
        return table;
    }
}
