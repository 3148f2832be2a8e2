package app.edgeglass.desktop.shell.action;

import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The overview of all keys, made from the registry each time it is opened. */
public final class ShortcutsView {

    /** Of the window's width. */
    private static final double MOST_SHARE = 0.75;

    private final Actions actions;
    private final Overlay overlay;
    private final List<Fixed> fixed = new ArrayList<>();

    public ShortcutsView(Actions actions, Overlay overlay) {
        this.actions = actions;
        this.overlay = overlay;
    }

    /** Lists keys that are no action of the window's, such as those within a table. */
    public void list(String group, String title, String keys) {
        fixed.add(new Fixed(group, title, keys));
    }

    private record Fixed(String group, String title, String keys) {}

    public void open() {
        var groups = new LinkedHashMap<String, VBox>();
        for (Action action : actions.all()) {
            if (!action.shortcuts().isEmpty()) {
                group(groups, action.group())
                        .getChildren()
                        .add(line(
                                action.title(),
                                Shortcuts.shown(action.shortcuts().getFirst())));
            }
        }
        fixed.forEach(keys -> group(groups, keys.group()).getChildren().add(line(keys.title(), keys.keys())));

        var heading = new Label(Texts.WORDS.say("shortcuts.title"));
        heading.getStyleClass().add("eg-dialog-title");
        var columns = new FlowPane(groups.values().toArray(Node[]::new));
        columns.getStyleClass().add("eg-shortcuts-columns");
        columns.setPrefWrapLength(overlay.root().getWidth() * MOST_SHARE);
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var close = new Button(Texts.WORDS.say("shortcuts.close"));
        close.setId("shortcuts-close-button");
        close.setDefaultButton(true);
        close.setOnAction(event -> overlay.close());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("eg-dialog-buttons");
        var box = new VBox(heading, scroll, buttons);
        box.setId("shortcuts");
        box.getStyleClass().addAll("eg-dialog", "eg-shortcuts");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.open(box, Pos.CENTER, close, () -> {});
    }

    private static VBox group(Map<String, VBox> groups, String name) {
        return groups.computeIfAbsent(name, group -> {
            var heading = new Label(group);
            heading.getStyleClass().add("eg-shortcuts-heading");
            var column = new VBox(heading);
            column.getStyleClass().add("eg-shortcuts-group");
            return column;
        });
    }

    private static HBox line(String title, String keys) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var key = new Label(keys);
        key.getStyleClass().add("eg-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(new Label(title), space, key);
        line.getStyleClass().add("eg-shortcuts-line");
        return line;
    }
}
