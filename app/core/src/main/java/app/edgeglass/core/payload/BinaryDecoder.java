package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.plugin.api.Payload;
import app.edgeglass.plugin.api.PayloadDecoder;
import java.util.HexFormat;
import java.util.Optional;

/** The first bytes in hexadecimal with the size, such as {@code 0x 08 96 01 … 64 B}; no bytes at all as a word. */
final class BinaryDecoder implements PayloadDecoder {

    private static final HexFormat HEX = HexFormat.of();
    private static final String PREFIX = "0x";
    private static final String ALL = " · ";
    private static final String CUT = " " + SafeText.ELLIPSIS + " ";
    private static final int WIDTH = 3;

    /** More bytes than this tell no more in a table. */
    private static final int MOST = 64;

    @Override
    public String id() {
        return "binary";
    }

    @Override
    public Optional<String> preview(Payload payload, int limit) {
        if (payload.size() == 0) {
            return Optional.of(SafeText.show(PayloadWords.say("payload.empty"), limit));
        }
        var size = Sizes.say(payload.size(), PayloadWords.locale());
        var room = Math.max(0, (limit - PREFIX.length() - CUT.length() - size.length()) / WIDTH);
        var shown = Math.min(Math.min(room, MOST), payload.bytes().length);
        var line = new StringBuilder(PREFIX);
        for (var i = 0; i < shown; i++) {
            line.append(' ').append(HEX.toHexDigits(payload.bytes()[i]));
        }
        line.append(shown == payload.size() ? ALL : CUT).append(size);
        return Optional.of(SafeText.show(line.toString(), limit));
    }
}
