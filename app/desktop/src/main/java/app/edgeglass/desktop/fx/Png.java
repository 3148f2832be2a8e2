package app.edgeglass.desktop.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes pictures as PNG (ISO/IEC 15948), without java.desktop, which would come into the installer for this alone. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte EIGHT_BITS = 8;
    private static final byte TRUE_COLOUR_WITH_ALPHA = 6;
    private static final byte FILTER_SUB = 1;

    private Png() {}

    /** The picture's file, RGBA with 8 bits each. */
    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.write(SIGNATURE);
            var header = ByteBuffer.allocate(13)
                    .putInt(width)
                    .putInt(height)
                    .put(EIGHT_BITS)
                    .put(TRUE_COLOUR_WITH_ALPHA)
                    .put(new byte[3]);
            chunk(data, "IHDR", header.array());
            chunk(data, "IDAT", pixels(image, width, height));
            chunk(data, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pixels(Image image, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (var packed = new DeflaterOutputStream(out, deflater)) {
            var reader = image.getPixelReader();
            var argb = new int[width];
            var line = new byte[1 + width * 4];
            for (int y = 0; y < height; y++) {
                reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
                packed.write(filtered(argb, line));
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** The filter “Sub” stores each byte as its difference to the pixel before: flat areas of a screen become zeros. */
    private static byte[] filtered(int[] argb, byte[] line) {
        line[0] = FILTER_SUB;
        int before = 0;
        for (int x = 0; x < argb.length; x++) {
            int pixel = argb[x];
            int at = 1 + x * 4;
            line[at] = (byte) ((pixel >> 16) - (before >> 16));
            line[at + 1] = (byte) ((pixel >> 8) - (before >> 8));
            line[at + 2] = (byte) (pixel - before);
            line[at + 3] = (byte) ((pixel >>> 24) - (before >>> 24));
            before = pixel;
        }
        return line;
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
