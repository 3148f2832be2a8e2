package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * The Streams screen: the list of all streams of a session, and the page of one of them, with a tab for each thing that can be
 * looked at. Puts the parts of several features together, which do not know each other.
 */
final class StreamsScreen {

    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

    private final StackPane root = new StackPane();
    private final Parent list;
    private final VBox page;
    private final Label name = new Label();
    private final HBox tools = new HBox();
    private final TabPane tabs = new TabPane();
    private final List<Made> made = new ArrayList<>();
    private @Nullable StreamRef opened;
    private Runnable creation = () -> {};

    /**
     * One tab of a stream's page.
     *
     * @param id of the tab, such as {@code stream-messages-tab}
     * @param view makes it when somebody looks at it first
     */
    record Part(String id, String title, Supplier<Shown> view) {}

    /**
     * What is in a tab.
     *
     * @param show takes the stream that is to be shown; none when the page is left, and nothing of it is to be kept busy
     */
    record Shown(Parent root, Consumer<@Nullable StreamRef> show) {}

    private static final class Made {

        private final Part part;
        private final Tab tab;
        private @Nullable Shown shown;
        private @Nullable StreamRef showing;

        Made(Part part) {
            this.part = part;
            this.tab = new Tab(part.title());
            this.tab.setId(part.id());
        }

        void show(@Nullable StreamRef stream) {
            Shown there = shown;
            if (there == null) {
                if (stream == null) {
                    return;
                }
                there = part.view().get();
                shown = there;
                tab.setContent(there.root());
            }
            if (stream == null ? showing != null : !stream.equals(showing)) {
                showing = stream;
                there.show().accept(stream);
            }
        }
    }

    /** @param list of all streams; leads to a page by {@link #open} */
    StreamsScreen(ConnectionViewModel connection, Parent list, List<Part> parts) {
        this.list = list;
        root.setId("streams-screen");
        tabs.setId("stream-tabs");
        tabs.getStyleClass().add("eg-pane-tabs");
        tabs.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (Part part : parts) {
            var one = new Made(part);
            made.add(one);
            tabs.getTabs().add(one.tab);
        }
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> showSelected());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        page = new VBox(head(), tabs);
        page.setId("stream-page");
        page.setVisible(false);
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (BACK.match(event)) {
                back();
                event.consume();
            }
        });
        root.getChildren().addAll(list, page);
        connection.openProperty().subscribe(this::use);
    }

    private HBox head() {
        var back = new Button(Texts.WORDS.say("streams.back"), new FontIcon(MaterialDesignA.ARROW_LEFT));
        back.setId("stream-back-button");
        back.getStyleClass().add("flat");
        back.setTooltip(new Tooltip(Texts.WORDS.say("streams.back.tooltip", BACK.getDisplayText())));
        back.setOnAction(event -> back());
        name.setId("stream-name-label");
        name.getStyleClass().add("title-4");
        tools.getStyleClass().add("eg-stream-tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(tools, Priority.ALWAYS);
        var head = new HBox(back, name, tools);
        head.getStyleClass().add("eg-stream-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Adds what can be done with the stream to the right end of the page's head. */
    void addTool(Node tool) {
        tools.getChildren().add(tool);
    }

    /** Another session, or none: what was open belonged to the one before. */
    private void use(@Nullable OpenSession open) {
        if (opened != null && (open == null || !opened.session().equals(open.session()))) {
            back();
        }
    }

    /** Shows the page of a stream. */
    void open(StreamRef stream) {
        opened = stream;
        name.setText(stream.name());
        page.setVisible(true);
        list.setVisible(false);
        made.stream().filter(one -> !isInFront(one)).forEach(one -> one.show(null));
        showSelected();
        tabs.requestFocus();
    }

    /** Asked of the selection: a tab itself says so only after it has told of the change. */
    private boolean isInFront(Made one) {
        return one.tab.equals(tabs.getSelectionModel().getSelectedItem());
    }

    private void showSelected() {
        StreamRef stream = opened;
        if (stream != null) {
            made.stream().filter(this::isInFront).forEach(one -> one.show(stream));
        }
    }

    /** Shows the list again. */
    void back() {
        opened = null;
        made.forEach(one -> one.show(null));
        page.setVisible(false);
        list.setVisible(true);
        list.requestFocus();
    }

    /** @param form shows the form of a new stream, over the list */
    void createWith(Runnable form) {
        creation = form;
    }

    /** Shows the form of a new stream. */
    void create() {
        if (opened != null) {
            back();
        }
        creation.run();
    }

    /** Brings a tab of the page to the front. */
    void showTab(String id) {
        made.stream()
                .filter(one -> one.part.id().equals(id))
                .findFirst()
                .ifPresent(one -> tabs.getSelectionModel().select(one.tab));
    }

    /** The stream whose page is shown, if one is. */
    @Nullable
    StreamRef opened() {
        return opened;
    }

    /** Gives the keyboard to what is shown. */
    void focus() {
        (opened == null ? list : tabs).requestFocus();
    }

    Parent root() {
        return root;
    }
}
