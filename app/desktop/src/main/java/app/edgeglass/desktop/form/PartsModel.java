package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Several parts, in their order. */
public final class PartsModel extends FieldModel {

    private final List<ConfigField> shapes;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private List<Entry> taken = List.of();

    /** One of the parts; what was there before is kept as far as it is not edited. */
    public static final class Entry {

        private final ObjectNode before;
        private final FieldSet fields;

        private Entry(ObjectNode before, FieldSet fields) {
            this.before = before;
            this.fields = fields;
            fields.read(before);
        }

        public List<FieldModel> fields() {
            return fields.all();
        }
    }

    PartsModel(Place place, List<ConfigField> shapes) {
        super(place);
        this.shapes = shapes;
    }

    @Override
    void take(@Nullable JsonNode value) {
        taken = value instanceof ArrayNode list
                ? list.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(part -> entry((ObjectNode) part))
                        .toList()
                : List.of();
        entries.setAll(taken);
    }

    private Entry entry(ObjectNode part) {
        return new Entry(part, new FieldSet(place(), shapes, place().mode()));
    }

    /** Adds an empty part at the end. What is new can have any value. */
    public void add() {
        var fresh = new FormMode(true, place().mode().level());
        entries.add(new Entry(JsonMapper.shared().createObjectNode(), new FieldSet(place(), shapes, fresh)));
        edited();
    }

    public void remove(Entry entry) {
        entries.remove(entry);
        edited();
    }

    @Override
    boolean isTouched() {
        return !entries.equals(taken) || entries.stream().anyMatch(entry -> entry.fields.isTouched());
    }

    @Override
    @Nullable
    JsonNode value() {
        if (entries.isEmpty()) {
            return null;
        }
        ArrayNode list = JsonMapper.shared().createArrayNode();
        entries.forEach(entry -> list.add(entry.fields.patched(entry.before)));
        return list;
    }

    @Override
    Optional<Failure> wrong() {
        return Optional.empty();
    }

    @Override
    void problems(BiConsumer<String, Failure> into) {
        entries.forEach(entry -> entry.fields.problems(into));
    }

    /** The parts as they stand; changed by {@link #add} and {@link #remove} only. */
    public ObservableList<Entry> entries() {
        return entries;
    }
}
