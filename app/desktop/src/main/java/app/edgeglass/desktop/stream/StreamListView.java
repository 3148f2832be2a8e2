package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.stream.StreamListViewModel.Listed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The page of all streams: what to find by, the table, and what can be done. */
public final class StreamListView {

    private static final Duration OFTEN = Duration.ofMillis(250);

    private final StreamListViewModel model;
    private final StreamTable table;
    private final StreamCommands commands;
    private final Pages pages;
    private final Consumer<StreamRef> open;
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final Label trouble = new Label();
    private final StackPane instead = new StackPane();
    private final HBox header = new HBox();

    /** What the window offers. */
    public record Window(TaskRunner tasks, Dialogs dialogs, Notices notices, Sampling sampling, Clock clock) {

        StreamCommands.Around around() {
            return new StreamCommands.Around(tasks, dialogs, notices, sampling);
        }
    }

    /** @param open shows the page of one stream */
    public StreamListView(StreamListViewModel model, EmColumns widths, Window window, Consumer<StreamRef> open) {
        this.model = model;
        this.open = open;
        this.table = new StreamTable(widths, window.clock());
        trouble.setId("stream-list-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("eg-stream-trouble");
        var stack = new StackPane(table.root(), instead);
        VBox.setVgrow(stack, Priority.ALWAYS);
        var list = new VBox(header(), trouble, stack);
        list.getStyleClass().add("eg-stream-pane");
        pages = new Pages(list);
        pages.root().setId("stream-list");
        commands = new StreamCommands(window.around(), pages, new StreamCommands.Changed() {
            @Override
            public void changed(StreamServices of, String stream) {
                model.refresh();
            }

            @Override
            public void deleted(StreamServices of, String stream) {
                model.refresh();
            }
        });
        table.root().setContextMenu(menu());
        table.root().setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openSelected();
            }
        });
        table.root().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pages.root().focusedProperty().subscribe(focused -> {
            if (focused) {
                table.root().requestFocus();
            }
        });
        model.listedProperty().subscribe(this::show);
        model.servicesProperty().subscribe(services -> {
            pages.back();
            show(model.listedProperty().get());
        });
        window.sampling().register(OFTEN, list, model::sample);
    }

    private HBox header() {
        filter.setId("stream-filter");
        filter.setPromptText(Texts.WORDS.say("list.filter"));
        filter.setAccessibleText(Texts.WORDS.say("list.filter.accessible"));
        filter.getStyleClass().add("eg-stream-filter");
        filter.textProperty().bindBidirectional(model.queryProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                table.root().requestFocus();
                if (table.root().getSelectionModel().isEmpty()) {
                    table.root().getSelectionModel().selectFirst();
                }
                event.consume();
            }
        });
        count.setId("stream-count");
        count.getStyleClass().add("eg-pane-note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var create = new Button(Texts.WORDS.say("list.create"), new FontIcon(MaterialDesignP.PLUS));
        create.setId("stream-create-button");
        create.getStyleClass().add("accent");
        create.setMinWidth(Region.USE_PREF_SIZE);
        create.setOnAction(event -> create());
        create.disableProperty().bind(model.servicesProperty().isNull());
        header.getChildren().setAll(filter, count, Controls.space(), create);
        header.getStyleClass().add("eg-stream-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private ContextMenu menu() {
        var opening = new MenuItem(Texts.WORDS.say("menu.open"));
        opening.setId("stream-menu-open");
        opening.setOnAction(event -> openSelected());
        var menu = new ContextMenu(opening, new SeparatorMenuItem());
        menu.getItems().addAll(new StreamMenu("stream-menu", action -> target(action)).items());
        menu.setOnShowing(event ->
                menu.getItems().forEach(item -> item.setDisable(table.selected().isEmpty())));
        return menu;
    }

    /** Offers one more thing to do with the chosen stream, of another feature. */
    public void offer(String id, String words, Consumer<StreamRef> action) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> withSelected(action));
        table.root().getContextMenu().getItems().addAll(new SeparatorMenuItem(), item);
    }

    /** Puts something beside the button that creates a stream. */
    public void addTool(Node tool) {
        header.getChildren().add(header.getChildren().size() - 1, tool);
    }

    private void target(Consumer<StreamMenu.Target> action) {
        StreamServices services = model.servicesProperty().get();
        if (services != null) {
            table.selected().ifPresent(row -> action.accept(new StreamMenu.Target(commands, services, row.name())));
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                openSelected();
                event.consume();
            }
            case DELETE -> {
                target(at -> at.commands().delete(at.services(), at.name()));
                event.consume();
            }
            case INSERT -> {
                create();
                event.consume();
            }
            default -> {}
        }
    }

    /** Shows the form for a new stream. */
    public void create() {
        StreamServices services = model.servicesProperty().get();
        if (services != null) {
            commands.create(services);
        }
    }

    private void openSelected() {
        withSelected(open);
    }

    private void withSelected(Consumer<StreamRef> action) {
        StreamServices services = model.servicesProperty().get();
        if (services != null) {
            table.selected().ifPresent(row -> action.accept(new StreamRef(services.session(), row.name())));
        }
    }

    private void show(Listed listed) {
        table.show(listed.rows());
        count.setText(
                !listed.known()
                        ? ""
                        : listed.rows().size() == listed.all()
                                ? Texts.WORDS.say("list.count", listed.all())
                                : Texts.WORDS.say("list.count.of", listed.rows().size(), listed.all()));
        // Once there were rows, they stay, and the failure is said above them.
        boolean stale = listed.failure().isPresent() && listed.known();
        Controls.visible(trouble, stale);
        trouble.setText(stale ? said(listed.failure().orElseThrow()) : "");
        Node nothing = nothing(listed);
        instead.getChildren().setAll(nothing == null ? List.of() : List.of(nothing));
        Controls.visible(instead, nothing != null);
        table.root().setVisible(nothing == null);
    }

    private @Nullable Node nothing(Listed listed) {
        if (model.servicesProperty().get() == null) {
            return empty("stream-list-closed", Texts.WORDS.say("closed.title"), Texts.WORDS.say("closed.sentence"));
        }
        if (!listed.known()) {
            return listed.failure()
                    .map(failure -> empty("stream-list-failed", failure.sentence(), failure.remedy()))
                    .orElseGet(() -> empty(
                            "stream-list-loading",
                            Texts.WORDS.say("loading.title"),
                            Texts.WORDS.say("loading.sentence")));
        }
        if (listed.all() == 0) {
            VBox none = empty("stream-list-empty", Texts.WORDS.say("none.title"), Texts.WORDS.say("none.sentence"));
            none.getChildren()
                    .add(Controls.textButton("stream-list-first-button", Texts.WORDS.say("none.create"), this::create));
            return none;
        }
        return listed.rows().isEmpty()
                ? empty(
                        "stream-list-no-hit",
                        Texts.WORDS.say("no-hit.title", model.queryProperty().get()),
                        Texts.WORDS.say("no-hit.sentence"))
                : null;
    }

    private static VBox empty(String id, String title, String sentence) {
        return Controls.nothing(id, MaterialDesignD.DATABASE_OUTLINE, title, sentence);
    }

    private static String said(Failure failure) {
        return failure.sentence() + " " + failure.remedy();
    }

    public Parent root() {
        return pages.root();
    }
}
