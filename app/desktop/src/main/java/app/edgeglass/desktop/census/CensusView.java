package app.edgeglass.desktop.census;

import app.edgeglass.core.census.CensusProgress;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.tree.FilterField;
import app.edgeglass.desktop.control.tree.TreeRow;
import app.edgeglass.desktop.control.tree.TreeTable;
import app.edgeglass.desktop.fx.Sampling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The subjects of a stream with how many messages each has: a tree that fills while they are counted. */
public final class CensusView {

    /** What the view asks of others. */
    public interface Actions {

        void copy(String subject);

        /** The messages of a subject, or of all below it as a pattern, are wanted. */
        void showMessages(StreamRef stream, String pattern);
    }

    private static final Duration SAMPLE_EVERY = Duration.ofMillis(250);
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final CensusViewModel model;
    private final Actions actions;
    private final TreeTable tree;
    private final FilterField filter;
    private final Label sentence = new Label();
    private final Label remedy = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final Button again;
    private final HBox strip;
    private final VBox root;
    /** The messages of all subjects, of which a row has its share. */
    private long all;

    public CensusView(CensusViewModel model, EmColumns widths, Sampling sampling, Actions actions) {
        this.model = model;
        this.actions = actions;
        tree = new TreeTable("stream-subjects-tree", Texts.WORDS.say("accessible"), model);
        tree.root().getStyleClass().add("eg-tree-still");
        tree.menus(this::menu);
        var messages = TreeTable.messages();
        var share = TreeTable.column(Texts.WORDS.say("column.share"), "eg-tree-number", this::share);
        share.setSortable(false);
        tree.columns(List.of(messages, share), Map.of(messages, RowOrder.MESSAGES), model.orderProperty()::set);
        widths.fixed(messages, 8);
        widths.fixed(share, 6);
        widths.flexible(tree.subject(), 16, 60);
        tree.root().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);

        filter = FilterField.ofNames("stream-subjects-filter", model.rowsProperty(), tree.root()::requestFocus);
        model.filterProperty().bind(filter.filterProperty());

        sentence.setId("stream-subjects-state");
        sentence.setMinWidth(Region.USE_PREF_SIZE);
        remedy.setId("stream-subjects-remedy");
        remedy.getStyleClass().add("eg-pane-note");
        remedy.setWrapText(true);
        bar.setId("stream-subjects-progress");
        bar.getStyleClass().add("eg-census-bar");
        stop = Controls.textButton("stream-subjects-stop-button", Texts.WORDS.say("stop"), model::stop);
        again = Controls.textButton("stream-subjects-count-button", Texts.WORDS.say("again"), model::count);
        HBox.setHgrow(remedy, Priority.ALWAYS);
        strip = new HBox(sentence, bar, remedy, Controls.space(), stop, again);
        strip.getStyleClass().add("eg-census-strip");
        VBox.setVgrow(tree.root(), Priority.ALWAYS);
        root = new VBox(filter.root(), tree.root(), strip);
        root.setId("stream-subjects");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                filter.focus();
                event.consume();
            }
        });

        model.rowsProperty().subscribe(this::show);
        model.selectedSubjectProperty().subscribe(() -> tree.selectionChanged());
        model.stateProperty().subscribe(this::showState);
        sampling.register(SAMPLE_EVERY, root, model::sample);
    }

    private String share(TreeRow row) {
        return all == 0 ? "" : Texts.percent((double) row.messages() / all);
    }

    private void show(@Nullable TreeRows rows) {
        if (rows != null && model.filterProperty().get().isEmpty()) {
            all = 0;
            for (int i = 0; i < rows.size(); i++) {
                all += rows.depths()[i] == 0 ? rows.messages()[i] : 0;
            }
        }
        tree.show(rows, emptyText(rows));
    }

    private ContextMenu menu(Supplier<@Nullable TreeRow> row) {
        var menu = new ContextMenu(
                item("stream-subjects-show", Texts.WORDS.say("menu.show"), row, this::showMessages),
                item("stream-subjects-copy", Texts.WORDS.say("menu.copy"), row, of -> actions.copy(of.subject())),
                item(
                        "stream-subjects-filter-branch",
                        Texts.WORDS.say("menu.filter"),
                        row,
                        of -> filter.set(pattern(of))));
        var close = new MenuItem(Texts.WORDS.say("menu.close-all"));
        close.setOnAction(event -> model.closeAll());
        menu.getItems().add(close);
        return menu;
    }

    private static MenuItem item(String id, String words, Supplier<@Nullable TreeRow> row, Consumer<TreeRow> action) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> {
            TreeRow now = row.get();
            if (now != null) {
                action.accept(now);
            }
        });
        return item;
    }

    private static String pattern(TreeRow row) {
        return row.hasChildren() ? row.subject() + ".>" : row.subject();
    }

    private void showMessages(TreeRow row) {
        StreamRef stream = model.stream();
        if (stream != null) {
            actions.showMessages(stream, pattern(row));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            tree.withSelected(row -> actions.copy(row.subject()));
        } else if (event.getCode() == KeyCode.ENTER) {
            tree.withSelected(this::showMessages);
        } else if (event.getCode() == KeyCode.ESCAPE
                && !model.filterProperty().get().isEmpty()) {
            filter.set("");
        } else {
            return;
        }
        event.consume();
    }

    private String emptyText(@Nullable TreeRows rows) {
        if (rows != null && rows.allSubjects() > 0) {
            return TreeTable.filteredText(rows, model.filterProperty().get().text());
        }
        return model.stateProperty().get() instanceof CensusState.Counted ? Texts.WORDS.say("empty") : "";
    }

    private void showState(CensusState state) {
        var text = CensusText.of(state);
        sentence.setText(text.sentence());
        remedy.setText(text.remedy());
        boolean counting = state instanceof CensusState.Counting;
        Controls.visible(bar, counting);
        Controls.visible(stop, counting);
        Controls.visible(again, !counting && !(state instanceof CensusState.None));
        strip.pseudoClassStateChanged(BAD, state instanceof CensusState.Failed);
        if (state instanceof CensusState.Counting(CensusProgress progress)) {
            bar.setProgress(
                    progress.total() == 0
                            ? ProgressBar.INDETERMINATE_PROGRESS
                            : (double) progress.counted() / progress.total());
        }
    }

    public Parent root() {
        return root;
    }
}
