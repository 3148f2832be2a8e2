package app.edgeglass.desktop.subject;

import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.SnapshotList;
import app.edgeglass.desktop.fx.VisibleRows;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * The live tree: a table of the visible rows, so that a hundred thousand subjects cost no more than the forty that are on
 * the screen. Rows are drawn anew in place; the table itself changes only when rows come or go.
 */
public final class SubjectTreeView {

    /** What the view asks of others. */
    public interface Actions {

        /** A key was typed that is no command of the tree: the start of a search. */
        void startSearch(String typed);

        /** The selected branch's messages are wanted. */
        void openMessages();

        void copySubject(String subject);

        void copyValue(MessageHead message);

        void publishTo(String subject);

        void subscribeTo(String pattern);

        void filterBy(String pattern);

        void export();

        /** How a payload reads in one line. */
        String preview(MessageHead message, int limit);
    }

    private static final int VALUE_BYTES = 1024;
    private static final int VALUE_CHARACTERS = 160;

    private final SubjectTreeViewModel model;
    private final Actions actions;
    private final SnapshotList<TreeRow> items = new SnapshotList<>();
    private final TableView<TreeRow> table = new TableView<>(items);
    private final Label empty = new Label();
    private @Nullable TreeRows shown;
    private boolean applying;
    /** A subject was selected that has no row yet; its row is to be brought into sight when it comes. */
    private boolean awaitingRow;
    /** The row was chosen here, so it is in sight already. */
    private boolean selectingByHand;

