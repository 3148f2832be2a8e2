package app.edgeglass.core.payload;

import app.edgeglass.plugin.api.Payload;
import app.edgeglass.plugin.api.PayloadDecoder;
import java.util.Optional;

/** JSON in one line. */
final class JsonDecoder implements PayloadDecoder {

    /** A value may stand behind others, so that more is looked at than is shown. */
    private static final int LOOKED_AT = 2_048;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Optional<String> preview(Payload payload, int limit) {
        var bytes = payload.bytes();
        var size = (int) Math.min(bytes.length, Math.max(LOOKED_AT, 4L * limit));
        if (!mayBegin(bytes, size)) {
            return Optional.empty();
        }
        return Optional.ofNullable(JsonLine.of(bytes, size, size == payload.size(), limit));
    }

    private static boolean mayBegin(byte[] bytes, int size) {
        for (var i = 0; i < size; i++) {
            var c = bytes[i];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return "{[\"-0123456789tfn".indexOf(c) >= 0 || (c & 0xFF) == 0xEF;
            }
        }
        return false;
    }
}
