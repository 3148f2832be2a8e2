package app.edgeglass.core.payload;

import app.edgeglass.plugin.api.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payload is, and why it is taken for that.
 *
 * @param kind what it is
 * @param why the reason, as a few words to stand beside the payload
 * @param brokenJson where it stops being JSON when it begins as an object or an array but is none; otherwise nothing
 */
public record Reading(PayloadKind kind, String why, Optional<JsonProblem> brokenJson) {

    /** A text may have one control character in this many bytes. */
    private static final int CONTROL_RATIO = 10;

    /** A text may have one byte that is no UTF-8 in this many: a degree sign in Latin-1, as in {@code 23.4 °C}. */
    private static final int STRAY_RATIO = 6;

    /** Reads the bytes at hand; the answer is about those only. Takes time in proportion to them. */
    public static Reading of(Payload payload) {
        if (payload.size() == 0) {
            return new Reading(PayloadKind.EMPTY, PayloadWords.say("payload.why.empty"), Optional.empty());
        }
        var bytes = payload.bytes();
        var scanner = new JsonScanner(bytes, bytes.length, payload.isWhole());
        var token = scanner.next();
        var structured = token == JsonScanner.Token.OBJECT_START || token == JsonScanner.Token.ARRAY_START;
        while (token.compareTo(JsonScanner.Token.END) < 0) {
            token = scanner.next();
        }
        if (token != JsonScanner.Token.BROKEN && scanner.roots() > 0) {
            return new Reading(PayloadKind.JSON, whyJson(scanner.roots(), token), Optional.empty());
        }
        var problem = token == JsonScanner.Token.BROKEN ? scanner.problem() : null;
        return ofText(bytes, payload.isWhole(), structured ? problem : null);
    }

    private static String whyJson(int roots, JsonScanner.Token end) {
        if (roots > 1) {
            return PayloadWords.say("payload.why.json-lines", roots);
        }
        return end == JsonScanner.Token.CUT
                ? PayloadWords.say("payload.why.json-cut")
                : PayloadWords.say("payload.why.json");
    }

    private static Reading ofText(byte[] bytes, boolean whole, @Nullable JsonProblem brokenJson) {
        var look = TextLook.at(bytes, bytes.length, whole);
        if (!look.isText()) {
            var why = look.strayBytes() > 0
                    ? PayloadWords.say("payload.why.no-utf8", look.firstStray(), hex(bytes[look.firstStray()]))
                    : PayloadWords.say("payload.why.control-characters");
            return new Reading(PayloadKind.BINARY, why, Optional.empty());
        }
        if (brokenJson != null) {
            return new Reading(PayloadKind.TEXT, PayloadWords.say("payload.why.broken-json"), Optional.of(brokenJson));
        }
        var why = look.strayBytes() > 0
                ? PayloadWords.say(
                        "payload.why.stray-bytes", look.strayBytes(), look.firstStray(), hex(bytes[look.firstStray()]))
                : PayloadWords.say("payload.why.text");
        return new Reading(PayloadKind.TEXT, why, Optional.empty());
    }

    private static String hex(byte b) {
        return "0x%02X".formatted(b);
    }

    /**
     * How much of some bytes looks like text.
     *
     * @param strayBytes how many bytes are no UTF-8
     * @param firstStray the first of them, or -1
     * @param controls how many control characters there are besides tabs, line ends and zero bytes at the end
     * @param size how many bytes were looked at
     */
    record TextLook(int strayBytes, int firstStray, int controls, int size) {

        static TextLook at(byte[] bytes, int size, boolean whole) {
            var end = whole ? size : Utf8.wholeEnd(bytes, 0, size);
            var stray = 0;
            var first = -1;
            var controls = 0;
            var zeros = 0;
            for (var walk = new Utf8(bytes, 0, end); walk.hasNext(); ) {
                var offset = walk.offset();
                var next = walk.next();
                if (next < 0) {
                    first = stray == 0 ? offset : first;
                    stray++;
                } else if (next < 0x20 && next != '\t' && next != '\n' && next != '\r') {
                    controls++;
                }
                zeros = next == 0 ? zeros + 1 : 0;
            }
            return new TextLook(stray, first, zeros == size ? controls : controls - zeros, size);
        }

        boolean isText() {
            return (long) strayBytes * STRAY_RATIO + (long) controls * CONTROL_RATIO <= size;
        }
    }
}
