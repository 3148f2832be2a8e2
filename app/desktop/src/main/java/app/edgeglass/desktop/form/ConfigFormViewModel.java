package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A configuration while it is edited, as a patch on the server's own JSON: fields that nobody touched, and fields that nobody
 * here knows, come out as they came in. Used on the window's thread only.
 */
public final class ConfigFormViewModel {

    private final FieldSet fields;
    private final FormMode mode;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<String, Failure>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private ObjectNode before = JsonMapper.shared().createObjectNode();
    private boolean reading = true;

    public ConfigFormViewModel(List<ConfigField> known, FormMode mode) {
        this.mode = mode;
        var root = new FieldModel.Place("", ConfigField.of("", new Shape.Text()), mode, this::edited);
        this.fields = new FieldSet(root, known, mode);
        this.reading = false;
    }

    /** Takes a configuration; what was edited before is gone. */
    public void read(ObjectNode config) {
        reading = true;
        before = config;
        fields.read(config);
        reading = false;
        edited();
    }

    private void edited() {
        if (reading) {
            return;
        }
        var wrong = new LinkedHashMap<String, Failure>();
        fields.problems(wrong::putIfAbsent);
        problems.set(wrong);
        changed.set(fields.isTouched());
    }

    /** What was taken, with what was edited in it. Only while nothing is wrong. */
    public ObjectNode result() {
        return fields.patched(before);
    }

    /** What the server says, and nobody here knows. Stays as it is. */
    public Map<String, JsonNode> unknown() {
        var known = fields.all().stream().map(FieldModel::name).collect(Collectors.toSet());
        var unknown = new LinkedHashMap<String, JsonNode>();
        before.properties().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .forEach(entry -> unknown.put(entry.getKey(), entry.getValue()));
        return unknown;
    }

    public FormMode mode() {
        return mode;
    }

    public List<FieldModel> fields() {
        return fields.all();
    }

    /** @param name of one of the fields at the top */
    public Optional<FieldModel> field(String name) {
        return fields.all().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether there is something that would be lost. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What is wrong, by the paths of the fields; empty when the result can be taken. */
    public ReadOnlyObjectProperty<Map<String, Failure>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}
