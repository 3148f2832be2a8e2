package app.edgeglass.core.connection.tls;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with certificates or a key.
 *
 * @param path where it stands
 * @param bytes all of it
 */
record TlsFile(Path path, byte[] bytes) {

    /** A bundle of all authorities of the world is some 200 KiB. */
    private static final int MOST = 8 << 20;

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

    /** Whether it is text with PEM blocks rather than a PKCS#12 or JKS store. */
    boolean isPem() {
        // Both kinds of store begin with a byte that is in no text: 0x30 0x82 (DER) and 0xFEEDFEED.
        return bytes[0] != 0x30 && bytes[0] != (byte) 0xFE;
    }
}
