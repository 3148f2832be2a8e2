package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonScanner.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value in memory, to be compared. Knows where in the bytes it stands. */
final class JsonNode {

    /** Values nested deeper are not compared: comparing goes down as deep as they do. */
    static final int DEEPEST = 400;

    /** Numbers longer than this are the same only when they are written the same. */
    private static final int LONGEST_NUMBER = 100;

    private final byte[] bytes;
    private final Token kind;
    private final int start;
    private int end;
    private final Map<String, JsonNode> members;
    private final List<JsonNode> items;

    private JsonNode(byte[] bytes, Token kind, int start, int end) {
        this.bytes = bytes;
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.members = kind == Token.OBJECT_START ? new LinkedHashMap<>() : Map.of();
        this.items = kind == Token.ARRAY_START ? new ArrayList<>(4) : List.of();
    }

    /**
     * Reads bytes that hold one JSON value, or several one after the other, which become an array.
     *
     * @return the value; none when it is no JSON, cut off or nested too deeply
     */
    static @Nullable JsonNode read(byte[] bytes, int size) {
        var roots = new ArrayList<JsonNode>();
        var open = new ArrayDeque<JsonNode>();
        var repeats = new ArrayDeque<Map<String, Integer>>();
        var name = "";
        var scanner = new JsonScanner(bytes, size, true);
        while (true) {
            var token = scanner.next();
            switch (token) {
                case END -> {
                    return roots.size() == 1 ? roots.getFirst() : sequence(bytes, size, roots);
                }
                case BROKEN, CUT -> {
                    return null;
                }
                case NAME ->
                    name = unique(
                            JsonText.string(bytes, scanner.start() + 1, scanner.end() - 1),
                            open.element(),
                            repeats.element());
                case OBJECT_END, ARRAY_END -> {
                    open.pop().end = scanner.end();
                    repeats.pop();
                }
                default -> {
                    var node = new JsonNode(bytes, token, scanner.start(), scanner.end());
                    var parent = open.peek();
                    if (parent == null) {
                        roots.add(node);
                    } else if (parent.kind == Token.OBJECT_START) {
                        parent.members.put(name, node);
                    } else {
                        parent.items.add(node);
                    }
                    if (token == Token.OBJECT_START || token == Token.ARRAY_START) {
                        if (scanner.depth() > DEEPEST) {
                            return null;
                        }
                        open.push(node);
                        repeats.push(new HashMap<>(0));
                    }
                }
            }
        }
    }

    private static JsonNode sequence(byte[] bytes, int size, List<JsonNode> roots) {
        var all = new JsonNode(bytes, Token.ARRAY_START, 0, size);
        all.items.addAll(roots);
        return all;
    }

    /** A name that stands twice in an object is told apart by a number, so that both are compared. */
    private static String unique(String name, JsonNode object, Map<String, Integer> repeats) {
        var unique = name;
        while (object.members.containsKey(unique)) {
            unique = name + " (" + (repeats.merge(name, 1, Integer::sum) + 1) + ")";
        }
        return unique;
    }

    boolean isObject() {
        return kind == Token.OBJECT_START;
    }

    boolean isArray() {
        return kind == Token.ARRAY_START;
    }

    Map<String, JsonNode> members() {
        return members;
    }

    List<JsonNode> items() {
        return items;
    }

    /** The value in one line. */
    String line(int limit) {
        return JsonLine.ofPart(bytes, start, end, limit);
    }

    /** Whether both are the same value: numbers by what they amount to, strings without regard to escapes, names in any order. */
    boolean isSame(JsonNode other) {
        if (kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case OBJECT_START -> members.size() == other.members.size() && hasSameMembers(other);
            case ARRAY_START -> items.size() == other.items.size() && hasSameItems(other);
            case STRING, NUMBER -> isSameText(other);
            default -> true;
        };
    }

    private boolean hasSameMembers(JsonNode other) {
        for (var member : members.entrySet()) {
            var twin = other.members.get(member.getKey());
            if (twin == null || !member.getValue().isSame(twin)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSameItems(JsonNode other) {
        for (var i = 0; i < items.size(); i++) {
            if (!items.get(i).isSame(other.items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSameText(JsonNode other) {
        if (Arrays.equals(bytes, start, end, other.bytes, other.start, other.end)) {
            return true;
        }
        if (kind == Token.STRING) {
            return (hasEscape() || other.hasEscape()) && text().equals(other.text());
        }
        var mine = number();
        var others = other.number();
        return mine != null && others != null && mine.compareTo(others) == 0;
    }

    private boolean hasEscape() {
        for (var i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private String text() {
        return JsonText.string(bytes, start + 1, end - 1);
    }

    private @Nullable BigDecimal number() {
        if (end - start > LONGEST_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return null; // The exponent is beyond anything that is counted with.
        }
    }

    /** Equal for values that are the same, and mostly different for others. */
    int sameHash() {
        return switch (kind) {
            case OBJECT_START -> {
                var hash = 1;
                for (var member : members.entrySet()) {
                    hash += member.getKey().hashCode() ^ (31 * member.getValue().sameHash());
                }
                yield hash;
            }
            case ARRAY_START -> {
                var hash = 2;
                for (var item : items) {
                    hash = 31 * hash + item.sameHash();
                }
                yield hash;
            }
            case STRING -> text().hashCode();
            case NUMBER -> {
                var number = number();
                yield number == null ? 3 : Double.hashCode(number.doubleValue() + 0.0);
            }
            default -> kind.name().hashCode();
        };
    }
}
