package app.edgeglass.core.payload;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Sizes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Payloads as text to be taken elsewhere. */
public final class PayloadText {

    /** Larger payloads choke what they are pasted into; they are for files. */
    static final int LARGEST_COPY = 16 * 1024 * 1024;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private PayloadText() {}

    /**
     * The exact characters when all bytes are UTF-8 without zeros, otherwise the bytes in hexadecimal.
     *
     * @throws Failure {@code payload.copy-large} above 16 MiB
     */
    public static String copy(byte[] payload) {
        if (payload.length > LARGEST_COPY) {
            throw Failure.of("payload.copy-large", Sizes.say(payload.length), Sizes.say(LARGEST_COPY));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return text.indexOf(0) < 0 ? text : HEX.formatHex(payload);
        } catch (CharacterCodingException e) {
            return HEX.formatHex(payload);
        }
    }
}
