package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Generator;
import app.edgeglass.core.design.JsonTemplate;
import app.edgeglass.core.design.Template.Literal;
import app.edgeglass.core.design.Template.Place;
import app.edgeglass.core.design.format.YamlNode.Entry;
import app.edgeglass.core.design.format.YamlNode.Mapping;
import app.edgeglass.core.design.format.YamlNode.Scalar;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads a JSON value that is written as YAML. A mapping with one field whose name begins with {@code $} is no object but draws
 * a value.
 */
final class JsonReader {

    private static final BigInteger MOST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MOST_REPEATS = 10_000;

    private final Scope scope;
    private final GeneratorReader generators;

    JsonReader(Scope scope) {
        this.scope = scope;
        this.generators = new GeneratorReader(scope, this);
    }

    Optional<JsonTemplate> read(Spot spot) {
        return switch (spot.node()) {
            case Mapping mapping
            when mapping.entries().stream().anyMatch(JsonReader::isSpecial) -> special(spot, mapping);
            case Mapping mapping -> Optional.of(struct(spot, mapping));
            case Sequence _ -> Optional.of(new JsonTemplate.Array(spot.items(this::read)));
            case Scalar scalar when scalar.kind() == YamlNode.Kind.TEXT -> text(spot);
            case Scalar scalar -> Optional.of(constant(scalar));
        };
    }

    private static boolean isSpecial(Entry entry) {
        return entry.key().startsWith("$");
    }

    private JsonTemplate struct(Spot spot, Mapping mapping) {
        var fields = new ArrayList<JsonTemplate.Field>();
        var seen = new HashSet<String>();
        for (Entry entry : mapping.entries()) {
            Spot value = spot.field(entry.key(), entry.value());
            if (!seen.add(entry.key())) {
                spot.problems().add(entry.line(), entry.column(), value.path(), "duplicate-key", entry.key());
            }
            read(value).ifPresent(read -> fields.add(new JsonTemplate.Field(entry.key(), read)));
        }
        return new JsonTemplate.Struct(fields);
    }

    private Optional<JsonTemplate> text(Spot spot) {
        return Templates.read(spot).map(template -> {
            scope.check(spot, template);
            if (template.parts().stream().anyMatch(Place.class::isInstance)) {
                return new JsonTemplate.Text(template);
            }
            var literal = new StringBuilder();
            template.parts().forEach(part -> literal.append(part instanceof Literal text ? text.text() : ""));
            return new JsonTemplate.Constant(literal.toString());
        });
    }

    private Optional<JsonTemplate> special(Spot spot, Mapping mapping) {
        if (mapping.entries().size() > 1) {
            spot.wrong("generator-alone");
            return Optional.empty();
        }
        Entry only = mapping.entries().getFirst();
        Spot value = spot.field(only.key(), only.value());
        return switch (only.key()) {
            case "$const" -> Optional.of(verbatim(value.node()));
            case "$repeat" -> value.fields().map(this::repeat);
            default -> generators.read(only, value).map(this::drawn);
        };
    }

    private JsonTemplate drawn(Generator generator) {
        return new JsonTemplate.Drawn(generator);
    }

    private JsonTemplate repeat(Fields fields) {
        int times = fields.required("times", Scalars.small(1, MOST_REPEATS), 1);
        JsonTemplate item = fields.required("item", this::read, new JsonTemplate.Constant(null));
        fields.end();
        return new JsonTemplate.Repeat(item, times);
    }

    private static JsonTemplate verbatim(YamlNode node) {
        return switch (node) {
            case Mapping mapping ->
                new JsonTemplate.Struct(mapping.entries().stream()
                        .map(entry -> new JsonTemplate.Field(entry.key(), verbatim(entry.value())))
                        .toList());
            case Sequence sequence ->
                new JsonTemplate.Array(
                        sequence.items().stream().map(JsonReader::verbatim).toList());
            case Scalar scalar -> constant(scalar);
        };
    }

    private static JsonTemplate constant(Scalar scalar) {
        return new JsonTemplate.Constant(
                switch (scalar.kind()) {
                    case TEXT -> scalar.text();
                    case INTEGER -> integer(scalar.text());
                    case DECIMAL -> new BigDecimal(scalar.text().replace("_", ""));
                    case BOOLEAN -> Boolean.valueOf(scalar.text());
                    case NULL -> null;
                });
    }

    private static Number integer(String text) {
        var value = new BigInteger(text.replace("_", ""));
        return value.abs().compareTo(MOST_LONG) <= 0 ? (Number) value.longValue() : value;
    }

    /** The options of a choice: a list of values, or a mapping of texts to their weights. */
    Optional<List<Generator.Option>> options(Spot spot) {
        List<Generator.Option> options;
        if (spot.node() instanceof Mapping) {
            options = spot.fields().stream()
                    .flatMap(fields -> fields.all().entrySet().stream())
                    .flatMap(option -> Scalars.notNegative(option.getValue())
                            .map(weight -> new Generator.Option(new JsonTemplate.Constant(option.getKey()), weight))
                            .stream())
                    .toList();
        } else {
            options = spot.items(this::read).stream()
                    .map(value -> new Generator.Option(value, 1))
                    .toList();
        }
        if (options.stream().mapToDouble(Generator.Option::weight).sum() <= 0) {
            spot.wrong("no-options");
            return Optional.empty();
        }
        return Optional.of(options);
    }
}
