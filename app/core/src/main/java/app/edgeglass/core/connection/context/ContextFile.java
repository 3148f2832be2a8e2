package app.edgeglass.core.connection.context;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a context's file says, key by key.
 *
 * @param name the context's
 * @param tree the whole file, with known keys spelled as the CLI spells them
 */
record ContextFile(String name, ObjectNode tree) {

    private static final int MOST = 1 << 20;

    /** Numbers of keys that nobody here knows stay as they are. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * @throws Failure when there is none, it cannot be read, or it is none
     */
    static ContextFile read(String name, Path path) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST + 1);
        } catch (NoSuchFileException e) {
            throw Failure.because(e, "context.missing", name, path);
        } catch (IOException e) {
            throw Failure.because(e, "context.unreadable", name, path, KeptFile.reason(e));
        }
        if (bytes.length > MOST) {
            throw Failure.of("context.damaged", name, path);
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode tree) {
                return new ContextFile(name, spelled(tree)).checked();
            }
        } catch (JacksonException e) {
            // Its message may quote the file, so that it is no cause.
        }
        throw Failure.of("context.damaged", name, path);
    }

    /** The CLI reads keys in any case, as Go does. */
    private static ObjectNode spelled(ObjectNode tree) {
        for (Field field : Field.values()) {
            for (String key : List.copyOf(tree.propertyNames())) {
                if (key.equalsIgnoreCase(field.key()) && !key.equals(field.key())) {
                    JsonNode value = tree.remove(key);
                    tree.putIfAbsent(field.key(), value);
                }
            }
        }
        return tree;
    }

    /** A value of the wrong kind makes the CLI refuse the whole file; so do we, and name it. */
    private ContextFile checked() {
        for (Field field : Field.values()) {
            JsonNode value = tree.path(field.key());
            boolean fits = value.isMissingNode()
                    || value.isNull()
                    || switch (field) {
                        case TLS_FIRST -> value.isBoolean();
                        case WINDOWS_CA_CERTS_MATCH -> isTexts(value);
                        default -> value.isString();
                    };
            if (!fits) {
                throw Failure.of("context.field", name, field.key());
            }
        }
        return this;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }

    /** Empty when it is not there. */
    String text(Field field) {
        return tree.path(field.key()).asString("");
    }

    boolean has(Field field) {
        return !text(field).isEmpty();
    }

    boolean flag(Field field) {
        return tree.path(field.key()).asBoolean(false);
    }

    List<String> texts(Field field) {
        return tree.path(field.key()).valueStream().map(JsonNode::asString).toList();
    }

    /** A copy with another value. */
    ContextFile with(Field field, String text) {
        ObjectNode copy = tree.deepCopy();
        copy.put(field.key(), text);
        return new ContextFile(name, copy);
    }

    /** The keys that the CLI of 2026 does not know, either. */
    List<String> unknownKeys() {
        var keys = new ArrayList<String>();
        tree.propertyNames().forEach(keys::add);
        for (Field field : Field.values()) {
            keys.remove(field.key());
        }
        keys.remove(Field.NAME);
        return keys;
    }

    /** A value from its text. */
    static JsonNode value(String json) {
        return JSON.readTree(json);
    }

    /** The text of a file, laid out as the CLI does. */
    static byte[] bytes(ObjectNode tree) {
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsBytes(tree);
    }
}
