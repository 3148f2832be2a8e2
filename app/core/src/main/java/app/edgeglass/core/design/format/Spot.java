package app.edgeglass.core.design.format;

import app.edgeglass.core.design.format.YamlNode.Mapping;
import app.edgeglass.core.design.format.YamlNode.Scalar;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value in the document, and where it stands.
 *
 * @param path which field it is, such as {@code streams[0].max_age}
 */
record Spot(YamlNode node, String path, Problems problems) {

    void wrong(String key, Object... arguments) {
        problems.add(node.line(), node.column(), path, key, arguments);
    }

    Spot field(String name, YamlNode value) {
        return new Spot(value, path.isEmpty() ? name : path + "." + name, problems);
    }

    /** The fields of a mapping. */
    Optional<Fields> fields() {
        if (node instanceof Mapping mapping) {
            return Optional.of(new Fields(this, mapping));
        }
        wrong("no-mapping");
        return Optional.empty();
    }

    /** The items of a list. */
    List<Spot> items() {
        if (!(node instanceof Sequence sequence)) {
            wrong("no-list");
            return List.of();
        }
        var items = new ArrayList<Spot>();
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new Spot(sequence.items().get(i), path + "[" + i + "]", problems));
        }
        return items;
    }

    /** The items of a list, read; what cannot be read is left out, with its problem. */
    <T> List<T> items(Kind<T> kind) {
        return items().stream().flatMap(item -> kind.read(item).stream()).toList();
    }

    /** The text of a plain value, as it was written. */
    Optional<String> text() {
        if (node instanceof Scalar scalar && scalar.kind() != YamlNode.Kind.NULL) {
            return Optional.of(scalar.text());
        }
        wrong("no-value");
        return Optional.empty();
    }
}
