package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeLine;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.plugin.api.Payload;
import app.edgeglass.plugin.api.PayloadDecoder;
import java.util.Optional;

/** Text in one line, with marks for what cannot be shown. */
final class TextDecoder implements PayloadDecoder {

    private static final int LOOKED_AT = 512;

    @Override
    public String id() {
        return "text";
    }

    @Override
    public Optional<String> preview(Payload payload, int limit) {
        var bytes = payload.bytes();
        var size = (int) Math.min(bytes.length, Math.max(LOOKED_AT, 4L * limit));
        var whole = size == payload.size();
        if (size == 0 || !Reading.TextLook.at(bytes, size, whole).isText()) {
            return Optional.empty();
        }
        var line = new SafeLine(limit);
        var walk = new Utf8(bytes, 0, whole ? size : Utf8.wholeEnd(bytes, 0, size));
        while (walk.hasNext() && !line.isFull()) {
            var next = walk.next();
            if (Utf8.isCharacter(next)) {
                line.add(next);
            } else {
                line.addMark(SafeText.markByte(Utf8.byteOf(next)));
            }
        }
        return Optional.of((whole ? line : line.cutHere()).toString());
    }
}
