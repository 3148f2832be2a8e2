package app.edgeglass.desktop.shell.action;

import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The overview of all keys, made from the registry each time it is opened. */
public final class ShortcutsView {

    /** Of the window's width. */
    private static final double MOST_SHARE = 0.9;

    /** The width of a column with what is between it and the next, as in the stylesheet. */
    private static final double COLUMN_EMS = 30;

    private static final int MOST_COLUMNS = 3;

    private final Actions actions;
    private final Overlay overlay;
    private final DoubleSupplier em;
    private final List<Fixed> fixed = new ArrayList<>();

    /** @param em gives the size of text now, in pixels */
    public ShortcutsView(Actions actions, Overlay overlay, DoubleSupplier em) {
        this.actions = actions;
        this.overlay = overlay;
        this.em = em;
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
        var columns = new HBox(columns(List.copyOf(groups.values())));
        columns.getStyleClass().add("eg-shortcuts-columns");
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

    /** As many columns as there is room for, each about as long as the others. */
    private Node[] columns(List<VBox> groups) {
        int room = (int) (overlay.root().getWidth() * MOST_SHARE / (COLUMN_EMS * em.getAsDouble()));
        int count = Math.clamp(Math.min(room, groups.size()), 1, MOST_COLUMNS);
        var columns = new ArrayList<VBox>();
        for (int i = 0; i < count; i++) {
            var column = new VBox();
            column.getStyleClass().add("eg-shortcuts-column");
            columns.add(column);
        }
        for (VBox group : groups) {
            columns.stream()
                    .min(Comparator.comparingInt(ShortcutsView::lines))
                    .ifPresent(shortest -> shortest.getChildren().add(group));
        }
        return columns.toArray(Node[]::new);
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(group -> ((VBox) group).getChildren().size() + 1)
                .sum();
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
