package app.edgeglass.desktop;

import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.StartView;
import app.edgeglass.desktop.connection.StateBanner;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.tree.FilterField;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.message.MessageTableView;
import app.edgeglass.desktop.message.MessageTableViewModel;
import app.edgeglass.desktop.shell.Dividers;
import app.edgeglass.desktop.shell.action.Shortcuts;
import app.edgeglass.desktop.subject.SubjectTreeView;
import app.edgeglass.desktop.subject.SubjectTreeViewModel;
import app.edgeglass.desktop.subject.SubscriptionBar;
import app.edgeglass.desktop.subject.SubscriptionsViewModel;
import java.time.Clock;
import java.time.Duration;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The Subjects screen: subscriptions, tree, messages, details and publishing side by side, or the ways to a session while
 * there is none. Puts the parts of several features together, which do not know each other.
 */
final class SubjectsScreen {

    private static final Duration LIVE = Duration.ofMillis(100);
    private static final Duration CALM = Duration.ofMillis(500);

    /**
     * From this width on, in em, messages and details stand side by side: on a wide screen height is what is scarce, and a
     * Full HD one then shows forty messages rather than twenty.
     */
    private static final double SIDE_BY_SIDE = 70;

    private final ConnectionViewModel connection;
    private final Clock clock;
    private final SubjectModels models;
    private final SubjectTreeViewModel tree;
    private final SubscriptionBar bar;
    private final StateBanner banner;
    private final StartView start;
    private final FilterField filter;
    private final SubjectTreeView treeView;
    private final MessageTableView tableView;
    private final ToggleButton pause = new ToggleButton(null, new FontIcon(MaterialDesignP.PAUSE));
    private final TabPane lower = new TabPane();
    private final VBox live;
    private final StackPane root;
    private Runnable beforeFilling = () -> {};
    private boolean prepared;

    /** What the screen needs from outside of its own parts. */
    interface Surroundings {

        void copy(String text, String what);

        void copyValue(MessageHead message);

        void publishTo(String subject);

        void export();
    }

