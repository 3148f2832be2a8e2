package app.edgeglass.core.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON value, some of whose parts are drawn anew for each message. */
public sealed interface JsonTemplate {

    /** An object. */
    record Struct(List<Field> fields) implements JsonTemplate {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    record Field(String name, JsonTemplate value) {}

    record Array(List<JsonTemplate> items) implements JsonTemplate {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** An array of values that are drawn from one template. */
    record Repeat(JsonTemplate item, int times) implements JsonTemplate {}

    /** A text whose places are filled. */
    record Text(Template template) implements JsonTemplate {}

    /** @param value a String, Long, BigDecimal, BigInteger, Boolean or null */
    record Constant(@Nullable Object value) implements JsonTemplate {}

    /** Drawn anew for each message. */
    record Drawn(Generator generator) implements JsonTemplate {}
}
