package app.edgeglass.core.publish;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes as a person edits them: pairs of hexadecimal digits in lines, or text where they are text. */
public final class HexLines {

    /** 48 characters, which a narrow editor shows without wrapping. */
    private static final int BYTES_A_LINE = 16;

    private HexLines() {}

    /** Pairs of digits, which {@link app.edgeglass.core.payload.HexText} reads back. */
    public static String write(byte[] bytes) {
        var pairs = HexFormat.ofDelimiter(" ");
        var lines = new StringBuilder(bytes.length * 3);
        for (int from = 0; from < bytes.length; from += BYTES_A_LINE) {
            if (from > 0) {
                lines.append('\n');
            }
            lines.append(pairs.formatHex(bytes, from, Math.min(bytes.length, from + BYTES_A_LINE)));
        }
        return lines.toString();
    }

    /** The bytes as text that becomes the same bytes again as UTF-8; none when they are not, or when an editor cannot show it. */
    public static Optional<String> text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        return odd ? Optional.empty() : Optional.of(text);
    }
}
