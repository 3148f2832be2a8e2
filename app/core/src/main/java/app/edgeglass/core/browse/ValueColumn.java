package app.edgeglass.core.browse;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** One value of each message that a person wants to see in a column of its own. */
public sealed interface ValueColumn {

    /** More would not fit into a menu. */
    int MOST_OFFERED = 24;

    int MOST_LOOKED_AT = 1_000;

    Pattern LATER = Pattern.compile("/[1-9][0-9]*(/|$)");

    /** How a person writes it: a JSON pointer such as {@code /customer/id} (RFC 6901), or the name of a header. */
    String text();

    /** The value in a message; empty where it has none. */
    String value(StoredMessage message);

    /**
     * Reads what a person wrote.
     *
     * @throws Failure {@code browse.column-empty}
     */
    static ValueColumn parse(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            throw Failure.of("browse.column-empty");
        }
        if (!text.startsWith("/")) {
            return new OfHeader(text);
        }
        return new OfPayload(text, JsonPointer.compile(text));
    }

    /** What a message has that could be columns: the names of its headers, and pointers to the plain values in its payload. */
    static List<String> offered(StoredMessage message) {
        var offered = new LinkedHashSet<String>();
        message.headers().forEach(header -> offered.add(header.name()));
        try (JsonParser parser = JsonMapper.shared().createParser(message.payload())) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                for (int i = 0; token != null && i < MOST_LOOKED_AT && offered.size() < MOST_OFFERED; i++) {
                    if (token.isScalarValue()) {
                        String pointer =
                                parser.streamReadContext().pathAsPointer().toString();
                        // Of a list the first stands for all.
                        if (!LATER.matcher(pointer).find()) {
                            offered.add(pointer);
                        }
                    }
                    token = parser.nextToken();
                }
            }
        } catch (JacksonException e) {
            // Up to where it is JSON, and all there.
        }
        return List.copyOf(offered);
    }

    /** The value of a header; of several lines all. */
    record OfHeader(String text) implements ValueColumn {

        @Override
        public String value(StoredMessage message) {
            if (message.headerBlock().length == 0) {
                return "";
            }
            return message.headers().stream()
                    .filter(header -> header.name().equals(text))
                    .map(Header::value)
                    .collect(Collectors.joining(", "));
        }
    }

    /** A value within a payload of JSON. Reads no further than to it, so that a payload may be cut behind. */
    record OfPayload(String text, JsonPointer pointer) implements ValueColumn {

        private static final int MOST = 1_000;

        @Override
        public String value(StoredMessage message) {
            try (JsonParser parser = JsonMapper.shared().createParser(message.payload())) {
                JsonPointer left = pointer;
                JsonToken token = parser.nextToken();
                while (token != null && !left.matches()) {
                    token = switch (token) {
                        case START_OBJECT -> member(parser, left.getMatchingProperty());
                        case START_ARRAY -> element(parser, left.getMatchingIndex());
                        default -> null;
                    };
                    left = left.tail();
                }
                return token == null ? "" : said(parser, token);
            } catch (JacksonException e) {
                return ""; // No JSON, or cut before it.
            }
        }

        private static @Nullable JsonToken member(JsonParser parser, String name) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = name.equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (found) {
                    return value;
                }
                parser.skipChildren();
            }
            return null;
        }

        private static @Nullable JsonToken element(JsonParser parser, int index) {
            JsonToken value = parser.nextToken();
            for (int i = 0; i < index && value != null && value != JsonToken.END_ARRAY; i++) {
                parser.skipChildren();
                value = parser.nextToken();
            }
            return index < 0 || value == JsonToken.END_ARRAY ? null : value;
        }

        private static String said(JsonParser parser, JsonToken token) {
            String said = token.isScalarValue() ? parser.getString() : compact(parser);
            return said.length() > MOST ? said.substring(0, MOST) : said;
        }

        private static String compact(JsonParser parser) {
            return parser.readValueAsTree().toString();
        }
    }
}
