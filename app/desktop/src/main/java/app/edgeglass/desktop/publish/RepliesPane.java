package app.edgeglass.desktop.publish;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.Reply;
import app.edgeglass.core.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The replies to a request: a table of them when there are several, and the one looked at. */
final class RepliesPane {

    private static final int VALUE_CHARACTERS = 200;
    private static final int HEADER_CHARACTERS = 300;

    private final Payloads payloads;
    private final PayloadPane payload;
    private final ObservableList<Reply> items = FXCollections.observableArrayList();
    private final TableView<Reply> table = new TableView<>(items);
    private final Label notice = new Label();
    private final VBox headers = new VBox();
    private final SplitPane root = new SplitPane();
    private final VBox detail;
    private String subject = "";
    private @Nullable Reply shown;

    RepliesPane(Payloads payloads, PayloadPane payload) {
        this.payloads = payloads;
        this.payload = payload;
        table.setId("publish-replies");
        table.setAccessibleText(Texts.WORDS.say("replies.accessible"));
        table.getStyleClass().addAll("dense", "eg-replies");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column(
                                Texts.WORDS.say("replies.column.number"),
                                40,
                                "eg-reply-number",
                                reply -> Texts.FIGURES.count(reply.number())),
                        column(
                                Texts.WORDS.say("replies.column.latency"),
                                80,
                                "eg-reply-number",
                                reply -> Texts.FIGURES.latency(reply.latency())),
                        column(
                                Texts.WORDS.say("replies.column.size"),
                                70,
                                "eg-reply-number",
                                reply -> Texts.size(reply.payload().length)),
                        column(Texts.WORDS.say("replies.column.value"), 200, "eg-reply-value", this::value)));
        table.getSelectionModel().selectedItemProperty().subscribe(reply -> {
            if (reply != null) {
                look(reply);
            }
        });
        notice.setId("publish-reply-notice");
        notice.setWrapText(true);
        notice.setMinHeight(VBox.USE_PREF_SIZE);
        notice.getStyleClass().add("eg-reply-notice");
        headers.setId("publish-reply-headers");
        headers.getStyleClass().add("eg-reply-headers");
        VBox.setVgrow(payload.node(), Priority.ALWAYS);
        detail = new VBox(notice, headers, payload.node());
        detail.getStyleClass().add("eg-reply-detail");
        detail.setMinSize(0, 0);
        root.setOrientation(Orientation.VERTICAL);
        root.setMinSize(0, 0);
        root.getItems().setAll(detail);
        root.getStyleClass().add("eg-replies-pane");
    }

    private TableColumn<Reply, Reply> column(
            String title, double width, String styleClass, Function<Reply, String> text) {
        var column = new TableColumn<Reply, Reply>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new ReplyCell(styleClass, text));
        return column;
    }

    private static final class ReplyCell extends TableCell<Reply, Reply> {

        private final Function<Reply, String> text;

        ReplyCell(String styleClass, Function<Reply, String> text) {
            this.text = text;
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(@Nullable Reply reply, boolean empty) {
            super.updateItem(reply, empty);
            setText(empty || reply == null ? null : text.apply(reply));
        }
    }

    private String value(Reply reply) {
        String problem = problem(reply).orElse("");
        if (!problem.isEmpty()) {
            return problem;
        }
        return reply.payload().length == 0
                ? Texts.WORDS.say("replies.empty-payload")
                : payloads.preview(reply.payload(), reply.payload().length, subject, VALUE_CHARACTERS);
    }

    private static Optional<String> problem(Reply reply) {
        String status = reply.status();
        return status != null
                ? Optional.of(Texts.WORDS.say("replies.status", SafeText.show(status, HEADER_CHARACTERS)))
                : reply.serviceError()
                        .map(error ->
                                Texts.WORDS.say("replies.service-error", SafeText.show(error, HEADER_CHARACTERS)));
    }

    /** Shows replies; those that are shown already stay as they are, and the selected one selected. */
    void show(String from, List<Reply> replies) {
        subject = from;
        boolean goesOn = !items.isEmpty()
                && replies.size() >= items.size()
                && replies.getFirst().equals(items.getFirst());
        if (goesOn) {
            items.addAll(replies.subList(items.size(), replies.size()));
        } else {
            items.setAll(replies);
        }
        if (items.size() > 1 && root.getItems().size() == 1) {
            root.getItems().setAll(table, detail);
            root.setDividerPositions(0.45);
        } else if (items.size() <= 1 && root.getItems().size() == 2) {
            root.getItems().setAll(detail);
        }
        if (!goesOn && !items.isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
            look(items.getFirst());
        }
    }

    private void look(Reply reply) {
        if (reply.equals(shown)) {
            return;
        }
        shown = reply;
        Optional<String> problem = problem(reply);
        notice.setText(problem.orElse(""));
        notice.setVisible(problem.isPresent());
        notice.setManaged(problem.isPresent());
        headers.getChildren()
                .setAll(reply.headers().stream().map(RepliesPane::line).toList());
        headers.setVisible(!reply.headers().isEmpty());
        headers.setManaged(!reply.headers().isEmpty());
        payload.show(subject, reply.payload());
    }

    private static Node line(Header header) {
        var line = new Label(SafeText.show(header.name() + ": " + header.value(), HEADER_CHARACTERS));
        line.getStyleClass().add("eg-reply-header");
        return line;
    }

    SplitPane root() {
        return root;
    }
}
