package app.edgeglass.core.payload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What identifies a payload. */
public final class Digests {

    private Digests() {}

    /** The SHA-256 of the bytes, as 64 hexadecimal digits in lower case. Takes a few milliseconds a megabyte. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
