package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.ObjectBucketDesign.Content;
import app.edgeglass.core.design.ObjectBucketDesign.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SplittableRandom;

/** The content of an object, made while it is read. It follows from the object's name and size alone. */
final class ObjectContent extends InputStream {

    private static final String[] LINES = {
        "self-test passed",
        "sensor bus scanned, 6 devices",
        "watchdog fed",
        "clock synchronised",
        "flash page verified",
    };

    private final Item item;
    private final SplittableRandom random;
    private long left;
    private byte[] line = {};
    private int at;
    private int lines;
    private volatile boolean brokenOff;

    ObjectContent(Item item) {
        this.item = item;
        this.random = new SplittableRandom(item.name().hashCode());
        this.left = item.size();
    }

    /** As the object store writes it (ADR-20). */
    static String digest(Item item) {
        try (var content = new ObjectContent(item)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 << 10];
            for (int read = content.read(buffer, 0, buffer.length);
                    read >= 0;
                    read = content.read(buffer, 0, buffer.length)) {
                sha256.update(buffer, 0, read);
            }
            return "SHA-256=" + Base64.getUrlEncoder().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next read fails. May be called from any thread. */
    void breakOff() {
        brokenOff = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (brokenOff) {
            throw new InterruptedIOException(item.name());
        }
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(left, length);
        for (int i = 0; i < count; i++) {
            bytes[offset + i] = item.content() == Content.TEXT ? text() : (byte) random.nextInt();
        }
        left -= count;
        return count;
    }

    private byte text() {
        if (at == line.length) {
            lines++;
            String said = LINES[random.nextInt(LINES.length)];
            line = String.format("%08d %s\n", lines, said).getBytes(StandardCharsets.US_ASCII);
            at = 0;
        }
        return line[at++];
    }
}
