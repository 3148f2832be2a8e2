package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Names the session and its state; opens the menu of what can be done with connections. */
final class SessionChip {

    private final Actions actions;
    private final Button button = new Button();
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label state = new Label();
    private final ContextMenu menu = new ContextMenu();

    SessionChip(StatusBarViewModel status, Actions actions) {
        this.actions = actions;
        dot.getStyleClass().add("eg-dot");
        name.getStyleClass().add("eg-chip-name");
        state.getStyleClass().add("eg-chip-state");
        var line = new HBox(dot, name, state, new FontIcon(MaterialDesignC.CHEVRON_DOWN));
        line.getStyleClass().add("eg-chip-line");
        button.setId("session-chip");
        button.getStyleClass().add("eg-chip");
        button.setGraphic(line);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> openMenu());
        status.sessionProperty().subscribe(this::show);
    }

    private void show(SessionStatus session) {
        dot.getStyleClass().setAll("eg-dot", session.tone().styleClass());
        name.setText(session.isNone() ? Texts.WORDS.say("session.none") : session.name());
        state.setText(session.state());
        boolean said = !session.state().isEmpty() && session.tone() != Tone.GOOD;
        state.setVisible(said);
        state.setManaged(said);
        button.setAccessibleText(Texts.WORDS.say("session.accessible", name.getText(), session.state()));
    }

    private void openMenu() {
        menu.getItems().clear();
        for (Action action : actions.all()) {
            if (action.group().equals(Groups.connection())) {
                var item = new MenuItem(action.title());
                item.setId("menu-" + action.id());
                item.setDisable(!action.enabled().getAsBoolean());
                if (!action.shortcuts().isEmpty()) {
                    item.setAccelerator(
                            KeyCombination.valueOf(action.shortcuts().getFirst()));
                }
                item.setOnAction(event -> actions.run(action.id()));
                menu.getItems().add(item);
            }
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(button, Side.BOTTOM, 0, 4);
        }
    }

    Region root() {
        return button;
    }
}