    SubjectsScreen(
            ConnectionViewModel connection,
            SubjectModels models,
            Payloads payloads,
            Clock clock,
            Dividers dividers,
            EmColumns widths,
            Surroundings surroundings) {
        this.connection = connection;
        this.clock = clock;
        this.models = models;
        tree = models.tree();
        bar = new SubscriptionBar(models.subscriptions());
        banner = new StateBanner(connection);
        start = new StartView(connection);
        var does = new ScreenActions(payloads, surroundings, this);
        treeView = new SubjectTreeView(tree, widths, does);
        tableView = new MessageTableView(models.messages(), widths, does);
        filter = FilterField.ofMessages(
                "subject-filter", tree.rowsProperty(), () -> treeView.root().requestFocus());
        filter.filterProperty().subscribe(by -> {
            tree.filterProperty().set(by);
            models.messages().filterProperty().set(by);
        });
        lower.setId("message-tabs");
        lower.getStyleClass().addAll("eg-pane-tabs");
        lower.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        var left = new VBox(tools(), treeView.root());
        VBox.setVgrow(treeView.root(), Priority.ALWAYS);
        left.setMinWidth(280);
        var right = new SplitPane(tableView.root(), lower);
        right.setId("subjects-right");
        right.setMinWidth(320);
        right.widthProperty()
                .subscribe(width -> right.setOrientation(
                        width.doubleValue() / pause.getFont().getSize() < SIDE_BY_SIDE
                                ? Orientation.VERTICAL
                                : Orientation.HORIZONTAL));
        var split = new SplitPane(left, right);
        split.setId("subjects-split");
        SplitPane.setResizableWithParent(left, true);
        dividers.follow(split, 0.45);
        dividers.follow(right, 0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        live = new VBox(banner.root(), bar.root(), split);
        root = new StackPane(start.root());
        root.setId("subjects-screen");
        connection.openProperty().subscribe(this::show);
        connection.standingProperty().subscribe(standing -> fillAhead());
    }

    /** The window has its first picture: from now on there is time for what a session will need. */
    void prepare() {
        prepared = true;
        fillAhead();
    }

    /** While a session is being opened nobody waits for the window's thread. */
    private void fillAhead() {
        if (prepared && connection.standingProperty().get() instanceof Standing.Opening) {
            fill();
        }
    }

    /**
     * Most of the window's nodes are here, and dressing them takes a third of a second the first time; so they join the
     * scene when they are needed, not before the window has shown itself.
     */
    private void fill() {
        if (!root.getChildren().contains(live)) {
            beforeFilling.run();
            root.getChildren().add(live);
        }
    }

    private HBox tools() {
        pause.setId("subjects-pause-button");
        pause.setAccessibleText(Texts.WORDS.say("subjects.pause"));
        pause.setTooltip(new Tooltip(Texts.WORDS.say("subjects.pause.tooltip", Shortcuts.shown("Shortcut+Period"))));
        pause.getStyleClass().addAll("flat", "button-icon");
        pause.selectedProperty().bindBidirectional(tree.pausedProperty());
        var clear = new Button(null, new FontIcon(MaterialDesignD.DELETE_SWEEP_OUTLINE));
        clear.setId("subjects-clear-button");
        clear.setAccessibleText(Texts.WORDS.say("subjects.clear"));
        clear.setTooltip(new Tooltip(Texts.WORDS.say("subjects.clear.tooltip")));
        clear.getStyleClass().addAll("flat", "button-icon");
        clear.setOnAction(event -> clear());
        HBox.setHgrow(filter.root(), Priority.ALWAYS);
        var tools = new HBox(filter.root(), pause, clear);
        tools.getStyleClass().add("eg-subject-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /** What is to be done before the live part joins the scene. */
    void onFill(Runnable work) {
        beforeFilling = work;
    }

    /** Adds a tab below the message table. */
    void addTab(String id, String title, Parent content) {
        var tab = new Tab(title, content);
        tab.setId(id);
        lower.getTabs().add(tab);
    }

    /** Brings a tab to the front. */
    void showTab(String id) {
        lower.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .ifPresent(tab -> lower.getSelectionModel().select(tab));
    }

    /** Has the live parts sampled while they can be seen. */
    void follow(Sampling sampling) {
        sampling.registerLive(LIVE, live, () -> {
            boolean subjects = tree.sample();
            boolean rows = models.messages().sample();
            return subjects || rows;
        });
        sampling.register(CALM, root, () -> {
            models.subscriptions().sample();
            showBanner();
        });
    }

    private void showBanner() {
        OpenSession open = connection.openProperty().get();
        banner.show(open == null ? null : open.session(), clock.instant());
    }

    /** Offers other servers and worlds; what is open goes on until one is chosen. */
    void chooseServer() {
        OpenSession open = connection.openProperty().get();
        arrange(false);
        if (open != null) {
            start.offerReturn(open.session().profile().name(), this::leaveChoice);
        }
        start.focus();
    }

    /**
     * Offers the way back to another session, while there is none here.
     *
     * @param name what the other is called; empty when there is no other
     */
    void offerBack(String name, Runnable onBack) {
        if (connection.openProperty().get() == null) {
            start.offerReturn(name, onBack);
        }
    }

    private void leaveChoice() {
        connection.acknowledge();
        if (connection.openProperty().get() != null) {
            arrange(true);
            treeView.root().requestFocus();
        }
    }

    private void arrange(boolean showLive) {
        if (showLive) {
            fill();
        }
        live.setVisible(showLive);
        start.root().setVisible(!showLive);
        start.offerReturn("", () -> {});
    }

    private void show(@Nullable OpenSession open) {
        arrange(open != null);
        if (open != null) {
            treeView.root().requestFocus();
        }
        showBanner();
    }

    /** Gives the keyboard to the tree, or to what leads to one. */
    void focus() {
        if (connection.openProperty().get() == null) {
            start.focus();
        } else {
            treeView.root().requestFocus();
        }
    }

    /** Starts tree, log and counters anew. */
    void clear() {
        OpenSession open = connection.openProperty().get();
        if (open != null) {
            models.clear(open);
        }
    }

    SubjectTreeViewModel tree() {
        return tree;
    }

    MessageTableViewModel messages() {
        return models.messages();
    }

    SubscriptionsViewModel subscriptions() {
        return models.subscriptions();
    }

    SubscriptionBar bar() {
        return bar;
    }

    FilterField filter() {
        return filter;
    }

    StartView start() {
        return start;
    }

    SubjectTreeView treeView() {
        return treeView;
    }

    MessageTableView tableView() {
        return tableView;
    }

    Parent root() {
        return root;
    }
}
