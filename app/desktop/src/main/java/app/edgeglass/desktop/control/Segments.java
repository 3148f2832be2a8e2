package app.edgeglass.desktop.control;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Buttons side by side of which one is always down: the value of a property. */
public final class Segments<T> {

    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox root = new HBox();

    public Segments(ObjectProperty<T> value, String accessible) {
        this.value = value;
        root.setAccessibleText(accessible);
        root.getStyleClass().add("eg-segments");
        value.subscribe(this::choose);
    }

    public Segments<T> add(T choice, String id, String label) {
        var button = new ToggleButton(label);
        button.setId(id);
        button.getStyleClass().add("eg-tool");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            value.set(choice);
            // A second click would let it up.
            button.setSelected(true);
        });
        buttons.put(choice, button);
        root.getChildren().add(button);
        shape();
        choose(value.get());
        return this;
    }

    private void shape() {
        int last = root.getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            var style = root.getChildren().get(i).getStyleClass();
            style.removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
            style.add(i == 0 ? Styles.LEFT_PILL : i == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
    }

    private void choose(T choice) {
        ToggleButton button = buttons.get(choice);
        if (button != null) {
            button.setSelected(true);
        }
    }

    public ToggleButton button(T choice) {
        ToggleButton button = buttons.get(choice);
        if (button == null) {
            throw new IllegalArgumentException(String.valueOf(choice));
        }
        return button;
    }

    public HBox root() {
        return root;
    }
}
