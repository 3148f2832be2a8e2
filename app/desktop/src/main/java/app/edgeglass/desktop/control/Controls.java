package app.edgeglass.desktop.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts of which views are made, each with what a keyboard and a screen reader need. */
public final class Controls {

    private Controls() {}

    /** A button that is an icon, with words for who cannot see it and for who asks. */
    public static Button iconButton(String id, Ikon icon, String words, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        dress(button, id, words);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A switch that is an icon. */
    public static ToggleButton iconToggle(String id, Ikon icon, String words) {
        var toggle = new ToggleButton(null, new FontIcon(icon));
        dress(toggle, id, words);
        return toggle;
    }

    private static void dress(ButtonBase button, String id, String words) {
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** A small button with words. */
    public static Button textButton(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Switches of which exactly one is on, side by side as one control. */
    static HBox segments(ToggleGroup group, ToggleButton... segments) {
        for (var i = 0; i < segments.length; i++) {
            var place = i == 0 ? "left-pill" : i == segments.length - 1 ? "right-pill" : "center-pill";
            segments[i].getStyleClass().addAll(place, "small");
            segments[i].setMinWidth(Region.USE_PREF_SIZE);
            segments[i].setToggleGroup(group);
        }
        stayOn(group, segments[0]);
        var box = new HBox(segments);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /** Clicking the one that is on leaves it on. */
    public static void stayOn(ToggleGroup group, Toggle first) {
        group.selectToggle(first);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    static ToggleButton segment(String id, String words, Consumer<ToggleButton> onChosen) {
        var segment = new ToggleButton(words);
        segment.setId(id);
        segment.setOnAction(event -> onChosen.accept(segment));
        return segment;
    }

    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    public static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** What stands where there is nothing to show: why, and what to do. */
    public static VBox nothing(String id, Ikon icon, String title, String sentence) {
        var sign = new FontIcon(icon);
        sign.getStyleClass().addAll("eg-nothing-icon", "eg-icon-huge");
        var heading = new Label(title);
        heading.getStyleClass().add("eg-nothing-title");
        var words = new Label(sentence);
        words.getStyleClass().add("eg-nothing-sentence");
        words.setWrapText(true);
        var box = new VBox(sign, heading, words);
        box.setId(id);
        box.getStyleClass().add("eg-nothing");
        box.setMinSize(0, 0);
        return box;
    }
}
