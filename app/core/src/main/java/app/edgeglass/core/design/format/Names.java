package app.edgeglass.core.design.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of one sort: each may be given once. */
final class Names {

    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /** @param spot where the name stands */
    void claim(Spot spot, String name) {
        Integer first = lines.putIfAbsent(name, spot.node().line());
        if (first != null) {
            spot.wrong("duplicate", name, first);
        }
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    List<String> all() {
        return List.copyOf(lines.keySet());
    }
}
