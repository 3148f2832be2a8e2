package app.edgeglass.desktop;

import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

/** The real window, looked at and driven through its Subjects screen. */
final class SubjectsWindow implements AutoCloseable {

    private final UiDriver ui;
    private final FxRobot robot = new FxRobot();

    private SubjectsWindow(UiDriver ui) {
        this.ui = ui;
    }

    /** Opens the window, of the size that its pictures have. */
    static SubjectsWindow open(Path home) {
        var ui = UiDriver.open(home);
        ui.resize(1440, 900);
        return new SubjectsWindow(ui);
    }

    UiDriver ui() {
        return ui;
    }

    /** Types the server's address and connects to it. */
    void connect(String url) {
        ui.fill("start-url", url);
        ui.press(KeyCode.ENTER);
        awaitOpen();
    }

    void awaitOpen() {
        ui.await(
                "an open session", () -> ui.wiring().connection().openProperty().get() != null);
    }

    OpenSession session() {
        return Objects.requireNonNull(
                UiDriver.onFx(() -> ui.wiring().connection().openProperty().get()));
    }

    /** Waits until what the bar offers has been subscribed to, and the server knows it. */
    void awaitSubscription(String pattern) {
        ui.await(
                "a subscription to " + pattern,
                () -> ui.wiring().subjects().subscriptions().items().stream()
                        .anyMatch(item -> item.subscription().pattern().text().equals(pattern) && item.enabled()));
        try {
            session().session().openConnection().flush(UiDriver.PATIENCE);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the tree shows now. */
    TreeRows tree() {
        return UiDriver.onFx(() -> rows());
    }

    private TreeRows rows() {
        return Objects.requireNonNull(
                ui.wiring().subjects().tree().rowsProperty().get());
    }

    void awaitTree(String what, Predicate<TreeRows> condition) {
        ui.await(what, () -> {
            TreeRows rows = ui.wiring().subjects().tree().rowsProperty().get();
            return rows != null && condition.test(rows);
        });
    }

    /** The messages of each subject that has a row, as the tree counts them; branches are left out. */
    Map<String, Long> counts() {
        return UiDriver.onFx(() -> counts(rows()));
    }

    private static Map<String, Long> counts(TreeRows rows) {
        var counts = new TreeMap<String, Long>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.children()[row] == 0) {
                counts.put(rows.tree().subject(rows.nodes()[row]), rows.messages()[row]);
            }
        }
        return counts;
    }

    /** The messages at and below a subject or a branch, as its row says. */
    long messages(String subject) {
        return UiDriver.onFx(() -> {
            TreeRows rows = rows();
            int node = rows.tree().find(subject);
            int row = node == SubjectTree.NONE ? -1 : rows.rowOf(node);
            return row < 0 ? 0 : rows.messages()[row];
        });
    }

    /** Waits until it holds; asked here, not on the window's thread, so that it may look at the window itself. */
    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(UiDriver.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    /** A counter of the status bar. */
    long counter(String id) {
        return Long.parseLong(ui.text("status-" + id).replaceAll("\\D", ""));
    }

    /** What stands in the visible rows of a table, cell by cell, from the top. */
    List<List<String>> texts(String tableId) {
        TableView<?> table = ui.node(tableId, TableView.class);
        return UiDriver.onFx(() -> visibleRows(table).map(SubjectsWindow::texts).toList());
    }

    private static java.util.stream.Stream<TableRow<?>> visibleRows(TableView<?> table) {
        return table.lookupAll(".table-row-cell").stream()
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .filter(row -> row.isVisible() && !row.isEmpty())
                .sorted(Comparator.comparingInt(IndexedCell::getIndex));
    }

    private static List<String> texts(TableRow<?> row) {
        return row.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof TableCell<?, ?> && node.isVisible())
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .map(node -> text((TableCell<?, ?>) node))
                .toList();
    }

    private static String text(TableCell<?, ?> cell) {
        String own = cell.getText() == null ? "" : cell.getText();
        return own.isEmpty()
                ? cell.lookupAll(".eg-tree-token").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining())
                : own;
    }

    /** Waits until a visible row of a table has this text in one of its cells. */
    void awaitCell(String tableId, String part) {
        TableView<?> table = ui.node(tableId, TableView.class);
        ui.await(
                "“" + part + "” in #" + tableId,
                () -> visibleRows(table).anyMatch(row -> texts(row).stream().anyMatch(text -> text.contains(part))));
    }

    /** The rows of the message table; none while there are none. */
    Optional<BranchRows> messageRows() {
        return Optional.ofNullable(UiDriver.onFx(
                () -> ui.wiring().subjects().messages().rowsProperty().get()));
    }

    /** Scrolls the message table, as by its scroll bar, until a row is in sight. */
    void scrollMessagesTo(IntPredicate wanted) {
        UiDriver.onFx(() -> {
            var messages = ui.wiring().subjects().messages();
            messages.followingProperty().set(false);
            BranchRows rows = Objects.requireNonNull(messages.rowsProperty().get());
            int row = IntStream.range(0, rows.size()).filter(wanted).findFirst().orElseThrow();
            ((TableView<?>) ui.wiring().window().stage().getScene().lookup("#message-table")).scrollTo(row);
            return row;
        });
        ui.settle();
    }

    /** Clicks the row of a subject that is to be seen. */
    void clickRow(String subject) {
        TableView<?> table = ui.node("subject-tree", TableView.class);
        awaitTree(
                "a row for " + subject,
                rows -> rows.tree().find(subject) != SubjectTree.NONE
                        && rows.rowOf(rows.tree().find(subject)) >= 0);
        UiDriver.onFx(() -> {
            table.scrollTo(Math.max(0, rows().rowOf(rows().tree().find(subject)) - 3));
            return table;
        });
        ui.settle();
        Node row = UiDriver.onFx(() -> {
            int index = rows().rowOf(rows().tree().find(subject));
            return visibleRows(table)
                    .filter(visible -> visible.getIndex() == index)
                    .findFirst()
                    .orElseThrow();
        });
        robot.clickOn(row);
        ui.settle();
    }

    /** Clicks the header of a column of the tree. */
    void clickHeader(String title) {
        TableView<?> table = ui.node("subject-tree", TableView.class);
        Node header = UiDriver.onFx(() -> table.lookupAll(".column-header").stream()
                .filter(node -> node.lookup(".label") instanceof Labeled label
                        && label.getText().equals(title))
                .findFirst()
                .orElseThrow());
        robot.clickOn(header);
        ui.settle();
    }

    String selected() {
        return UiDriver.onFx(
                () -> ui.wiring().subjects().tree().selectedSubjectProperty().get());
    }

    /** As {@link #selected}, on the window's thread. */
    String selectedNow() {
        return ui.wiring().subjects().tree().selectedSubjectProperty().get();
    }

    /** The id of what has the keys. */
    String focus() {
        return UiDriver.onFx(() -> {
            Node owner = ui.wiring().window().stage().getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    @Override
    public void close() {
        ui.close();
    }
}
