package app.edgeglass.core.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes JSON as devices and their bugs make it. */
final class RandomJson {

    private static final String[] NUMBERS = {
        "0", "-0", "1e3", "1E+3", "-12.50", "0.1e-7", "123456789012345678901234567890"
    };
    private static final String[] STRINGS = {
        "",
        "a",
        "Zürich",
        "\\u00fc",
        "\\ud83d\\ude00",
        "\\ud800",
        "😀",
        "\\n\\t\\\"\\\\\\/",
        "\u202Eevil",
        "x".repeat(90)
    };
    private static final String[] SPACES = {"", "", " ", "\n", "\r\n\t"};

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** A valid JSON value. */
    String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> any(NUMBERS);
            case 1 -> any("true", "false", "null");
            case 2, 3, 4 -> random.nextBoolean() ? string() : String.valueOf(random.nextInt(1_000));
            case 5, 6 -> object(depth - 1);
            default -> array(depth - 1);
        };
    }

    private String string() {
        return "\"" + any(STRINGS) + "\"";
    }

    private String object(int depth) {
        var json = new StringBuilder("{").append(any(SPACES));
        for (var i = random.nextInt(5); i > 0; i--) {
            json.append("\"")
                    .append(any("a", "b", "value", "unit", "ä/~", any(STRINGS)))
                    .append("\"");
            json.append(any(SPACES))
                    .append(':')
                    .append(any(SPACES))
                    .append(value(depth))
                    .append(any(SPACES));
            json.append(i > 1 ? "," + any(SPACES) : "");
        }
        return json.append('}').toString();
    }

    private String array(int depth) {
        var json = new StringBuilder("[").append(any(SPACES));
        for (var i = random.nextInt(7); i > 0; i--) {
            json.append(value(depth)).append(any(SPACES)).append(i > 1 ? "," + any(SPACES) : "");
        }
        return json.append(']').toString();
    }

    /** Bytes that were JSON before something happened to them. */
    byte[] damaged() {
        var bytes = value(4).getBytes(StandardCharsets.UTF_8);
        for (var i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:\\u0e-+.tfn \n".charAt(random.nextInt(19));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    var longer = new byte[bytes.length + 1];
                    System.arraycopy(bytes, 0, longer, 0, at);
                    longer[at] = (byte) "{}[]\",:0".charAt(random.nextInt(8));
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private String any(String... ofThese) {
        return ofThese[random.nextInt(ofThese.length)];
    }
}
