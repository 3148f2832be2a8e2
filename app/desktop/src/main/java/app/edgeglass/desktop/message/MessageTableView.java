package app.edgeglass.desktop.message;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.message.HeaderBlock;
import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.SnapshotList;
import app.edgeglass.desktop.fx.VisibleRows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dense table of all messages at and below the selected subject, newest at the bottom. */
public final class MessageTableView {

    /** What the view asks of others. */
    public interface Actions {

        /** How a payload reads in one line. */
        String preview(MessageHead message, int limit);

        /** Saves what the table shows. */
        void export();
    }

    private static final int VALUE_CHARACTERS = 300;
    private static final int SUBJECT_CHARACTERS = 300;
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final MessageTableViewModel model;
    private final Actions actions;
    private final SnapshotList<MessageRow> items = new SnapshotList<>();
    private final TableView<MessageRow> table = new TableView<>(items);
    private final Label title = new Label();
    private final Label extent = new Label();
    private final Label empty = new Label();
    private final Button follow = new Button();
    private final VBox root;
    private @Nullable TableColumn<MessageRow, MessageRow> subjectColumn;
    private @Nullable BranchRows shown;
    private boolean applying;

    public MessageTableView(MessageTableViewModel model, EmColumns widths, Actions actions) {
        this.model = model;
        this.actions = actions;
        table.setId("message-table");
        table.setAccessibleText(Texts.WORDS.say("table.accessible"));
        table.getStyleClass().addAll("eg-messages", "dense");
        table.setPlaceholder(empty);
        empty.getStyleClass().add("eg-placeholder");
        empty.setWrapText(true);
        addColumns(widths);
        table.setRowFactory(view -> row());
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> selected(index.intValue()));
        table.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (isOnScrollBar(event.getTarget())) {
                model.followingProperty().set(false);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        follow.setId("message-table-follow-button");
        follow.getStyleClass().addAll("accent", "small", "eg-follow-pill");
        follow.setOnAction(event -> model.followingProperty().set(true));
        var stack = new StackPane(table, follow);
        StackPane.setAlignment(follow, Pos.BOTTOM_CENTER);
        VBox.setVgrow(stack, Priority.ALWAYS);
        root = new VBox(header(), stack);
        root.getStyleClass().add("eg-message-pane");
        model.rowsProperty().subscribe(this::show);
        model.branchProperty().subscribe(this::titles);
        model.followingProperty().subscribe(this::pill);
        model.unseenProperty().subscribe(this::pill);
        pill();
    }

    private HBox header() {
        title.getStyleClass().add("eg-pane-title");
        title.setId("message-table-title");
        title.setMinWidth(0);
        extent.getStyleClass().add("eg-pane-note");
        extent.setId("message-table-extent");
        extent.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var export = new Button(Texts.WORDS.say("table.export"));
        export.setId("message-table-export-button");
        export.getStyleClass().addAll("flat", "small");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> actions.export());
        var header = new HBox(title, extent, space, export);
        header.getStyleClass().add("eg-pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void addColumns(EmColumns widths) {
        var time = column("table.column.time", "message-table-column-time", "eg-message-time", this::time);
        var subject =
                column("table.column.subject", "message-table-column-subject", "eg-message-subject", this::subject);
        var size = column(
                "table.column.size",
                "message-table-column-size",
                "eg-message-number",
                row -> row.head()
                        .map(head -> Sizes.say(head.payloadSize(), Texts.WORDS.locale()))
                        .orElse(""));
        var headers = column(
                "table.column.headers",
                "message-table-column-headers",
                "eg-message-number",
                row -> row.head()
                        .map(head -> HeaderBlock.parse(head.headerBlock()).size())
                        .filter(count -> count > 0)
                        .map(count -> Texts.FIGURES.count(count))
                        .orElse(""));
        var value = column("table.column.value", "message-table-column-value", "eg-message-value", this::value);
        subjectColumn = subject;
        table.getColumns().setAll(List.of(time, subject, size, headers, value));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        widths.fixed(time, 8.2);
        widths.fixed(size, 5.4);
        widths.fixed(headers, 4.2);
        widths.flexible(subject, 7, 15);
        widths.flexible(value, 6, 23);
    }

