package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.Shortcuts;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the window shows while there is no session: the ways to one. */
public final class Welcome {

    private final StackPane root = new StackPane();
    private final Actions actions;
    private final List<String> offered;

    /** @param offered the ids of the actions to offer, the usual one first; those that are not registered are left out */
    public Welcome(Actions actions, List<String> offered) {
        this.actions = actions;
        this.offered = List.copyOf(offered);
        root.setId("welcome");
        actions.all().addListener((ListChangeListener<Action>) change -> show());
        show();
    }

    private void show() {
        Node[] buttons = offered.stream()
                .flatMap(id -> actions.find(id).stream())
                .map(this::button)
                .toArray(Node[]::new);
        if (buttons.length > 0) {
            buttons[0].getStyleClass().add(Styles.ACCENT);
        }
        var mark = ProductMark.node(56);
        mark.getStyleClass().add("eg-welcome-mark");
        root.getChildren()
                .setAll(new EmptyState(
                        mark, Texts.WORDS.say("welcome.title"), Texts.WORDS.say("welcome.sentence"), buttons));
    }

    private Button button(Action action) {
        var button = new Button(action.title());
        button.setId("welcome-" + action.id());
        button.setTooltip(new Tooltip(Shortcuts.tooltip(action)));
        button.setOnAction(event -> actions.run(action.id()));
        return button;
    }

    public Region root() {
        return root;
    }
}
