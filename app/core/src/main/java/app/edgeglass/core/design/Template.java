package app.edgeglass.core.design;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text with places to fill: {@code site.{site}.temp}. A brace that is meant as such is written twice.
 *
 * @param text as it was written
 * @param parts what it consists of
 */
public record Template(String text, List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** A stretch of a template. */
    public sealed interface Part {}

    /** Text that stands as it is. */
    public record Literal(String text) implements Part {}

    /** A place that is filled with the value of this name. */
    public record Place(String name) implements Part {}

    /** A text without places. */
    public static Template literal(String text) {
        return new Template(text, List.of(new Literal(text)));
    }

    /** The names at its places, in order, each once. */
    public List<String> names() {
        return parts.stream()
                .filter(Place.class::isInstance)
                .map(part -> ((Place) part).name())
                .distinct()
                .toList();
    }

    public String fill(Function<String, String> values) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Literal literal -> literal.text();
                    case Place place -> values.apply(place.name());
                })
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text;
    }
}
