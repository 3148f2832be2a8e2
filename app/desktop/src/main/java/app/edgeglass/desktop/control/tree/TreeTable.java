package app.edgeglass.desktop.control.tree;

import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.fx.SnapshotList;
import app.edgeglass.desktop.fx.VisibleRows;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * A tree of subjects as a table of the visible rows, so that a hundred thousand subjects cost no more than the forty that are
 * on the screen. Rows are drawn anew in place; the table itself changes only when rows come or go.
 */
public final class TreeTable {

    /** What is shown, as far as the table asks and tells. */
    public interface Rows {

        /** The row of the selected subject, or -1 when it is not among the rows. */
        int selectedRow();

        void select(String subject);

        /** Opens or closes a branch. */
        void open(int node, boolean wanted);
    }

    private final Rows model;
    private final SnapshotList<TreeRow> items = new SnapshotList<>();
    private final TableView<TreeRow> table = new TableView<>(items);
    private final Label empty = new Label();
    private final TableColumn<TreeRow, TreeRow> subject;
    private Function<Supplier<@Nullable TreeRow>, ContextMenu> menus = row -> new ContextMenu();
    private @Nullable TreeRows shown;
    private boolean applying;
    /** A subject was selected that has no row yet; its row is to be brought into sight when it comes. */
    private boolean awaitingRow;
    /** The row was chosen here, so it is in sight already. */
    private boolean selectingByHand;

