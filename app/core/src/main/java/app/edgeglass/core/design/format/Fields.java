package app.edgeglass.core.design.format;

import app.edgeglass.core.design.format.YamlNode.Entry;
import app.edgeglass.core.design.format.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a mapping, taken one by one by name; {@link #end} complains of those that nobody asked for. */
final class Fields {

    private final Spot spot;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Spot spot, Mapping mapping) {
        this.spot = spot;
        for (Entry entry : mapping.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                wrong(entry, "duplicate", entry.key(), first.line());
            }
        }
    }

    /** The whole mapping. */
    Spot spot() {
        return spot;
    }

    boolean has(String name) {
        known.add(name);
        return entries.containsKey(name);
    }

    Optional<Spot> take(String name) {
        known.add(name);
        return Optional.ofNullable(entries.get(name)).map(entry -> spot.field(name, entry.value()));
    }

    <T> Optional<T> optional(String name, Kind<T> kind) {
        return take(name).flatMap(kind::read);
    }

    <T> T optional(String name, Kind<T> kind, T otherwise) {
        return optional(name, kind).orElse(otherwise);
    }

    /** @param otherwise stands in when it is missing or wrong, so that the rest can be read */
    <T> T required(String name, Kind<T> kind, T otherwise) {
        Optional<Spot> found = take(name);
        if (found.isEmpty()) {
            spot.wrong("missing", name);
        }
        return found.flatMap(kind::read).orElse(otherwise);
    }

    /** The items of a list; empty when there is none. */
    <T> List<T> list(String name, Kind<T> kind) {
        return take(name).map(list -> list.items(kind)).orElse(List.of());
    }

    /** Every field, whatever its name, in the order of the file. */
    Map<String, Spot> all() {
        var all = new LinkedHashMap<String, Spot>();
        entries.forEach((name, entry) -> all.put(name, spot.field(name, entry.value())));
        return all;
    }

    /** Says of a field's name, not of its value, what is wrong. */
    void wrongName(String name, String key, Object... arguments) {
        Entry entry = entries.get(name);
        if (entry != null) {
            wrong(entry, key, arguments);
        }
    }

    void end() {
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                Optional<String> near = Spelling.nearest(entry.key(), known);
                if (near.isPresent()) {
                    wrong(entry, "unknown-field.near", entry.key(), near.get());
                } else {
                    wrong(entry, "unknown-field", entry.key(), String.join(", ", known));
                }
            }
        }
    }

    private void wrong(Entry entry, String key, Object... arguments) {
        Spot at = spot.field(entry.key(), entry.value());
        spot.problems().add(entry.line(), entry.column(), at.path(), key, arguments);
    }
}
