package app.edgeglass.core.jetstream.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares two configurations field by field, also those that nobody here knows. Lists count as one value. */
public final class ConfigDiff {

    private ConfigDiff() {}

    /** What differs, in the order of the fields of the first, and then of the second. */
    public static List<FieldChange> between(ObjectNode before, ObjectNode after) {
        var changes = new ArrayList<FieldChange>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, ObjectNode before, ObjectNode after, List<FieldChange> into) {
        var names = new LinkedHashSet<String>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name), into);
        }
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<FieldChange> into) {
        if (before instanceof ObjectNode a && after instanceof ObjectNode b) {
            compare(path, a, b, into);
        } else if (before == null ? after != null : !before.equals(after)) {
            into.add(new FieldChange(path, before, after));
        }
    }
}
