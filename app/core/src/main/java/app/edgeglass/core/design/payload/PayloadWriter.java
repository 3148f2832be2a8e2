package app.edgeglass.core.design.payload;

import app.edgeglass.core.design.PayloadTemplate;
import app.edgeglass.core.design.PayloadTemplate.BinaryField;
import app.edgeglass.core.design.PayloadTemplate.Width;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes the payload of one template. */
interface PayloadWriter {

    byte[] write(Draw draw);

    static PayloadWriter of(PayloadTemplate template, Compiler compiler) {
        return switch (template) {
            case PayloadTemplate.Empty _ -> _ -> new byte[0];
            case PayloadTemplate.Json json -> {
                Source source = compiler.compile(json.value());
                yield draw -> JsonBytes.of(source.next(draw));
            }
            case PayloadTemplate.Text text -> {
                Source source = compiler.text(text.text());
                yield draw -> utf8(source.next(draw));
            }
            case PayloadTemplate.Binary binary -> {
                List<PayloadWriter> fields = binary.fields().stream()
                        .map(field -> field(field, compiler))
                        .toList();
                yield draw -> {
                    var out = new ByteArrayOutputStream();
                    fields.forEach(field -> out.writeBytes(field.write(draw)));
                    return out.toByteArray();
                };
            }
        };
    }

    private static PayloadWriter field(BinaryField field, Compiler compiler) {
        return switch (field) {
            case PayloadTemplate.Bytes bytes -> _ -> bytes.bytes();
            case PayloadTemplate.Random random -> draw -> random(random, draw.random());
            case PayloadTemplate.Chars chars -> {
                Source source = compiler.text(chars.text());
                yield draw -> utf8(source.next(draw));
            }
            case PayloadTemplate.Numeric numeric -> {
                Source source = compiler.compile(numeric.value());
                yield draw -> number(numeric.width(), Numbers.in(source.next(draw)));
            }
        };
    }

    private static byte[] random(PayloadTemplate.Random field, SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(field.least(), field.most() + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] number(Width width, double value) {
        ByteBuffer buffer = ByteBuffer.allocate(width.bytes());
        switch (width) {
            case INT8 -> buffer.put((byte) Math.round(value));
            case INT16 -> buffer.putShort((short) Math.round(value));
            case INT32 -> buffer.putInt((int) Math.round(value));
            case INT64 -> buffer.putLong(Math.round(value));
            case FLOAT32 -> buffer.putFloat((float) value);
            case FLOAT64 -> buffer.putDouble(value);
        }
        return buffer.array();
    }

    private static byte[] utf8(@Nullable Object value) {
        return Numbers.shown(value).getBytes(StandardCharsets.UTF_8);
    }
}