    /** @param id of the table; that of its first column begins with it */
    public TreeTable(String id, String accessible, Rows model) {
        this.model = model;
        table.setId(id);
        table.setAccessibleText(accessible);
        table.getStyleClass().addAll("eg-tree", "dense");
        table.setPlaceholder(empty);
        empty.getStyleClass().add("eg-placeholder");
        empty.setWrapText(true);
        subject = column(Texts.WORDS.say("column.subject"));
        subject.setId(id + "-column-subject");
        subject.setCellFactory(column -> new SubjectCell(this::toggle));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> row());
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> selected(index.intValue()));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static TableColumn<TreeRow, TreeRow> column(String title) {
        var column = new TableColumn<TreeRow, TreeRow>(title);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    /** A column of texts that are made when their row is drawn. */
    public static TableColumn<TreeRow, TreeRow> column(
            String title, String styleClass, Function<TreeRow, String> text) {
        TableColumn<TreeRow, TreeRow> column = column(title);
        column.getStyleClass().add(styleClass);
        column.setCellFactory(c -> new TextCell(styleClass, text));
        return column;
    }

    /** How many messages there are at and below a row; to the message, as long as there is room for it. */
    public static TableColumn<TreeRow, TreeRow> messages() {
        return column(Texts.WORDS.say("column.messages"), "eg-tree-number", row -> count(row.messages()));
    }

    private static String count(long messages) {
        return messages < 10_000_000 ? Texts.FIGURES.count(messages) : Texts.FIGURES.shortCount(messages);
    }

    /** The first column: names with their indent. */
    public TableColumn<TreeRow, TreeRow> subject() {
        return subject;
    }

    /**
     * Lays the columns out behind that of the subjects.
     *
     * @param orders what a click on a column's head sorts by. Names go up and figures down, so that the first click shows
     *     what one looks for, and the next one goes back to names
     * @param sort is told; the table itself sorts nothing
     */
    public void columns(
            List<TableColumn<TreeRow, TreeRow>> others,
            Map<TableColumn<TreeRow, TreeRow>, RowOrder> orders,
            Consumer<RowOrder> sort) {
        table.getColumns().add(subject);
        table.getColumns().addAll(others);
        table.getSortOrder().setAll(List.of(subject));
        table.setSortPolicy(view -> {
            var by = view.getSortOrder().isEmpty()
                    ? subject
                    : view.getSortOrder().getFirst();
            by.setSortType(by.equals(subject) ? SortType.ASCENDING : SortType.DESCENDING);
            sort.accept(orders.getOrDefault(by, RowOrder.NAME));
            return true;
        });
    }

    /** @param menu makes the menu of a row, which shows another subject as one scrolls */
    public void menus(Function<Supplier<@Nullable TreeRow>, ContextMenu> menu) {
        menus = menu;
    }

    private TableRow<TreeRow> row() {
        var row = new TableRow<TreeRow>();
        row.setOnMouseClicked(event -> {
            TreeRow now = now(row);
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && now != null) {
                toggle(now);
            }
        });
        row.setContextMenu(menus.apply(() -> now(row)));
        return row;
    }

    /** What a row of the table shows now; its item may be of an earlier picture. */
    private @Nullable TreeRow now(TableRow<TreeRow> row) {
        TreeRows rows = shown;
        return row.isEmpty() || rows == null || row.getIndex() >= rows.size()
                ? null
                : new TreeRow(rows, row.getIndex());
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> stepIn();
            case LEFT -> stepOut();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** @param emptyText what is said when there are no rows */
    public void show(@Nullable TreeRows rows, String emptyText) {
        empty.setText(emptyText);
        TreeRows before = shown;
        shown = rows;
        if (rows == null) {
            items.show(0, index -> {
                throw new IndexOutOfBoundsException(index);
            });
            return;
        }
        applying = true;
        if (before != null && before.tree().equals(rows.tree()) && before.size() == rows.size()) {
            items.exchange(index -> new TreeRow(rows, index));
            redraw();
        } else {
            items.show(rows.size(), index -> new TreeRow(rows, index));
        }
        applying = false;
        showSelection(false);
    }

    /** What is said when all rows are filtered out. */
    public static String filteredText(TreeRows rows, String filter) {
        return Texts.WORDS.say("empty.filtered", Texts.FIGURES.count(rows.allSubjects()), filter);
    }

    /** Draws the rows that are on the screen anew. */
    public void redraw() {
        VisibleRows.forEach(table, row -> {
            TreeRow now = now(row);
            for (Node cell : row.getChildrenUnmodifiable()) {
                if (now != null && cell instanceof LiveCell live) {
                    live.redraw(now);
                }
            }
        });
    }

    /** Another subject is selected now. */
    public void selectionChanged() {
        showSelection(!selectingByHand);
    }

    private void showSelection(boolean scroll) {
        int row = model.selectedRow();
        var selection = table.getSelectionModel();
        applying = true;
        if (row < 0) {
            selection.clearSelection();
            awaitingRow |= scroll;
        } else if (selection.getSelectedIndex() != row || awaitingRow) {
            selection.clearAndSelect(row);
            table.getFocusModel().focus(row);
            if (scroll || awaitingRow) {
                scrollTo(row);
            }
            awaitingRow = false;
        }
        applying = false;
    }

    private void selected(int row) {
        TreeRows rows = shown;
        if (applying || rows == null || row < 0 || row >= rows.size()) {
            return;
        }
        selectingByHand = true;
        model.select(new TreeRow(rows, row).subject());
        selectingByHand = false;
    }

    private void toggle(TreeRow row) {
        if (row.hasChildren()) {
            model.open(row.node(), !row.isExpanded());
        }
    }

    /** Right: opens the branch, or goes to its first child. */
    private void stepIn() {
        withSelected(row -> {
            if (row.hasChildren() && !row.isExpanded()) {
                toggle(row);
            } else if (row.hasChildren()) {
                moveTo(row.index() + 1);
            }
        });
    }

    /** Left: closes the branch, or goes to the branch that it is in. */
    private void stepOut() {
        withSelected(row -> {
            if (row.isExpanded()) {
                toggle(row);
                return;
            }
            int parent = row.rows().tree().parent(row.node());
            if (parent > SubjectTree.ROOT) {
                moveTo(row.rows().rowOf(parent));
            }
        });
    }

    private void moveTo(int row) {
        TreeRows rows = shown;
        if (rows != null && row >= 0 && row < rows.size()) {
            model.select(new TreeRow(rows, row).subject());
            scrollTo(row);
        }
    }

    private void scrollTo(int row) {
        // A little above, so that the branch stays in sight.
        table.scrollTo(Math.max(0, row - 3));
    }

    /** Does something with the selected row, if one is. */
    public void withSelected(Consumer<TreeRow> use) {
        TreeRows rows = shown;
        int row = model.selectedRow();
        if (rows != null && row >= 0) {
            use.accept(new TreeRow(rows, row));
        }
    }

    public TableView<TreeRow> root() {
        return table;
    }
}
