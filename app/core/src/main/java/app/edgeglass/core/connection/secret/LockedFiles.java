package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which passwords the files of TLS will want, by a look into them. */
final class LockedFiles {

    private static final int LOOK = 64 * 1024;

    /** How PKCS#12 begins, as all that is written in DER. A JKS file opens without a password to be looked up in. */
    private static final int SEQUENCE = 0x30;

    private LockedFiles() {}

    static Stream<Secret> of(Tls tls) {
        boolean key = tls.identity().filter(LockedFiles::isLocked).isPresent();
        boolean trust = tls.trust() instanceof Tls.Trust.File(Path path) && isPkcs12(path);
        return Stream.concat(
                key ? Stream.of(Secret.KEY_PASSWORD) : Stream.empty(),
                trust ? Stream.of(Secret.TRUST_PASSWORD) : Stream.empty());
    }

    private static boolean isLocked(Tls.Identity identity) {
        return switch (identity) {
            // "ENCRYPTED PRIVATE KEY" and, in older files, "Proc-Type: 4,ENCRYPTED".
            case Tls.Identity.Pem(Path certificate, Path key) ->
                new String(start(key), StandardCharsets.ISO_8859_1).contains("ENCRYPTED");
            case Tls.Identity.Store(Path file) -> start(file).length > 0;
            case Tls.Identity.WindowsStore(boolean machine, String by, String match) -> false;
        };
    }

    private static boolean isPkcs12(Path path) {
        byte[] start = start(path);
        return start.length > 0 && start[0] == SEQUENCE;
    }

    /** Nothing of a file that cannot be read: what is wrong with it, connecting says. */
    private static byte[] start(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LOOK);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