    private static TableColumn<MessageRow, MessageRow> column(
            String key, String id, String styleClass, Function<MessageRow, String> text) {
        var column = new TableColumn<MessageRow, MessageRow>(Texts.WORDS.say(key));
        column.setId(id);
        column.setReorderable(false);
        column.setSortable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new MessageCell(styleClass, text));
        return column;
    }

    private String time(MessageRow row) {
        if (row.isGap()) {
            return row.rows().gapAt(row.index()).map(gap -> time(gap.from())).orElse("");
        }
        return row.head().map(head -> time(head.at())).orElse("");
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private String subject(MessageRow row) {
        return row.head()
                .map(head -> SafeText.show(below(head.subject()), SUBJECT_CHARACTERS))
                .orElse("");
    }

    /** The part of a subject that the title does not say already. */
    private String below(String subject) {
        String branch = model.branchProperty().get();
        if (branch.isEmpty()) {
            return subject;
        }
        if (!subject.equals(branch) && !subject.startsWith(branch + ".")) {
            return subject; // One of many that count together.
        }
        return subject.length() > branch.length() ? subject.substring(branch.length() + 1) : "·";
    }

    private String value(MessageRow row) {
        if (row.isGap()) {
            return row.rows()
                    .gapAt(row.index())
                    .map(MessageTableView::gapText)
                    .orElse(Texts.WORDS.say("table.gap-unknown"));
        }
        return row.head().map(head -> actions.preview(head, VALUE_CHARACTERS)).orElse(Texts.WORDS.say("table.evicted"));
    }

    private static String gapText(Gap gap) {
        Instant until = gap.until();
        return Texts.WORDS.say("table.gap", time(gap.from()), until == null ? "…" : time(until));
    }

    private static TableRow<MessageRow> row() {
        var row = new TableRow<MessageRow>();
        row.itemProperty().subscribe(item -> row.pseudoClassStateChanged(GAP, item != null && item.isGap()));
        return row;
    }

    private void show(@Nullable BranchRows rows) {
        BranchRows before = shown;
        shown = rows;
        titles();
        applying = true;
        if (rows == null) {
            items.show(0, index -> {
                throw new IndexOutOfBoundsException(index);
            });
        } else if (!sameRows(rows)) {
            int top = VisibleRows.of(table).from();
            items.show(rows.size(), index -> new MessageRow(rows, index));
            if (model.followingProperty().get()) {
                table.getSelectionModel().clearSelection();
                table.scrollTo(rows.size() - 1);
            } else if (gone(before, rows) > 0) {
                // The oldest rows went: what is being read stays where it is.
                table.scrollTo((int) Math.max(0, top - gone(before, rows)));
            }
        }
        int selected = model.selectedRow();
        if (selected < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != selected) {
            table.getSelectionModel().clearAndSelect(selected);
        }
        applying = false;
    }

    /** How many of the oldest rows are there no longer. */
    private static long gone(@Nullable BranchRows before, BranchRows now) {
        return before == null || !before.capture().equals(now.capture()) ? 0 : now.before() - before.before();
    }

    /** Whether the table shows these rows already. */
    private boolean sameRows(BranchRows rows) {
        int size = rows.size();
        if (size != items.size() || size == 0) {
            return size == 0 && items.isEmpty();
        }
        return items.getFirst().equals(new MessageRow(rows, 0))
                && items.getLast().equals(new MessageRow(rows, size - 1));
    }

    private void titles() {
        BranchRows rows = shown;
        String branch = model.branchProperty().get();
        title.setText(
                branch.isEmpty() ? Texts.WORDS.say("table.title.all") : SafeText.show(branch, SUBJECT_CHARACTERS));
        if (rows == null) {
            extent.setText("");
            empty.setText(Texts.WORDS.say("table.empty.nothing"));
            return;
        }
        empty.setText(Texts.WORDS.say(
                model.filterProperty().get().isEmpty() ? "table.empty.nothing" : "table.empty.filtered"));
        boolean severalSubjects = rows.capture().tree().firstChild(rows.branch()) != SubjectTree.NONE
                || branch.endsWith(".*")
                || rows.capture().tree().isRest(rows.branch());
        if (subjectColumn != null && subjectColumn.isVisible() != severalSubjects) {
            subjectColumn.setVisible(severalSubjects);
        }
        String count = Texts.FIGURES.count(rows.size());
        String said = rows.incomplete()
                ? Texts.WORDS.say("table.extent.incomplete", count)
                : rows.before() > 0
                        ? Texts.WORDS.say("table.extent.last", count)
                        : Texts.WORDS.say("table.extent", count);
        boolean undecided = rows.undecided() > 0;
        extent.setText(
                undecided
                        ? Texts.WORDS.say("table.extent.undecided", said, Texts.FIGURES.count(rows.undecided()))
                        : said);
        extent.setTooltip(undecided ? new Tooltip(Texts.WORDS.say("table.extent.undecided.explained")) : null);
    }

    private void pill() {
        boolean visible = !model.followingProperty().get();
        follow.setVisible(visible);
        follow.setManaged(visible);
        long unseen = model.unseenProperty().get();
        follow.setText(
                unseen == 0
                        ? Texts.WORDS.say("table.follow")
                        : Texts.WORDS.say("table.follow.new", Texts.FIGURES.shortCount(unseen)));
        if (!visible) {
            table.getSelectionModel().clearSelection();
            table.scrollTo(Math.max(0, items.size() - 1));
        }
    }

    private void selected(int row) {
        BranchRows rows = shown;
        if (!applying && rows != null && row >= 0 && row < rows.size() && row != model.selectedRow()) {
            model.select(rows, row);
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case END -> {
                model.followingProperty().set(true);
                event.consume();
            }
            case PAGE_UP, HOME -> model.followingProperty().set(false);
            case UP, DOWN -> {
                // While it follows nothing is selected, and the table would start from anywhere.
                if (table.getSelectionModel().isEmpty()) {
                    model.step(0);
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void scrolled(ScrollEvent event) {
        if (items.isEmpty()) {
            return;
        }
        if (event.getDeltaY() > 0) {
            model.followingProperty().set(false);
        } else if (event.getDeltaY() < 0
                && model.selectedRow() < 0
                && VisibleRows.of(table).to() >= items.size()) {
            model.followingProperty().set(true);
        }
    }

    private static boolean isOnScrollBar(EventTarget target) {
        for (Node node = target instanceof Node at ? at : null; node != null; node = node.getParent()) {
            if (node instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    /** Gives the keyboard to the table. */
    public void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            model.step(0);
        }
    }

    public Parent root() {
        return root;
    }
}
