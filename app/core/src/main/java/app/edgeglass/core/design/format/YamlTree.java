package app.edgeglass.core.design.format;

import app.edgeglass.core.design.format.YamlNode.Entry;
import app.edgeglass.core.design.format.YamlNode.Kind;
import app.edgeglass.core.design.format.YamlNode.Mapping;
import app.edgeglass.core.design.format.YamlNode.Scalar;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into nodes that know their places. An alias stands for the node of its anchor, as often as wanted within the
 * bound on nodes: what a few lines of aliases would unfold into is counted before it is built.
 */
final class YamlTree {

    static final int DEEPEST = 48;
    static final int MOST_NODES = 100_000;

    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Set<String> KNOWN_TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");

    private final Problems problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;

    private YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** @return none when something is wrong, which the problems then say */
    static Optional<YamlNode> parse(String text, Problems problems) {
        return new YamlTree(problems).document(text);
    }

    private Optional<YamlNode> document(String text) {
        if (hasControlCharacter(text)) {
            return Optional.empty();
        }
        try (var parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(1, 1, "", "empty");
                return Optional.empty();
            }
            YamlNode root = node(parser, first, 0);
            if (parser.nextToken() != null) {
                wrong(parser.currentTokenLocation(), "documents");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (Stop e) {
            return Optional.empty();
        } catch (JacksonException e) {
            syntax(e);
            return Optional.empty();
        }
    }

    /** The parser refuses these too, but cannot say where they stand. */
    private boolean hasControlCharacter(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (c != '\r' && c != '\t' && Character.isISOControl(c)) {
                problems.add(line, i - start + 1, "", "control-character", String.format("U+%04X", (int) c));
                return true;
            }
        }
        return false;
    }

    private YamlNode node(YAMLParser parser, JsonToken token, int depth) {
        TokenStreamLocation at = parser.currentTokenLocation();
        if (depth > DEEPEST) {
            throw stop(at, "too-deep", DEEPEST);
        }
        if (parser.isCurrentAlias()) {
            Anchored anchored = anchors.get(parser.getString());
            if (anchored == null) {
                throw stop(at, "alias", parser.getString());
            }
            count(at, anchored.nodes());
            return anchored.node();
        }
        Object tag = parser.getTypeId();
        if (tag instanceof String text
                && !(text.startsWith(TAGS) && KNOWN_TAGS.contains(text.substring(TAGS.length())))) {
            throw stop(at, "tag", text);
        }
        String anchor = parser.getObjectId();
        long before = nodes;
        count(at, 1);
        YamlNode node = switch (token) {
            case START_OBJECT -> mapping(parser, at, depth);
            case START_ARRAY -> sequence(parser, at, depth);
            default -> new Scalar(at.getLineNr(), at.getColumnNr(), kind(token), text(parser, token));
        };
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before));
        }
        return node;
    }

    private Mapping mapping(YAMLParser parser, TokenStreamLocation at, int depth) {
        var entries = new ArrayList<Entry>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String key = parser.currentName();
            TokenStreamLocation keyAt = parser.currentTokenLocation();
            YamlNode value = node(parser, parser.nextToken(), depth + 1);
            entries.add(new Entry(key, keyAt.getLineNr(), keyAt.getColumnNr(), value));
        }
        return new Mapping(at.getLineNr(), at.getColumnNr(), entries);
    }

    private Sequence sequence(YAMLParser parser, TokenStreamLocation at, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(parser, token, depth + 1));
        }
        return new Sequence(at.getLineNr(), at.getColumnNr(), items);
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            default -> Kind.TEXT;
        };
    }

    private static String text(JsonParser parser, JsonToken token) {
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    private void count(TokenStreamLocation at, long more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw stop(at, "too-many-nodes", MOST_NODES);
        }
    }

    private void syntax(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            Mark mark = marked.getProblemMark().orElse(null);
            String said = marked.getProblem() == null ? "?" : marked.getProblem();
            problems.add(
                    mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, "", "syntax", said);
        } else {
            TokenStreamLocation at = e.getLocation();
            String said = e.getOriginalMessage().lines().findFirst().orElse("?");
            problems.add(at == null ? 1 : Math.max(1, at.getLineNr()), 1, "", "syntax", said);
        }
    }

    private void wrong(TokenStreamLocation at, String key, Object... arguments) {
        problems.add(at.getLineNr(), at.getColumnNr(), "", key, arguments);
    }

    private Stop stop(TokenStreamLocation at, String key, Object... arguments) {
        wrong(at, key, arguments);
        return new Stop();
    }

    /** @param nodes how many nodes it is, those in it included */
    private record Anchored(YamlNode node, long nodes) {}

    /** The problem is told already; there is no way on in this file. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
