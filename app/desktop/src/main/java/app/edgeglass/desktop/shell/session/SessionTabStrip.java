package app.edgeglass.desktop.shell.session;

import app.edgeglass.desktop.fx.Subscriptions;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The tabs of the sessions, in a line that scrolls when there are many. With one session there is no line, only the button
 * for another one, in a place that is given.
 */
public final class SessionTabStrip {

    private final SessionTabsViewModel model;
    private final HBox tabs = new HBox();
    private final ScrollPane scroll = new ScrollPane(tabs) {
        // As wide as its tabs want to be, so that the button behind them stands beside the last.
        @Override
        protected double computePrefWidth(double height) {
            return snappedLeftInset() + tabs.prefWidth(height) + snappedRightInset();
        }
    };
    private final Button all = new Button(null, new FontIcon(MaterialDesignC.CHEVRON_DOWN));
    private final Button add = new Button(null, new FontIcon(MaterialDesignP.PLUS));
    private final HBox alone = new HBox();
    private final HBox root = new HBox();
    private final Map<Integer, SessionTabNode> nodes = new HashMap<>();
    private final ContextMenu list = new ContextMenu();
    private final TabGestures gestures;

    public SessionTabStrip(SessionTabsViewModel model) {
        this.model = model;
        gestures = new TabGestures(model, tabs);
        tabs.getStyleClass().add("eg-session-tabs");
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-session-scroll");
        scroll.addEventFilter(ScrollEvent.SCROLL, this::turned);
        scroll.setMaxWidth(Region.USE_PREF_SIZE);
        button(add, "session-new-button", Texts.WORDS.say("new"), "Shortcut+N");
        add.setOnAction(event -> model.commands().openNew());
        button(all, "session-list-button", Texts.WORDS.say("list"), "");
        all.setOnAction(event -> openList());
        root.setId("session-tabs");
        root.getStyleClass().add("eg-session-strip");
        root.getChildren().setAll(scroll, all);
        alone.getStyleClass().add("eg-session-alone");
        var bag = new Subscriptions();
        bag.values(model.tabsProperty(), tab -> show());
        bag.values(model.shownProperty(), id -> show());
        scroll.viewportBoundsProperty().subscribe(this::arrange);
    }

    private static void button(Button button, String id, String words, String keys) {
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(
                new Tooltip(keys.isEmpty() ? words : Texts.WORDS.say("tooltip", words, Shortcuts.shown(keys))));
        button.getStyleClass().add("eg-icon-button");
    }

    private void show() {
        List<SessionTab> present = model.tabsProperty().get();
        int shown = model.shownProperty().get();
        boolean hadFocus = nodes.values().stream().anyMatch(Node::isFocused);
        nodes.keySet().removeIf(id -> present.stream().noneMatch(tab -> tab.id() == id));
        for (SessionTab tab : present) {
            nodes.computeIfAbsent(tab.id(), this::node).show(tab, tab.id() == shown);
        }
        var wanted = present.stream().map(tab -> (Node) nodes.get(tab.id())).toList();
        if (!wanted.equals(tabs.getChildren())) {
            tabs.getChildren().setAll(wanted);
        }
        boolean several = present.size() > 1;
        root.setVisible(several);
        root.setManaged(several);
        Pane home = several ? root : alone;
        if (!home.getChildren().contains(add)) {
            (several ? alone : root).getChildren().remove(add);
            home.getChildren().add(several ? 1 : 0, add);
        }
        arrange();
        if (hadFocus && several) {
            focus();
        }
    }

    private SessionTabNode node(int id) {
        var node = new SessionTabNode(id, () -> model.commands().close(id));
        gestures.teach(node, id);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /** The list of all is offered while not all can be seen; the shown one always can. */
    private void arrange() {
        boolean crowded = tabs.minWidth(-1) > scroll.getViewportBounds().getWidth() + 1;
        all.setVisible(crowded);
        all.setManaged(crowded);
        SessionTabNode node = nodes.get(model.shownProperty().get());
        if (node != null && node.getWidth() > 0) {
            reveal(node);
        }
    }

    private void reveal(Region node) {
        Bounds view = scroll.getViewportBounds();
        double beyond = tabs.getWidth() - view.getWidth();
        if (beyond <= 0) {
            return;
        }
        double left = scroll.getHvalue() * beyond;
        if (node.getLayoutX() < left) {
            scroll.setHvalue(node.getLayoutX() / beyond);
        } else if (node.getLayoutX() + node.getWidth() > left + view.getWidth()) {
            scroll.setHvalue((node.getLayoutX() + node.getWidth() - view.getWidth()) / beyond);
        }
    }

    /** A wheel turns up and down only. */
    private void turned(ScrollEvent event) {
        double beyond = tabs.getWidth() - scroll.getViewportBounds().getWidth();
        double turned = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (beyond > 0) {
            scroll.setHvalue(Math.clamp(scroll.getHvalue() - turned / beyond, 0, 1));
        }
        event.consume();
    }

    private void openList() {
        list.getItems().clear();
        for (SessionTab tab : model.tabsProperty().get()) {
            var icon = new FontIcon(tab.sign().icon());
            icon.getStyleClass().add(tab.sign().styleClass());
            var item = new MenuItem(Texts.WORDS.say("list.item", tab.name(), tab.state()), icon);
            item.setMnemonicParsing(false);
            item.setId("session-list-" + tab.id());
            item.setOnAction(event -> model.commands().select(tab.id()));
            list.getItems().add(item);
        }
        list.show(all, Side.BOTTOM, 0, 4);
    }

    /** Gives the keyboard to the tab of the shown session. */
    public void focus() {
        SessionTabNode node = nodes.get(model.shownProperty().get());
        Objects.requireNonNullElse(node, add).requestFocus();
    }

    /** The line of tabs; nothing to be seen with one session. */
    public Region root() {
        return root;
    }

    /** Where the button for another session is while there is no line. */
    public Region alone() {
        return alone;
    }
}
