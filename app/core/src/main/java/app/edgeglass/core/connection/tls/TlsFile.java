package app.edgeglass.core.connection.tls;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file with certificates or a key.
 *
 * @param path where it stands
 * @param bytes all of it
 */
record TlsFile(Path path, byte[] bytes) {

    /** A bundle of all authorities of the world is some 200 KiB. */
    private static final int MOST = 8 << 20;

    private static final byte DER_SEQUENCE = 0x30;

    static TlsFile read(Path path) {
        try {
            if (!Files.exists(path)) {
                throw Failure.of("tls.file-missing", path);
            }
            if (!Files.isRegularFile(path) || Files.size(path) > MOST) {
                throw Failure.of("tls.file-no-file", path);
            }
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                throw Failure.of("tls.file-empty", path);
            }
            return new TlsFile(path, bytes);
        } catch (AccessDeniedException e) {
            throw Failure.of("tls.file-denied", path);
        } catch (IOException e) {
            throw Failure.because(e, "tls.file-unreadable", path, e.getClass().getSimpleName());
        }
    }

    /** Whether it is text with PEM blocks rather than a store or bare certificates. */
    boolean isPem() {
        // Those begin with bytes that are in no text: 0x30 with a length above 0x7F (DER), or 0xFE (JKS).
        return bytes[0] >= 0 && (bytes[0] != DER_SEQUENCE || bytes.length < 2 || bytes[1] >= 0);
    }

    boolean startsWith(byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
