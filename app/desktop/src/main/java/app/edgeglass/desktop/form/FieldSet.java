package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigField;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a configuration, or of a part of one. */
final class FieldSet {

    private final List<FieldModel> fields;

    FieldSet(FieldModel.Place place, List<ConfigField> fields, FormMode mode) {
        this.fields = fields.stream()
                .map(field -> FieldModel.of(place.below(field, mode)))
                .toList();
    }

    void read(ObjectNode config) {
        fields.forEach(field -> field.read(config.get(field.name())));
    }

    /** A copy with what was touched in it; all else as it was. */
    ObjectNode patched(ObjectNode before) {
        ObjectNode after = before.deepCopy();
        fields.forEach(field -> field.write(after));
        return after;
    }

    boolean isTouched() {
        return fields.stream().anyMatch(FieldModel::isTouched);
    }

    void problems(BiConsumer<String, Failure> into) {
        fields.forEach(field -> field.problems(into));
    }

    List<FieldModel> all() {
        return fields;
    }
}
