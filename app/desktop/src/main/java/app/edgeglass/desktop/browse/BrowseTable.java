package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Row;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.browse.ValueColumn;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/**
 * The rows of a stream. The table itself has only the rows that there is room for, so that ten million cost it no more than forty;
 * wheel, keys and scroll bar move what it has.
 */
final class BrowseTable {

    private static final int CHARACTERS = 300;
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gap");
    private static final PseudoClass COMING = PseudoClass.getPseudoClass("coming");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS");

    private final BrowseViewModel model;
    private final EmColumns widths;
    private final BrowseView.Surroundings around;
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, Row> value;
    private final List<ValueColumn> added = new ArrayList<>();
    private final Parent empty;
    private final HBox root;
    private double owed;
    private boolean applying;

    BrowseTable(BrowseViewModel model, EmColumns widths, BrowseView.Surroundings around) {
        this.model = model;
        this.widths = widths;
        this.around = around;
        table.setId("browse-table");
        table.setAccessibleText(Texts.WORDS.say("table.accessible"));
        table.getStyleClass().addAll("eg-browse-table", "dense");
        table.setPlaceholder(new Region());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        value = column(Texts.WORDS.say("column.value"), "value", this::value);
        addColumns();
        table.setRowFactory(view -> row());
        table.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        table.skinProperty().subscribe(skin -> {
            if (table.lookup(".virtual-flow") instanceof Region flow) {
                flow.heightProperty().subscribe(height -> measure());
            }
        });
        table.fixedCellSizeProperty().subscribe(size -> measure());
        empty = Controls.nothing(
                "browse-empty",
                MaterialDesignD.DATABASE_OFF_OUTLINE,
                Texts.WORDS.say("empty"),
                Texts.WORDS.say("empty.sentence"));
        var follow = Controls.textButton("browse-follow-button", Texts.WORDS.say("follow"), model::toLast);
        follow.getStyleClass().addAll("accent", "eg-browse-follow");
        StackPane.setAlignment(follow, Pos.BOTTOM_CENTER);
        model.followingProperty().subscribe(following -> Controls.visible(follow, !following));
        var stack = new StackPane(table, empty, follow);
        stack.setMinSize(0, 0);
        HBox.setHgrow(stack, Priority.ALWAYS);
        root = new HBox(stack, new SequenceBar(model).root());
        model.shownProperty().subscribe(this::show);
        // What was found is marked as soon as it is.
        model.search().saidProperty().subscribe(said -> table.refresh());
    }

    private void addColumns() {
        var sequence = column(Texts.WORDS.say("column.sequence"), "sequence", row -> Texts.FIGURES.count(row.from()));
        var time = column(
                Texts.WORDS.say("column.time"),
                "time",
                of(message -> TIME.format(message.at().atZone(ZoneId.systemDefault()))));
        var subject = column(Texts.WORDS.say("column.subject"), "subject", this::subject);
        var size = column(
                Texts.WORDS.say("column.size"),
                "number",
                of(message -> Sizes.say(message.payloadSize(), Texts.WORDS.locale())));
        var headers = column(
                Texts.WORDS.say("column.headers"),
                "number",
                of(message -> message.headerBlock().length == 0
                        ? ""
                        : Texts.FIGURES.count(message.headers().size())));
        headers.setId("browse-column-headers");
        table.getColumns().setAll(List.of(sequence, time, subject, size, headers, value));
        widths.fixed(sequence, 7);
        widths.fixed(time, 11.5);
        widths.flexible(subject, 8, 18);
        widths.fixed(size, 5);
        widths.fixed(headers, 3.6);
        widths.flexible(value, 8, 26);
    }

    /** Adds a column of a person's choice before the payload. */
    void add(ValueColumn wanted) {
        if (added.stream().anyMatch(one -> one.text().equals(wanted.text()))) {
            return;
        }
        added.add(wanted);
        var column = column(
                SafeText.show(wanted.text(), CHARACTERS),
                "added",
                of(message -> SafeText.show(wanted.value(message), CHARACTERS)));
        column.setUserData(wanted.text());
        table.getColumns().add(table.getColumns().indexOf(value), column);
        widths.flexible(column, 4, 7);
        fit();
    }