    public SubjectTreeView(SubjectTreeViewModel model, EmColumns widths, Actions actions) {
        this.model = model;
        this.actions = actions;
        table.setId("subject-tree");
        table.setAccessibleText(Texts.WORDS.say("tree.accessible"));
        table.getStyleClass().addAll("eg-tree", "dense");
        table.setPlaceholder(empty);
        empty.getStyleClass().add("eg-placeholder");
        empty.setWrapText(true);
        addColumns(widths);
        table.setRowFactory(view -> row());
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> selected(index.intValue()));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> TreeKeys.pressed(event, this));
        table.addEventFilter(KeyEvent.KEY_TYPED, event -> TreeKeys.typed(event, actions));
        table.hoverProperty().subscribe(inside -> model.pointerInsideProperty().set(inside));
        model.rowsProperty().subscribe(this::show);
        model.agesProperty().subscribe(() -> redraw());
        model.selectedSubjectProperty().subscribe(() -> selectRow(!selectingByHand));
    }

    private void addColumns(EmColumns widths) {
        var subject = column("tree.column.subject", row -> "", null);
        subject.setId("subject-tree-column-subject");
        subject.setCellFactory(column -> new SubjectCell(this::toggle));
        var value = column("tree.column.value", this::value, "eg-tree-value");
        var messages = column("tree.column.messages", row -> count(row.messages()), "eg-tree-number");
        var rate = column("tree.column.rate", row -> Texts.FIGURES.rate(row.rate()), "eg-tree-number");
        var age = column("tree.column.age", row -> "", null);
        age.setCellFactory(column -> new AgeCell());
        age.getStyleClass().add("eg-tree-number");
        value.setSortable(false);
        var orders = Map.of(
                subject, RowOrder.NAME,
                messages, RowOrder.MESSAGES,
                rate, RowOrder.RATE,
                age, RowOrder.LAST_CHANGE);
        table.getColumns().setAll(java.util.List.of(subject, value, messages, rate, age));
        table.getSortOrder().setAll(java.util.List.of(subject));
        // The model sorts; the table only says by what. Names go up and figures down, so that the first click on a
        // header shows what one looks for, and the next one goes back to names.
        table.setSortPolicy(view -> {
            var by = view.getSortOrder().isEmpty()
                    ? subject
                    : view.getSortOrder().getFirst();
            by.setSortType(by.equals(subject) ? SortType.ASCENDING : SortType.DESCENDING);
            model.orderProperty().set(orders.getOrDefault(by, RowOrder.NAME));
            return true;
        });
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        widths.fixed(messages, 5.6);
        widths.fixed(rate, 4.6);
        widths.fixed(age, 4.4);
        widths.flexible(subject, 11.5, 19);
        widths.flexible(value, 4, 17);
    }

    private static TableColumn<TreeRow, TreeRow> column(
            String key, Function<TreeRow, String> text, @Nullable String styleClass) {
        var column = new TableColumn<TreeRow, TreeRow>(Texts.WORDS.say(key));
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        if (styleClass != null) {
            column.getStyleClass().add(styleClass);
            column.setCellFactory(c -> cell(styleClass, text));
        }
        return column;
    }

    private static TableCell<TreeRow, TreeRow> cell(String styleClass, Function<TreeRow, String> text) {
        return new TextCell(styleClass, text);
    }

    /** To the message, as long as there is room for it. */
    private static String count(long messages) {
        return messages < 10_000_000 ? Texts.FIGURES.count(messages) : Texts.FIGURES.shortCount(messages);
    }

    private String value(TreeRow row) {
        return model.lastMessage(row.rows(), row.index(), VALUE_BYTES)
                .map(message -> actions.preview(message, VALUE_CHARACTERS))
                .orElse("");
    }

    private TableRow<TreeRow> row() {
        var row = new TableRow<TreeRow>();
        row.setOnMouseClicked(event -> {
            TreeRow now = now(row);
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && now != null) {
                toggle(now);
            }
        });
        row.setContextMenu(new TreeMenu(() -> now(row), model, actions).menu());
        return row;
    }

    /** What a row of the table shows now; its item may be of an earlier picture. */
    private @Nullable TreeRow now(TableRow<TreeRow> row) {
        TreeRows rows = shown;
        return row.isEmpty() || rows == null || row.getIndex() >= rows.size()
                ? null
                : new TreeRow(rows, row.getIndex());
    }

    private void show(@Nullable TreeRows rows) {
        empty.setText(emptyText(rows));
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
        selectRow(false);
    }

    /** Draws the rows that are on the screen anew. */
    private void redraw() {
        VisibleRows.forEach(table, row -> {
            TreeRow now = now(row);
            for (Node cell : row.getChildrenUnmodifiable()) {
                if (now != null && cell instanceof LiveCell live) {
                    live.redraw(now);
                }
            }
        });
    }

    private String emptyText(@Nullable TreeRows rows) {
        if (rows == null) {
            return Texts.WORDS.say("tree.empty.no-session");
        }
        if (rows.allSubjects() > 0) {
            return Texts.WORDS.say(
                    "tree.empty.filtered",
                    Texts.FIGURES.count(rows.allSubjects()),
                    model.filterProperty().get().text());
        }
        return Texts.WORDS.say("tree.empty.silent");
    }

    private void selectRow(boolean scroll) {
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
    void stepIn() {
        withSelected(row -> {
            if (row.hasChildren() && !row.isExpanded()) {
                toggle(row);
            } else if (row.hasChildren()) {
                moveTo(row.index() + 1);
            }
        });
    }

    /** Left: closes the branch, or goes to the branch that it is in. */
    void stepOut() {
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

    void withSelected(Consumer<TreeRow> use) {
        TreeRows rows = shown;
        int row = model.selectedRow();
        if (rows != null && row >= 0) {
            use.accept(new TreeRow(rows, row));
        }
    }

    /** Clears the filter. */
    boolean clearFilter() {
        boolean filtered = !model.filterProperty().get().isEmpty();
        if (filtered) {
            actions.filterBy("");
        }
        return filtered;
    }

    void openMessages() {
        actions.openMessages();
    }

    void copySubject() {
        withSelected(row -> actions.copySubject(row.subject()));
    }

    void copyValue() {
        withSelected(row ->
                model.lastMessage(row.rows(), row.index(), Integer.MAX_VALUE).ifPresent(actions::copyValue));
    }

    public TableView<TreeRow> root() {
        return table;
    }
}
