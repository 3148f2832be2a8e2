package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerFields;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.form.FieldText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A configuration to be read: every field that the server says, in words where it is known, and as it is where it is not. */
final class ConfigTable {

    private static final int MOST_CHARACTERS = 2_000;

    private final GridPane grid = new GridPane();

    ConfigTable() {
        grid.setId("consumer-config");
        grid.getStyleClass().add("eg-consumer-config");
        var names = new ColumnConstraints();
        names.setPercentWidth(42);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
    }

    void show(ObjectNode config) {
        var cells = new ArrayList<Node>();
        for (ConfigField field : ConsumerFields.all()) {
            JsonNode value = config.get(field.name());
            if (value != null) {
                add(cells, field.name(), Texts.FIELDS.label(field.name()), say(field, value));
            }
        }
        config.properties().stream()
                .filter(entry -> ConsumerFields.named(entry.getKey()).isEmpty())
                .forEach(entry -> add(
                        cells, entry.getKey(), entry.getKey(), entry.getValue().toString()));
        grid.getChildren().setAll(cells);
    }

    static String say(ConfigField field, JsonNode value) {
        String said = switch (field.shape()) {
            case Shape.Choice _ -> Texts.FIELDS.choice(field.name(), value.asString(""));
            case Shape.Flag() -> value.asBoolean(false) ? Texts.WORDS.say("value.yes") : Texts.WORDS.say("value.no");
            case Shape.Count(long none) when value.asLong(0) == none -> Texts.WORDS.say("value.none");
            case Shape.Count _ -> Texts.FIGURES.count(value.asLong(0));
            case Shape.Pairs() -> pairs(value);
            default -> FieldText.say(field.shape(), value);
        };
        // Line by line: a line break of our own is none to be made visible.
        return said.lines().map(line -> SafeText.show(line, MOST_CHARACTERS)).collect(Collectors.joining("\n"));
    }

    /** With what the server itself wrote there, which a form leaves out. */
    private static String pairs(JsonNode value) {
        List<String> lines = value.properties().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""))
                .toList();
        return String.join("\n", lines);
    }

    private static void add(List<Node> cells, String path, String name, String value) {
        int row = cells.size() / 2;
        var label = new Label(name);
        label.setWrapText(true);
        label.getStyleClass().add("eg-consumer-field");
        label.setTooltip(new Tooltip(path));
        var text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("eg-consumer-value");
        text.setTooltip(new Tooltip(path));
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setConstraints(label, 0, row);
        GridPane.setConstraints(text, 1, row);
        cells.add(label);
        cells.add(text);
    }

    Region root() {
        return grid;
    }
}
