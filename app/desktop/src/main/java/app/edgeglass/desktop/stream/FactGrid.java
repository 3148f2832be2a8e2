package app.edgeglass.desktop.stream;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names and values. Labels are used again, so that what is live makes no new ones. */
final class FactGrid {

    private final GridPane grid = new GridPane();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    /**
     * One of them.
     *
     * @param aside what the server calls it; may be empty
     */
    record Fact(String name, String value, String aside) {}

    FactGrid(String id) {
        grid.setId(id);
        grid.getStyleClass().add("eg-facts");
    }

    void show(List<Fact> facts) {
        while (names.size() < facts.size()) {
            var name = new Label();
            name.getStyleClass().add("eg-fact-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            var value = new Label();
            value.getStyleClass().add("eg-fact-value");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setHgrow(value, Priority.ALWAYS);
            names.add(name);
            values.add(value);
        }
        if (grid.getChildren().size() != 2 * facts.size()) {
            grid.getChildren().clear();
            for (int i = 0; i < facts.size(); i++) {
                grid.addRow(i, names.get(i), values.get(i));
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            names.get(i).setText(fact.name());
            names.get(i).setTooltip(fact.aside().isEmpty() ? null : new Tooltip(fact.aside()));
            values.get(i).setText(fact.value());
        }
    }

    GridPane root() {
        return grid;
    }
}
