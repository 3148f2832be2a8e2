package app.edgeglass.core.connection.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values of a JSON object, each of the kind that is asked for. What is not there is its default; what does not fit throws. */
final class Fields {

    /** A value that does not fit, by the place where it stands. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        Unfit(String place) {
            super(place);
        }

        String place() {
            return String.valueOf(getMessage());
        }
    }

    private final ObjectNode node;
    private final String place;

    private Fields(ObjectNode node, String place) {
        this.node = node;
        this.place = place;
    }

    static Fields of(ObjectNode node) {
        return new Fields(node, "");
    }

    private @Nullable JsonNode get(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    Unfit unfit(String key) {
        return new Unfit(place + key);
    }

    String text(String key, String otherwise) throws Unfit {
        JsonNode value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isString()) {
            throw unfit(key);
        }
        return value.stringValue();
    }

    /** A text that has to be there. */
    String text(String key) throws Unfit {
        if (!has(key)) {
            throw unfit(key);
        }
        return text(key, "");
    }

    boolean flag(String key, boolean otherwise) throws Unfit {
        JsonNode value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw unfit(key);
        }
        return value.booleanValue();
    }

    Duration duration(String key, Duration otherwise) throws Unfit {
        String text = text(key, "");
        try {
            return text.isEmpty() ? otherwise : Duration.parse(text);
        } catch (DateTimeException e) {
            throw unfit(key);
        }
    }

    Path path(String key) throws Unfit {
        try {
            return Path.of(text(key));
        } catch (InvalidPathException e) {
            throw unfit(key);
        }
    }

    Optional<Path> pathIfAny(String key) throws Unfit {
        return has(key) ? Optional.of(path(key)) : Optional.empty();
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) throws Unfit {
        String text = text(key, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(text)) {
                return constant;
            }
        }
        throw unfit(key);
    }

    /** How a constant is written. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> texts(String key) throws Unfit {
        JsonNode value = get(key);
        var texts = new ArrayList<String>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray()) {
            throw unfit(key);
        }
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw unfit(key);
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** An object below; an empty one when there is none. */
    Fields below(String key) throws Unfit {
        JsonNode value = get(key);
        if (value == null) {
            return new Fields(node.objectNode(), place + key + ".");
        }
        if (!(value instanceof ObjectNode object)) {
            throw unfit(key);
        }
        return new Fields(object, place + key + ".");
    }

    /** What a record makes of a text; a value that it refuses does not fit. */
    <T> T made(String key, String text, Function<String, T> maker) throws Unfit {
        try {
            return maker.apply(text);
        } catch (RuntimeException e) {
            // Its message may quote what stands there, which may be anything.
            throw unfit(key);
        }
    }
}
