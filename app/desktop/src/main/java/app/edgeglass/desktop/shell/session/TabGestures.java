package app.edgeglass.desktop.shell.session;

import app.edgeglass.desktop.shell.session.SessionTabsViewModel.Commands;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What mouse and keys do with a tab: select, drag to another place, close, and the menu. */
final class TabGestures {

    /** A hand that clicks moves the mouse a little. */
    private static final double DRAGGED = 8;

    private final SessionTabsViewModel model;
    private final HBox tabs;
    private final ContextMenu menu = new ContextMenu();
    private double pressedAt;

    TabGestures(SessionTabsViewModel model, HBox tabs) {
        this.model = model;
        this.tabs = tabs;
    }

    void teach(Region node, int id) {
        node.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                pressedAt = event.getSceneX();
                model.commands().select(id);
            }
        });
        node.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                model.commands().close(id);
            }
        });
        node.setOnMouseDragged(event -> drag(node, event));
        node.setOnMouseReleased(event -> drop(node, id));
        node.setOnKeyPressed(event -> pressed(event, id));
        node.setOnContextMenuRequested(event -> openMenu(node, id, event));
    }

    private void drag(Region node, MouseEvent event) {
        double moved = event.getSceneX() - pressedAt;
        if (event.getButton() == MouseButton.PRIMARY && (node.getTranslateX() != 0 || Math.abs(moved) > DRAGGED)) {
            node.setTranslateX(moved);
            node.setViewOrder(-1);
        }
    }

    private void drop(Region node, int id) {
        if (node.getTranslateX() == 0) {
            return;
        }
        double centre = node.getBoundsInParent().getCenterX();
        long place = tabs.getChildren().stream()
                .filter(other ->
                        !other.equals(node) && other.getBoundsInParent().getCenterX() < centre)
                .count();
        node.setTranslateX(0);
        node.setViewOrder(0);
        model.commands().move(id, (int) place);
    }

    private void pressed(KeyEvent event, int id) {
        switch (event.getCode()) {
            case LEFT -> model.selectBeside(id, -1);
            case RIGHT -> model.selectBeside(id, 1);
            case DELETE -> model.commands().close(id);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void openMenu(Region node, int id, ContextMenuEvent event) {
        Commands commands = model.commands();
        int place = model.placeOf(id);
        int last = model.tabsProperty().get().size() - 1;
        menu.getItems()
                .setAll(
                        item(
                                "session-menu-duplicate",
                                Texts.WORDS.say("menu.duplicate"),
                                true,
                                () -> commands.duplicate(id)),
                        item(
                                "session-menu-reconnect",
                                Texts.WORDS.say("menu.reconnect"),
                                commands.canReconnect(id),
                                () -> commands.reconnect(id)),
                        item(
                                "session-menu-disconnect",
                                Texts.WORDS.say("menu.disconnect"),
                                commands.canDisconnect(id),
                                () -> commands.disconnect(id)),
                        item(
                                "session-menu-left",
                                Texts.WORDS.say("menu.left"),
                                place > 0,
                                () -> commands.move(id, place - 1)),
                        item(
                                "session-menu-right",
                                Texts.WORDS.say("menu.right"),
                                place < last,
                                () -> commands.move(id, place + 1)),
                        item("session-menu-close", Texts.WORDS.say("menu.close"), true, () -> commands.close(id)));
        if (event.isKeyboardTrigger()) {
            menu.show(node, Side.BOTTOM, 0, 4);
        } else {
            menu.show(node, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private static MenuItem item(String id, String words, boolean possible, Runnable run) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setDisable(!possible);
        item.setOnAction(event -> run.run());
        return item;
    }
}
