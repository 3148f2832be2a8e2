package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeText;
import java.io.ByteArrayOutputStream;

/** Bytes as a person writes them: two hexadecimal digits each, apart by spaces, commas, colons, hyphens, 0x or nothing. */
public final class HexText {

    private static final int PIECE_SHOWN = 24;

    private HexText() {}

    /** What came of reading: {@link Bytes} or {@link Problem}. */
    public sealed interface Reading {}

    /** The bytes that were written. */
    public record Bytes(byte[] bytes) implements Reading {}

    /**
     * Why the text names no bytes.
     *
     * @param line from 1
     * @param column the character in the line, from 1
     * @param reason what is wrong there, as a sentence
     */
    public record Problem(int line, int column, String reason) implements Reading {

        /** The place and the reason in one sentence. */
        public String sentence() {
            return PayloadWords.say("hex.broken", line, column, reason);
        }
    }

    /** Reads the bytes that a text names. An empty text names none. */
    public static Reading read(String text) {
        var bytes = new ByteArrayOutputStream(text.length() / 2);
        for (var i = 0; i < text.length(); ) {
            var c = text.charAt(i);
            if (isSeparator(c)) {
                i++;
                continue;
            }
            var start = i;
            if (c == '0' && i + 1 < text.length() && (text.charAt(i + 1) | 0x20) == 'x') {
                i += 2;
            }
            var digits = i;
            while (i < text.length() && digit(text.charAt(i)) >= 0) {
                i++;
            }
            if (i < text.length() && !isSeparator(text.charAt(i))) {
                var wrong = SafeText.show(text.substring(i, text.offsetByCodePoints(i, 1)));
                return problem(text, i, PayloadWords.say("hex.fault.no-digit", wrong));
            }
            if (i == digits || (i - digits) % 2 != 0) {
                var piece = SafeText.show(text.substring(start, i), PIECE_SHOWN);
                return problem(text, start, PayloadWords.say("hex.fault.odd", piece));
            }
            for (var at = digits; at < i; at += 2) {
                bytes.write((digit(text.charAt(at)) << 4) | digit(text.charAt(at + 1)));
            }
        }
        return new Bytes(bytes.toByteArray());
    }

    private static Problem problem(String text, int at, String reason) {
        var lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        var line = 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
        return new Problem(line, 1 + text.codePointCount(Math.min(lineStart, at), at), reason);
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':' || c == '-';
    }
}
