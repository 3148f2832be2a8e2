package app.edgeglass.desktop.advisory;

import app.edgeglass.core.advisory.Advisory;
import app.edgeglass.core.advisory.AdvisoryKind;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadSource;
import app.edgeglass.desktop.control.PayloadView;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.fx.SnapshotList;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A table of what was told, newest on top, and the chosen one as it came. */
public final class EventsView {

    private static final int LONGEST = 400;
    private static final double TABLE_PART = 0.62;
    /** In which the kinds stand in one line; a narrow window breaks it. */
    private static final double WIDE = 800;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final EventsViewModel model;
    private final SnapshotList<Advisory> items = new SnapshotList<>();
    private final TableView<Advisory> table = new TableView<>(items);
    private final PayloadViewModel payload;
    private final Label sentence = new Label();
    private final VBox root;
    private boolean filling;

    EventsView(EventsViewModel model, PayloadViewModel payload, EmColumns widths, PayloadOutlet outlet) {
        this.model = model;
        this.payload = payload;
        table.setId("stream-events-table");
        table.setAccessibleText(Texts.WORDS.say("table.accessible"));
        table.getStyleClass().addAll("dense", "eg-events");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns(widths);
        table.setRowFactory(view -> new Row());
        table.setPlaceholder(placeholder());
        table.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!filling) {
                model.select(one);
            }
        });
        var split = new SplitPane(table, details(outlet));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_PART);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(bar(), warning(), split);
        root.setId("stream-events");
        model.rowsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::detail);
    }

    private Label placeholder() {
        var empty = new Label();
        empty.setId("stream-events-empty");
        empty.setWrapText(true);
        empty.getStyleClass().add("eg-events-empty");
        empty.textProperty().bind(model.emptyProperty());
        return empty;
    }

    private HBox bar() {
        var kinds = new FlowPane();
        kinds.getStyleClass().add("eg-events-kinds");
        kinds.setPrefWrapLength(WIDE);
        kinds.setAlignment(Pos.CENTER_LEFT);
        kinds.setAccessibleText(Texts.WORDS.say("kinds.accessible"));
        for (AdvisoryKind kind : AdvisoryKind.values()) {
            if (kind != AdvisoryKind.GAP) {
                kinds.getChildren().add(kind(kind));
            }
        }
        HBox.setHgrow(kinds, Priority.ALWAYS);
        var note = new Label();
        note.setId("stream-events-note");
        note.getStyleClass().add("eg-events-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.textProperty().bind(model.noteProperty());
        var pause = Controls.iconToggle("stream-events-pause", MaterialDesignP.PAUSE, Texts.WORDS.say("pause"));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        var bar = new HBox(kinds, note, pause);
        bar.getStyleClass().add("eg-events-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private ToggleButton kind(AdvisoryKind kind) {
        var button = new ToggleButton(words(kind));
        button.setId("stream-events-kind-" + id(kind));
        button.getStyleClass().addAll("small", "eg-events-kind");
        button.setTooltip(new Tooltip(hint(kind)));
        button.selectedProperty().bindBidirectional(model.wants(kind));
        return button;
    }

    private static String id(AdvisoryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String words(AdvisoryKind kind) {
        return switch (kind) {
            case STREAM -> Texts.WORDS.say("kind.stream");
            case CONSUMER -> Texts.WORDS.say("kind.consumer");
            case DELIVERY -> Texts.WORDS.say("kind.delivery");
            case CLUSTER -> Texts.WORDS.say("kind.cluster");
            case BACKUP -> Texts.WORDS.say("kind.backup");
            case CHANGE -> Texts.WORDS.say("kind.change");
            case QUESTION -> Texts.WORDS.say("kind.question");
            case GAP -> Texts.WORDS.say("kind.gap");
            case OTHER -> Texts.WORDS.say("kind.other");
        };
    }

    private static String hint(AdvisoryKind kind) {
        return switch (kind) {
            case STREAM -> Texts.WORDS.say("hint.stream");
            case CONSUMER -> Texts.WORDS.say("hint.consumer");
            case DELIVERY -> Texts.WORDS.say("hint.delivery");
            case CLUSTER -> Texts.WORDS.say("hint.cluster");
            case BACKUP -> Texts.WORDS.say("hint.backup");
            case CHANGE -> Texts.WORDS.say("hint.change");
            case QUESTION -> Texts.WORDS.say("hint.question");
            case GAP -> Texts.WORDS.say("hint.gap");
            case OTHER -> Texts.WORDS.say("hint.other");
        };
    }

    private HBox warning() {
        var words = new Label();
        words.setId("stream-events-warning");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.warningProperty());
        var box = new HBox(new FontIcon(MaterialDesignA.ALERT_OUTLINE), words);
        box.getStyleClass().add("eg-events-warning");
        box.setAlignment(Pos.CENTER_LEFT);
        model.warningProperty().subscribe(text -> Controls.visible(box, !text.isEmpty()));
        return box;
    }

    private void columns(EmColumns widths) {
        var time = column(
                "time",
                Texts.WORDS.say("column.time"),
                one -> TIME.format(one.at().atZone(ZoneId.systemDefault())));
        time.getStyleClass().add("eg-events-time");
        var kind = column("kind", Texts.WORDS.say("column.kind"), one -> words(one.kind()));
        var what = column("what", Texts.WORDS.say("column.what"), one -> SafeText.show(one.sentence(), LONGEST));
        var by = column("by", Texts.WORDS.say("column.by"), one -> SafeText.show(one.by(), LONGEST));
        widths.fixed(time, 15);
        widths.fixed(kind, 10.5);
        widths.flexible(what, 20, 60);
        widths.flexible(by, 8, 22);
        table.getColumns().setAll(List.of(time, kind, what, by));
    }

    private static TableColumn<Advisory, String> column(String id, String title, Function<Advisory, String> text) {
        var column = new TableColumn<Advisory, String>(title);
        column.setId("stream-events-column-" + id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private StackPane details(PayloadOutlet outlet) {
        var view = new PayloadView(payload, outlet);
        sentence.setId("stream-event-sentence");
        sentence.getStyleClass().add("eg-events-sentence");
        sentence.setMinWidth(0);
        var head = new HBox(sentence, Controls.space(), view.toolbar());
        head.getStyleClass().add("eg-events-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(view.body(), Priority.ALWAYS);
        var shown = new VBox(head, view.body());
        shown.setMinSize(0, 0);
        var nothing = Controls.nothing(
                "stream-event-nothing",
                MaterialDesignB.BULLHORN_OUTLINE,
                Texts.WORDS.say("details.nothing"),
                Texts.WORDS.say("details.nothing.sentence"));
        model.selectedProperty().subscribe(one -> {
            shown.setVisible(one != null);
            nothing.setVisible(one == null);
        });
        var stack = new StackPane(nothing, shown);
        stack.setMinSize(0, 0);
        return stack;
    }

    private void show(List<Advisory> rows) {
        Advisory chosen = model.selectedProperty().get();
        filling = true;
        items.show(rows.size(), rows::get);
        int at = chosen == null ? -1 : rows.indexOf(chosen);
        if (at < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(at);
        }
        filling = false;
        if (chosen != null && at < 0) {
            model.select(null);
        }
    }

    private void detail(@Nullable Advisory one) {
        sentence.setText(one == null ? "" : SafeText.show(one.sentence(), LONGEST));
        payload.show(
                one == null || one.raw().isEmpty()
                        ? null
                        : PayloadSource.of(
                                one.subject(), one.number(), one.raw().getBytes(StandardCharsets.UTF_8)));
    }

    /** A gap stands out, and so does what calls for somebody. */
    private static final class Row extends TableRow<Advisory> {

        private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");

        @Override
        protected void updateItem(@Nullable Advisory one, boolean empty) {
            super.updateItem(one, empty);
            pseudoClassStateChanged(GAP, one != null && !empty && one.kind() == AdvisoryKind.GAP);
        }
    }

    /** Another stream, or none. */
    public void show(@Nullable StreamRef stream) {
        model.show(stream);
    }

    public void sample() {
        model.sample();
    }

    public Parent root() {
        return root;
    }
}
