package app.edgeglass.desktop.subject;

import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.tree.TreeRow;
import app.edgeglass.desktop.control.tree.TreeTable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The live tree. */
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
    private final TreeTable tree;

    public SubjectTreeView(SubjectTreeViewModel model, EmColumns widths, Actions actions) {
        this.model = model;
        this.actions = actions;
        tree = new TreeTable("subject-tree", Texts.WORDS.say("tree.accessible"), model);
        tree.menus(this::menu);
        addColumns(widths);
        TableView<TreeRow> table = tree.root();
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> TreeKeys.pressed(event, this));
        table.addEventFilter(KeyEvent.KEY_TYPED, event -> TreeKeys.typed(event, actions));
        table.hoverProperty().subscribe(inside -> model.pointerInsideProperty().set(inside));
        model.rowsProperty().subscribe(rows -> tree.show(rows, emptyText(rows)));
        model.agesProperty().subscribe(() -> tree.redraw());
        model.selectedSubjectProperty().subscribe(() -> tree.selectionChanged());
    }

    private ContextMenu menu(Supplier<@Nullable TreeRow> row) {
        return new TreeMenu(row, model, actions).menu();
    }

    private void addColumns(EmColumns widths) {
        var value = TreeTable.column(Texts.WORDS.say("tree.column.value"), "eg-tree-value", this::value);
        var messages = TreeTable.messages();
        var rate = TreeTable.column(
                Texts.WORDS.say("tree.column.rate"), "eg-tree-number", row -> Texts.FIGURES.rate(row.rate()));
        var age = new TableColumn<TreeRow, TreeRow>(Texts.WORDS.say("tree.column.age"));
        age.setReorderable(false);
        age.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        age.setCellFactory(column -> new AgeCell());
        age.getStyleClass().add("eg-tree-number");
        value.setSortable(false);
        tree.columns(
                List.of(value, messages, rate, age),
                Map.of(messages, RowOrder.MESSAGES, rate, RowOrder.RATE, age, RowOrder.LAST_CHANGE),
                model.orderProperty()::set);
        widths.fixed(messages, 5.6);
        widths.fixed(rate, 4.6);
        widths.fixed(age, 4.4);
        widths.flexible(tree.subject(), 11.5, 19);
        widths.flexible(value, 4, 17);
    }

    private String value(TreeRow row) {
        return model.lastMessage(row.rows(), row.index(), VALUE_BYTES)
                .map(message -> actions.preview(message, VALUE_CHARACTERS))
                .orElse("");
    }

    private String emptyText(@Nullable TreeRows rows) {
        if (rows == null) {
            return Texts.WORDS.say("tree.empty.no-session");
        }
        return rows.allSubjects() > 0
                ? TreeTable.filteredText(rows, model.filterProperty().get().text())
                : Texts.WORDS.say("tree.empty.silent");
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
        tree.withSelected(row -> actions.copySubject(row.subject()));
    }

    void copyValue() {
        tree.withSelected(row ->
                model.lastMessage(row.rows(), row.index(), Integer.MAX_VALUE).ifPresent(actions::copyValue));
    }

    public TableView<TreeRow> root() {
        return tree.root();
    }
}
