package app.edgeglass.core.design;

import java.util.List;

/** What the payload of a message is made of. */
public sealed interface PayloadTemplate {

    /** Nothing. */
    record Empty() implements PayloadTemplate {}

    record Json(JsonTemplate value) implements PayloadTemplate {}

    /** UTF-8. */
    record Text(Template text) implements PayloadTemplate {}

    /** The fields one after the other, without gaps. */
    record Binary(List<BinaryField> fields) implements PayloadTemplate {
        public Binary {
            fields = List.copyOf(fields);
        }
    }

    /** A part of a binary payload. */
    sealed interface BinaryField {}

    /** These bytes. */
    record Bytes(byte[] bytes) implements BinaryField {}

    /** A number in a fixed width, most significant byte first; what does not fit is cut to the low bytes. */
    record Numeric(Width width, JsonTemplate value) implements BinaryField {}

    /** Random bytes: at least and at most so many. */
    record Random(int least, int most) implements BinaryField {}

    /** UTF-8 without a length or an end. */
    record Chars(Template text) implements BinaryField {}

    /** How a number stands in a binary payload. */
    enum Width {
        INT8(1),
        INT16(2),
        INT32(4),
        INT64(8),
        FLOAT32(4),
        FLOAT64(8);

        private final int bytes;

        Width(int bytes) {
            this.bytes = bytes;
        }

        public int bytes() {
            return bytes;
        }
    }
}
