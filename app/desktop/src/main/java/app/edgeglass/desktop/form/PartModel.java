package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A part with fields of its own, which is there or is not. Fields of it that nobody here knows stay. */
public final class PartModel extends FieldModel {

    private final BooleanProperty present = new SimpleBooleanProperty();
    private final FieldSet fields;
    private ObjectNode before = JsonMapper.shared().createObjectNode();
    private boolean taken;

    PartModel(Place place, List<ConfigField> fields) {
        super(place);
        this.fields = new FieldSet(place, fields, place.mode());
        present.subscribe(() -> edited());
    }

    @Override
    void take(@Nullable JsonNode value) {
        taken = value instanceof ObjectNode;
        before = value instanceof ObjectNode part ? part : JsonMapper.shared().createObjectNode();
        fields.read(before);
        present.set(taken);
    }

    @Override
    boolean isTouched() {
        return present.get() != taken || (present.get() && fields.isTouched());
    }

    @Override
    @Nullable
    JsonNode value() {
        return present.get() ? fields.patched(before) : null;
    }

    @Override
    Optional<Failure> wrong() {
        return Optional.empty();
    }

    @Override
    void problems(BiConsumer<String, Failure> into) {
        if (present.get()) {
            fields.problems(into);
        }
    }

    public BooleanProperty presentProperty() {
        return present;
    }

    public List<FieldModel> fields() {
        return fields.all();
    }
}
