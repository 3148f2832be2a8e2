package app.edgeglass.core.settings;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a section's record becomes JSON and back, so that nothing in a file is lost that this version does not know. */
final class SettingsTree {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            // Numbers of keys that this version does not know stay as they were written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SettingsTree() {}

    /**
     * What was read.
     *
     * @param unknown the keys that the record has no place for
     * @param whole whether every value in the file could be taken
     */
    record Read<T>(T value, ObjectNode unknown, boolean whole) {}

    /** Reads a record; what the file does not have, or has with a value that does not fit, is taken from the defaults. */
    static <T> Read<T> read(@Nullable JsonNode stored, Class<T> type, T defaults) {
        ObjectNode base = tree(defaults);
        if (stored == null || stored.isNull()) {
            return new Read<>(defaults, MAPPER.createObjectNode(), true);
        }
        if (!(stored instanceof ObjectNode object)) {
            return new Read<>(defaults, MAPPER.createObjectNode(), false);
        }
        T all = parse(overlaid(base, object), type);
        if (all != null) {
            return new Read<>(all, without(object, tree(all)), true);
        }
        ObjectNode fitting = base;
        for (var field : object.properties()) {
            ObjectNode alone = MAPPER.createObjectNode();
            alone.set(field.getKey(), field.getValue());
            ObjectNode candidate = overlaid(fitting, alone);
            if (parse(candidate, type) != null) {
                fitting = candidate;
            }
        }
        T some = parse(fitting, type);
        T value = some == null ? defaults : some;
        return new Read<>(value, without(object, tree(value)), false);
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static <T> @Nullable T parse(ObjectNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Both, with the upper's values where both have one; objects are overlaid key by key. Neither is changed. */
    static ObjectNode overlaid(ObjectNode lower, ObjectNode upper) {
        ObjectNode result = lower.deepCopy();
        for (var field : upper.properties()) {
            JsonNode below = result.get(field.getKey());
            JsonNode above = field.getValue();
            if (above instanceof ObjectNode aboveObject && below instanceof ObjectNode belowObject) {
                result.set(field.getKey(), overlaid(belowObject, aboveObject));
            } else if (!above.isNull()) {
                result.set(field.getKey(), above.deepCopy());
            }
        }
        return result;
    }

    /** What the object has and the other does not, key by key. */
    private static ObjectNode without(ObjectNode object, ObjectNode other) {
        ObjectNode result = MAPPER.createObjectNode();
        for (var field : object.properties()) {
            JsonNode known = other.get(field.getKey());
            if (known == null) {
                result.set(field.getKey(), field.getValue().deepCopy());
            } else if (known instanceof ObjectNode knownObject && field.getValue() instanceof ObjectNode nested) {
                ObjectNode rest = without(nested, knownObject);
                if (!rest.isEmpty()) {
                    result.set(field.getKey(), rest);
                }
            }
        }
        return result;
    }
}
