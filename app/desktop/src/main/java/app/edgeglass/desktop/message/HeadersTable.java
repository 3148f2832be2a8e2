package app.edgeglass.desktop.message;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.PayloadOutlet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The headers of a message, to be read and copied. */
final class HeadersTable {

    private static final int SHOWN = 2_000;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final PayloadOutlet outlet;
    private final TableView<Header> table = new TableView<>();

    HeadersTable(PayloadOutlet outlet) {
        this.outlet = outlet;
        table.setId("message-headers");
        table.setAccessibleText(Texts.WORDS.say("details.headers.accessible"));
        table.getStyleClass().addAll("dense", "eg-headers");
        table.setPlaceholder(Controls.nothing(
                "message-no-headers",
                MaterialDesignT.TAG_OFF_OUTLINE,
                Texts.WORDS.say("details.no-headers"),
                Texts.WORDS.say("details.no-headers.sentence")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("message-headers-name", Texts.WORDS.say("details.column.name"), 220, Header::name),
                        column("message-headers-value", Texts.WORDS.say("details.column.value"), 480, Header::value)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(HeadersTable::line);
                event.consume();
            }
        });
        table.setContextMenu(new ContextMenu(
                item(Texts.WORDS.say("details.copy-header"), HeadersTable::line),
                item(Texts.WORDS.say("details.copy-header-value"), Header::value)));
    }

    private static TableColumn<Header, String> column(
            String id, String title, double width, Function<Header, String> text) {
        var column = new TableColumn<Header, String>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(80);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(SafeText.show(text.apply(cell.getValue()), SHOWN)));
        return column;
    }

    private MenuItem item(String words, Function<Header, String> text) {
        var item = new MenuItem(words);
        item.setOnAction(event -> copy(text));
        return item;
    }

    private void copy(Function<Header, String> text) {
        var selected = table.getSelectionModel().getSelectedItems();
        if (!selected.isEmpty()) {
            outlet.copy(
                    selected.stream().map(text).collect(Collectors.joining("\n")),
                    Texts.WORDS.say("details.copied-headers"));
        }
    }

    private static String line(Header header) {
        return header.name() + ": " + header.value();
    }

    void show(List<Header> headers) {
        if (!table.getItems().equals(headers)) {
            table.getItems().setAll(headers);
        }
    }

    Parent root() {
        return table;
    }
}
