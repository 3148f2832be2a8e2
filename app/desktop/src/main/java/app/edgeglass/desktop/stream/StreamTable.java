package app.edgeglass.desktop.stream;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.EmColumns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The table of streams. What is selected stays so by its name, whatever comes in between. */
final class StreamTable {

    private final Clock clock;
    private final ObservableList<StreamRow> rows = FXCollections.observableArrayList();
    private final TableView<StreamRow> table;

    StreamTable(EmColumns widths, Clock clock) {
        this.clock = clock;
        var sorted = new SortedList<>(rows);
        table = new TableView<>(sorted);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setId("stream-table");
        table.setAccessibleText(Texts.WORDS.say("list.accessible"));
        table.getStyleClass().addAll("eg-streams", "dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addColumns(widths);
    }

    private void addColumns(EmColumns widths) {
        var name = StreamCells.text(
                "stream-column-name",
                Texts.WORDS.say("column.name"),
                "eg-stream-name",
                StreamRow::name,
                Comparator.comparing(StreamRow::name, String.CASE_INSENSITIVE_ORDER));
        var subjects = StreamCells.text(
                "stream-column-subjects",
                Texts.WORDS.say("column.subjects"),
                "eg-stream-subjects",
                StreamRow::subjects,
                Comparator.comparing(StreamRow::subjects));
        var messages = number(
                "messages",
                Texts.WORDS.say("column.messages"),
                row -> row.info() == null ? "" : Texts.FIGURES.count(row.messages()),
                Comparator.comparingLong(StreamRow::messages));
        var bytes = number(
                "bytes",
                Texts.WORDS.say("column.bytes"),
                row -> row.info() == null ? "" : Sizes.say(row.bytes(), Texts.WORDS.locale()),
                Comparator.comparingLong(StreamRow::bytes));
        var fill = StreamCells.fill("stream-column-fill", Texts.WORDS.say("column.fill"));
        var in = number(
                "in",
                Texts.WORDS.say("column.in"),
                row -> Texts.FIGURES.rate(row.in()),
                Comparator.comparingDouble(StreamRow::in));
        var out = number(
                "out",
                Texts.WORDS.say("column.out"),
                row -> Texts.FIGURES.rate(row.out()),
                Comparator.comparingDouble(StreamRow::out));
        var consumers = number(
                "consumers",
                Texts.WORDS.say("column.consumers"),
                row -> row.info() == null ? "" : Texts.FIGURES.count(row.consumers()),
                Comparator.comparingInt(StreamRow::consumers));
        var last = number(
                "last",
                Texts.WORDS.say("column.last"),
                this::age,
                Comparator.comparing(row -> row.last().orElse(Instant.EPOCH)));
        var kind = StreamCells.text(
                "stream-column-kind",
                Texts.WORDS.say("column.kind"),
                "eg-stream-kind",
                StreamTable::kind,
                Comparator.comparing(StreamTable::kind));
        var replicas = StreamCells.text(
                "stream-column-replicas",
                Texts.WORDS.say("column.replicas"),
                "eg-stream-kind",
                StreamTable::replicas,
                Comparator.comparing(StreamTable::replicas));
        var lag = number(
                "lag",
                Texts.WORDS.say("column.lag"),
                row -> row.lag() == 0 ? "" : Texts.FIGURES.shortCount(row.lag()),
                Comparator.comparingLong(StreamRow::lag));
        var warnings = StreamCells.warnings("stream-column-warnings", Texts.WORDS.say("column.warnings"));
        table.getColumns()
                .setAll(List.of(
                        name, subjects, messages, bytes, fill, in, out, consumers, last, kind, replicas, lag,
                        warnings));
        widths.flexible(name, 7, 11);
        widths.flexible(subjects, 6, 12);
        widths.fixed(messages, 6.4);
        widths.fixed(bytes, 5.6);
        widths.fixed(fill, 6.6);
        widths.fixed(in, 4.4);
        widths.fixed(out, 4.4);
        widths.fixed(consumers, 5.6);
        widths.fixed(last, 4.6);
        widths.fixed(kind, 9.4);
        widths.fixed(replicas, 5.4);
        widths.fixed(lag, 4);
        widths.flexible(warnings, 8, 14);
    }

    private static TableColumn<StreamRow, StreamRow> number(
            String id, String title, Function<StreamRow, String> text, Comparator<StreamRow> order) {
        TableColumn<StreamRow, StreamRow> column =
                StreamCells.text("stream-column-" + id, title, "eg-stream-number", text, order);
        // Whoever sorts by a number looks for the largest.
        column.setSortType(TableColumn.SortType.DESCENDING);
        return column;
    }

    private String age(StreamRow row) {
        return row.last()
                .map(at -> Texts.FIGURES.age(Duration.between(at, clock.instant())))
                .orElse("");
    }

    private static String kind(StreamRow row) {
        var info = row.info();
        if (info == null) {
            return "";
        }
        String kind = StreamText.retention(info.retention()) + " · " + StreamText.storage(info.storage());
        return info.is("sealed") ? Texts.WORDS.say("list.sealed", kind) : kind;
    }

    private static String replicas(StreamRow row) {
        var info = row.info();
        if (info == null) {
            return "";
        }
        String leader = row.leader();
        return leader.isEmpty() ? "R" + info.copies() : Texts.WORDS.say("list.replicas", info.copies(), leader);
    }

    void show(List<StreamRow> now) {
        String chosen = selected().map(StreamRow::name).orElse("");
        rows.setAll(now);
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).name().equals(chosen)) {
                table.getSelectionModel().select(i);
                return;
            }
        }
        table.getSelectionModel().clearSelection();
    }

    Optional<StreamRow> selected() {
        @Nullable StreamRow row = table.getSelectionModel().getSelectedItem();
        return Optional.ofNullable(row);
    }

    TableView<StreamRow> root() {
        return table;
    }
}
