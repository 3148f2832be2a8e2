package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Quantities;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.text.Sizes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values as they are typed, and back. */
public final class FieldText {

    /** What the server itself writes into metadata, and takes back as it was. */
    private static final String SERVERS_OWN = "_nats.";

    private FieldText() {}

    /** A value as it is shown in a form, and can be typed. */
    public static String say(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Bytes _ -> Quantities.sayBytes(value.asLong(0));
            case Shape.Span() -> Quantities.saySpan(value.asLong(0));
            case Shape.Spans() -> lines(value, one -> Quantities.saySpan(one.asLong(0)));
            case Shape.Texts() -> lines(value, one -> one.asString(""));
            case Shape.Pairs() ->
                pairs(value).filter(line -> !line.startsWith(SERVERS_OWN)).collect(Collectors.joining("\n"));
            case Shape.Count _, Shape.Amount _ -> Long.toString(value.asLong(0));
            default -> value.isValueNode() ? value.asString("") : value.toString();
        };
    }

    private static String lines(JsonNode list, java.util.function.Function<JsonNode, String> each) {
        return StreamSupport.stream(list.spliterator(), false).map(each).collect(Collectors.joining("\n"));
    }

    private static Stream<String> pairs(@Nullable JsonNode map) {
        return map instanceof ObjectNode pairs
                ? pairs.properties().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""))
                : Stream.empty();
    }

    /** The entries that only the server writes. */
    static String apart(Shape shape, @Nullable JsonNode value) {
        return shape instanceof Shape.Pairs
                ? pairs(value).filter(line -> line.startsWith(SERVERS_OWN)).collect(Collectors.joining("\n"))
                : "";
    }

    /**
     * A value as the server wants it; none for nothing.
     *
     * @param before of which the server's own entries are kept
     */
    static @Nullable JsonNode parse(Shape shape, String text, @Nullable JsonNode before) {
        String typed = text.strip();
        return switch (shape) {
            case Shape.Count _ -> typed.isEmpty() ? null : number(Quantities.number(typed));
            case Shape.Amount(long least, long most) -> number(within(Quantities.number(typed), least, most));
            case Shape.Bytes _ -> typed.isEmpty() ? null : number(Quantities.bytes(typed));
            case Shape.Span() -> typed.isEmpty() ? null : number(Quantities.nanos(typed));
            case Shape.Moment() ->
                typed.isEmpty()
                        ? null
                        : StringNode.valueOf(Quantities.moment(typed).toString());
            case Shape.Spans() -> list(spans(typed));
            case Shape.Texts() ->
                list(split(typed).<JsonNode>map(StringNode::valueOf).toList());
            case Shape.Pairs() -> map(typed, before);
            default -> typed.isEmpty() ? null : StringNode.valueOf(typed);
        };
    }

    /** As the parser would have made it, so that it equals what a server says. */
    static JsonNode number(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private static long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw Failure.of("config.range", least, most);
        }
        return value;
    }

    private static List<JsonNode> spans(String typed) {
        return split(typed).map(line -> number(Quantities.nanos(line))).toList();
    }

    private static Stream<String> split(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static @Nullable ArrayNode list(List<JsonNode> values) {
        return values.isEmpty() ? null : JsonMapper.shared().createArrayNode().addAll(values);
    }

    private static @Nullable ObjectNode map(String typed, @Nullable JsonNode before) {
        var map = JsonMapper.shared().createObjectNode();
        if (before instanceof ObjectNode kept) {
            kept.properties().stream()
                    .filter(entry -> entry.getKey().startsWith(SERVERS_OWN))
                    .forEach(entry -> map.set(entry.getKey(), entry.getValue()));
        }
        split(typed).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw Failure.of("config.pair", line);
            }
            map.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        });
        return map.isEmpty() ? null : map;
    }

    /** What it comes to; empty where that says no more than the text. */
    static String exactly(Shape shape, String text) {
        if (text.isBlank()) {
            return "";
        }
        return switch (shape) {
            case Shape.Bytes _ -> {
                long bytes = Quantities.bytes(text);
                yield Texts.WORDS.say("exactly", Sizes.exact(bytes, Texts.WORDS.locale()));
            }
            case Shape.Moment() ->
                Texts.WORDS.say("moment", Quantities.moment(text).toString());
            default -> "";
        };
    }
}
