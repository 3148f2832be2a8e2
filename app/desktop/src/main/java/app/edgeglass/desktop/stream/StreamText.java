package app.edgeglass.desktop.stream;

import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.stream.StreamFields;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.form.FieldText;
import app.edgeglass.desktop.form.FieldWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of a configuration as they are read. */
final class StreamText {

    static final FieldWords FIELDS = new FieldWords(Texts.WORDS);
    private static final int MOST_CHARACTERS = 400;

    private StreamText() {}

    static String retention(String word) {
        return FIELDS.choice("retention", word);
    }

    static String storage(String word) {
        return FIELDS.choice("storage", word);
    }

    static Optional<ConfigField> field(String name) {
        return StreamFields.all().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** A value at a path as a person reads it; of what nobody here knows, the JSON. */
    static String value(String path, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return Texts.WORDS.say("value.absent");
        }
        Shape shape = shape(path).orElse(null);
        String said = switch (shape) {
            case Shape.Flag _ -> value.asBoolean(false) ? Texts.WORDS.say("value.yes") : Texts.WORDS.say("value.no");
            case Shape.Count(long none) ->
                value.asLong(0) == none || value.asLong(0) <= 0
                        ? Texts.WORDS.say("value.none")
                        : Texts.FIGURES.count(value.asLong(0));
            case Shape.Bytes _ ->
                value.asLong(0) <= 0 ? Texts.WORDS.say("value.none") : FieldText.say(new Shape.Bytes(-1), value);
            case Shape.Span() ->
                value.asLong(0) <= 0 ? Texts.WORDS.say("value.none") : FieldText.say(new Shape.Span(), value);
            case Shape.Choice _ -> FIELDS.choice(path, value.asString(""));
            case Shape.Texts() -> FieldText.say(new Shape.Texts(), value).replace("\n", ", ");
            case null, default -> value.isValueNode() ? value.asString("") : value.toString();
        };
        return SafeText.show(said, MOST_CHARACTERS);
    }

    private static Optional<Shape> shape(String path) {
        var fields = StreamFields.all();
        Optional<Shape> shape = Optional.empty();
        for (String name : path.split("[.]", -1)) {
            shape = fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .map(ConfigField::shape);
            if (shape.orElse(null) instanceof Shape.Part(var inner)) {
                fields = inner;
            }
        }
        return shape;
    }
}
