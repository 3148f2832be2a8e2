package app.edgeglass.core.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.payload.JsonScanner.Token;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonScannerTest {

    /** The library refuses such a name, which RFC 8259 (8.2) lets stand, and takes the same in a string. */
    private static final String LONE_SURROGATE_IN_NAME = "lone surrogate in a name";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {                     | 1 | 2  | 1  | the text ends before the value does.
        {"a":1,}              | 1 | 8  | 7  | “}” stands where a name in double quotes is expected.
        {"a" 1}               | 1 | 6  | 5  | “1” stands where a colon is expected.
        {"a":tru}             | 1 | 6  | 5  | “tru” is not a JSON value; only numbers, true, false and null go without quotes.
        {"a":True}            | 1 | 6  | 5  | “True” is not a JSON value; only numbers, true, false and null go without quotes.
        {"a":NaN}             | 1 | 6  | 5  | “NaN” is not a JSON value; only numbers, true, false and null go without quotes.
        {"a":01}              | 1 | 6  | 5  | “01” is not a number as JSON writes it.
        {"a":1.}              | 1 | 6  | 5  | “1.” is not a number as JSON writes it.
        [1-2]                 | 1 | 2  | 1  | “1-2” is not a number as JSON writes it.
        [1,]                  | 1 | 4  | 3  | “]” stands where a value is expected.
        {"a":1]               | 1 | 7  | 6  | “]” stands where a comma or “}” is expected.
        [1 2]                 | 1 | 4  | 3  | “2” stands where a comma or “]” is expected.
        {'a':1}               | 1 | 2  | 1  | “'” stands where a name in double quotes is expected.
        {"é":"é" x}           | 1 | 10 | 11 | “x” stands where a comma or “}” is expected.
        {"a":"\\x"}           | 1 | 7  | 6  | “\\x” is not an escape that JSON knows.
        "\\u12g4"             | 1 | 2  | 1  | “\\u12g4” is not an escape that JSON knows.
        {"a":1} x             | 1 | 9  | 8  | “x” follows after the end of the value.
        12 13                 | 1 | 4  | 3  | “1” follows after the end of the value.
        """)
    void namesThePlaceAndTheReason(String json, int line, int column, int offset, String reason) {
        assertThat(JsonCheck.problem(json)).contains(new JsonProblem(line, column, offset, reason));
    }

    @Test
    void countsLinesAndCharacters() {
        var problem = JsonCheck.problem("{\n  \"ä\": 1\n  \"b\": 2\n}").orElseThrow();
        assertThat(problem.sentence())
                .isEqualTo("Line 3, column 3 (byte 14): “\"” stands where a comma or “}” is expected.");
    }

    @Test
    void findsTheByteThatIsNoUtf8AndTheControlCharacter() {
        assertThat(JsonCheck.problem(new byte[] {'"', 'x', (byte) 0xFF, '"'}))
                .contains(new JsonProblem(1, 3, 2, "the byte 0xFF is not UTF-8."));
        assertThat(JsonCheck.problem(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .as("a surrogate")
                .contains(new JsonProblem(1, 2, 1, "the byte 0xED is not UTF-8."));
        assertThat(JsonCheck.problem("\"a\nb\""))
                .contains(new JsonProblem(1, 3, 2, "a control character (↵) stands in a string without an escape."));
        assertThat(JsonCheck.problem("")).contains(new JsonProblem(1, 1, 0, "there is no value."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"42", "\"on\"", "null", " true\n", "\uFEFF{}", "{}{}", "{\"a\":1}\n[2]\n", "[1E-2, -0.0e+1]"})
    void takesWhatIsJson(String json) {
        assertThat(JsonCheck.problem(json)).isEmpty();
    }

    @Test
    void everyFirstPartOfJsonIsCutAndNotBroken() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var json = new RandomJson(random).value(4).getBytes(UTF_8);
            for (var size = 0; size <= json.length; size++) {
                var scanner = new JsonScanner(json, size, false);
                var token = scanner.next();
                while (token.compareTo(Token.END) < 0) {
                    token = scanner.next();
                }
                assertThat(token).isEqualTo(Token.CUT);
                assertThat(scanner.next()).as("stays where it is").isEqualTo(Token.CUT);
            }
        }
    }

    @Test
    void readsTheSameTokensAsTheLibrary() {
        var random = new Random(42);
        for (var round = 0; round < 20_000; round++) {
            var json = new RandomJson(random).value(5);
            if (!json.contains("\\ud800")) {
                assertThat(ours(json.getBytes(UTF_8))).as(json).isEqualTo(librarys(json.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void refusesWhatTheLibraryRefuses() {
        var random = new Random(43);
        var broken = 0;
        for (var round = 0; round < 50_000; round++) {
            var bytes = new RandomJson(random).damaged();
            var library = isUtf8(bytes) ? librarys(bytes) : List.of("broken");
            var ours = ours(bytes);
            if (library.contains(LONE_SURROGATE_IN_NAME) || looksLikeUtf16(bytes)) {
                continue;
            }
            assertThat(ours.isEmpty() || ours.getLast().equals("broken"))
                    .as(new String(bytes, UTF_8))
                    .isEqualTo(library.isEmpty() || library.getLast().equals("broken"));
            broken += ours.getLast().equals("broken") ? 1 : 0;
        }
        assertThat(broken).as("both kinds were tried").isBetween(5_000, 45_000);
    }

    @Test
    void nestsAsDeepAsTheBytesDo() {
        var bomb = "[".repeat(5_000_000).getBytes(UTF_8);
        assertThat(JsonCheck.problem(bomb).orElseThrow().offset()).isEqualTo(bomb.length);
        assertThat(JsonCheck.problem("[".repeat(100_000) + "]".repeat(100_000))).isEmpty();
        assertThat(JsonCheck.problem("{\"a\":".repeat(100) + "1" + "}".repeat(100)))
                .isEmpty();
    }

    private static List<String> ours(byte[] json) {
        var tokens = new ArrayList<String>();
        var scanner = new JsonScanner(json, json.length, true);
        while (true) {
            var token = scanner.next();
            switch (token) {
                case END, CUT -> {
                    return tokens;
                }
                case BROKEN -> {
                    tokens.add("broken");
                    return tokens;
                }
                case NAME, STRING ->
                    tokens.add(token + " " + JsonText.string(json, scanner.start() + 1, scanner.end() - 1));
                case NUMBER ->
                    tokens.add("NUMBER " + new String(json, scanner.start(), scanner.end() - scanner.start(), UTF_8));
                default -> tokens.add(token.name());
            }
        }
    }

    private static List<String> librarys(byte[] json) {
        var tokens = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            var depth = 0;
            var roots = 0;
            var scalars = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0) {
                    roots++;
                    scalars += token.isStructStart() ? 0 : 1;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                tokens.add(name(token, parser.getString()));
                if (roots > 1 && scalars > 0) {
                    throw new IllegalStateException("several values of which one is no structure");
                }
            }
            if (roots == 0) {
                tokens.add("broken");
            }
        } catch (JacksonException e) {
            tokens.add(e.getOriginalMessage().contains("surrogate") ? LONE_SURROGATE_IN_NAME : "broken");
        } catch (IllegalStateException e) {
            tokens.add("broken");
        }
        return tokens;
    }

    private static String name(JsonToken token, String text) {
        return switch (token) {
            case START_OBJECT -> "OBJECT_START";
            case END_OBJECT -> "OBJECT_END";
            case START_ARRAY -> "ARRAY_START";
            case END_ARRAY -> "ARRAY_END";
            case PROPERTY_NAME -> "NAME " + text;
            case VALUE_STRING -> "STRING " + text;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER " + text;
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_NULL -> "NULL";
            default -> "?";
        };
    }

    /** The library guesses so by zero bytes at the start; a payload is UTF-8 or no JSON. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        return new String(bytes, 0, Math.min(4, bytes.length), ISO_8859_1).indexOf(0) >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