    /** The table shares out its room anew when its width changes, but not when a column comes. */
    private void fit() {
        table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
    }

    /** Takes it away again. */
    void remove(String text) {
        added.removeIf(one -> one.text().equals(text));
        table.getColumns().removeIf(column -> text.equals(column.getUserData()));
        fit();
    }

    /** The columns that were added. */
    List<ValueColumn> added() {
        return List.copyOf(added);
    }

    private static TableColumn<Row, Row> column(String title, String kind, Function<Row, String> text) {
        var column = new TableColumn<Row, Row>(title);
        column.setId("browse-column-" + kind);
        column.setReorderable(false);
        column.setSortable(false);
        column.getStyleClass().add("eg-browse-" + kind);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new RowCell("eg-browse-" + kind, text));
        return column;
    }

    private static Function<Row, String> of(Function<StoredMessage, String> text) {
        return row -> row instanceof Row.Stored(StoredMessage message) ? text.apply(message) : "";
    }

    private String subject(Row row) {
        return switch (row) {
            case Row.Stored(StoredMessage message) -> SafeText.show(message.subject(), CHARACTERS);
            case Row.Gone gone ->
                Texts.WORDS.say("row.gone", Texts.FIGURES.count(gone.count()), Texts.FIGURES.count(gone.to()));
            case Row.Coming _ -> Texts.WORDS.say("row.coming");
        };
    }

    private String value(Row row) {
        return row instanceof Row.Stored(StoredMessage message) ? around.preview(message, CHARACTERS) : "";
    }

    private TableRow<Row> row() {
        var row = new TableRow<Row>() {
            @Override
            protected void updateItem(@Nullable Row item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(GONE, item instanceof Row.Gone);
                pseudoClassStateChanged(COMING, item instanceof Row.Coming);
                pseudoClassStateChanged(
                        FOUND, item instanceof Row.Stored && model.search().isFound(item.from()));
            }
        };
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() instanceof Row.Stored(StoredMessage message)) {
                model.select(row.getItem());
                model.stream().ifPresent(stream -> {
                    var menu = new ContextMenu();
                    menu.getItems().setAll(around.menu(stream, message));
                    menu.show(row, event.getScreenX(), event.getScreenY());
                });
                event.consume();
            }
        });
        return row;
    }

    /** How many whole rows fit. */
    private void measure() {
        if (table.getFixedCellSize() > 0 && table.lookup(".virtual-flow") instanceof Region flow) {
            model.room((int) (flow.getHeight() / table.getFixedCellSize()));
        }
    }

    private void show(@Nullable Shown shown) {
        empty.setVisible(shown != null && shown.extent().isEmpty());
        applying = true;
        try {
            List<Row> rows = shown == null ? List.of() : shown.rows();
            if (!rows.equals(table.getItems())) {
                table.getItems().setAll(rows);
            }
            long selected = model.selectedProperty().get();
            int index = -1;
            for (int i = 0; i < rows.size() && selected > 0; i++) {
                index = rows.get(i).from() <= selected
                                && selected <= rows.get(i).to()
                        ? i
                        : index;
            }
            if (index < 0) {
                table.getSelectionModel().clearSelection();
            } else if (table.getSelectionModel().getSelectedIndex() != index) {
                table.getSelectionModel().clearAndSelect(index);
            }
        } finally {
            applying = false;
        }
    }

    private void selected(@Nullable Row row) {
        if (!applying && row != null) {
            model.select(row);
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.step(-1);
            case DOWN -> model.step(1);
            case PAGE_UP -> model.turn(-1);
            case PAGE_DOWN -> model.turn(1);
            case HOME -> model.toFirst();
            case END -> model.toLast();
            case F3 -> model.toFound(!event.isShiftDown());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** A wheel moves by rows; what a touch pad moves by less than one is owed. */
    private void scrolled(ScrollEvent event) {
        if (table.getFixedCellSize() > 0 && event.getDeltaY() != 0) {
            owed -= event.getDeltaY() / table.getFixedCellSize();
            int rows = (int) owed;
            owed -= rows;
            model.scroll(rows);
            event.consume();
        }
    }

    void focus() {
        table.requestFocus();
    }

    Parent root() {
        return root;
    }
}
