package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonChange.Kind;
import app.edgeglass.core.text.SafeText;
import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two JSON values in meaning: members by name in any order, elements by place or, where an array grew
 * or shrank, by the alignment that keeps most of them.
 */
final class JsonDiff {

    /** The most changes that are listed; all are counted. */
    static final int MOST_LISTED = 1_000;

    /** The longest value that is told, in code points. */
    private static final int VALUE_SHOWN = 200;

    private static final int POINTER_SHOWN = 300;

    /** Aligning costs the product of both sides at worst. */
    private static final int MOST_ALIGNED = 500;

    private final List<JsonChange> listed = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    private JsonDiff() {}

    /** Compares an older value with a newer one. */
    static JsonDiff between(JsonNode before, JsonNode after) {
        var diff = new JsonDiff();
        diff.compare(null, before, after);
        return diff;
    }

    /** The first changes, in the order of the older value and then of what the newer one has more. */
    List<JsonChange> listed() {
        return listed;
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** A way from the root to a value, read backwards. */
    private record Path(@Nullable Path parent, String token) {}

    private void compare(@Nullable Path path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            compareMembers(path, before, after);
        } else if (before.isArray() && after.isArray()) {
            compareItems(path, before.items(), after.items());
        } else if (!before.isSame(after)) {
            add(Kind.CHANGED, path, before, after);
        }
    }

    private void compareMembers(@Nullable Path path, JsonNode before, JsonNode after) {
        for (var member : before.members().entrySet()) {
            var at = new Path(path, member.getKey());
            var twin = after.members().get(member.getKey());
            if (twin == null) {
                add(Kind.REMOVED, at, member.getValue(), null);
            } else {
                compare(at, member.getValue(), twin);
            }
        }
        for (var member : after.members().entrySet()) {
            if (!before.members().containsKey(member.getKey())) {
                add(Kind.ADDED, new Path(path, member.getKey()), null, member.getValue());
            }
        }
    }

    private void compareItems(@Nullable Path path, List<JsonNode> before, List<JsonNode> after) {
        if (before.size() == after.size()) {
            compareByPlace(path, before, 0, before.size(), after, 0, after.size());
            return;
        }
        var shorter = Math.min(before.size(), after.size());
        var head = 0;
        while (head < shorter && before.get(head).isSame(after.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).isSame(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var beforeEnd = before.size() - tail;
        var afterEnd = after.size() - tail;
        if (beforeEnd - head > MOST_ALIGNED || afterEnd - head > MOST_ALIGNED) {
            compareByPlace(path, before, head, beforeEnd, after, head, afterEnd);
            return;
        }
        var patch = DiffUtils.diff(Keyed.of(before.subList(head, beforeEnd)), Keyed.of(after.subList(head, afterEnd)));
        for (var delta : patch.getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            compareByPlace(
                    path,
                    before,
                    head + source.getPosition(),
                    head + source.getPosition() + source.size(),
                    after,
                    head + target.getPosition(),
                    head + target.getPosition() + target.size());
        }
    }

    /** Pairs the elements of two stretches in order; what one has more was added or removed. */
    private void compareByPlace(
            @Nullable Path path,
            List<JsonNode> before,
            int beforeFrom,
            int beforeEnd,
            List<JsonNode> after,
            int afterFrom,
            int afterEnd) {
        var pairs = Math.min(beforeEnd - beforeFrom, afterEnd - afterFrom);
        for (var i = 0; i < pairs; i++) {
            compare(
                    new Path(path, String.valueOf(afterFrom + i)),
                    before.get(beforeFrom + i),
                    after.get(afterFrom + i));
        }
        for (var i = beforeFrom + pairs; i < beforeEnd; i++) {
            add(Kind.REMOVED, new Path(path, String.valueOf(i)), before.get(i), null);
        }
        for (var i = afterFrom + pairs; i < afterEnd; i++) {
            add(Kind.ADDED, new Path(path, String.valueOf(i)), null, after.get(i));
        }
    }

    private void add(Kind kind, @Nullable Path path, @Nullable JsonNode before, @Nullable JsonNode after) {
        counts.merge(kind, 1, Integer::sum);
        if (listed.size() < MOST_LISTED) {
            listed.add(new JsonChange(kind, pointer(path), line(before), line(after)));
        }
    }

    private static @Nullable String line(@Nullable JsonNode node) {
        return node == null ? null : node.line(VALUE_SHOWN);
    }

    private static String pointer(@Nullable Path path) {
        var tokens = new ArrayList<String>();
        for (var at = path; at != null; at = at.parent) {
            tokens.add(at.token);
        }
        var pointer = new StringBuilder();
        for (var token : tokens.reversed()) {
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return SafeText.show(pointer.toString(), POINTER_SHOWN);
    }

    /** An element that is compared by its hash first. */
    private record Keyed(int hash, JsonNode node) {

        static List<Keyed> of(List<JsonNode> nodes) {
            return nodes.stream().map(node -> new Keyed(node.sameHash(), node)).toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Keyed keyed && keyed.hash == hash && keyed.node.isSame(node);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
