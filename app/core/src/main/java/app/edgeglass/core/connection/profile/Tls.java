package app.edgeglass.core.connection.profile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the connection is made secure. A server that demands TLS gets it, whatever stands here.
 *
 * @param wanted whether to refuse a server that offers no TLS, as the scheme {@code tls} does
 * @param first whether the handshake comes before the server's first line
 * @param trust whom to believe
 * @param identity our own certificate, if the server asks for one
 */
public record Tls(boolean wanted, boolean first, Trust trust, Optional<Identity> identity) {

    public static final Tls DEFAULT = new Tls(false, false, new Trust.Java(), Optional.empty());

    /** Which authorities may vouch for a server. There is no way to believe everyone. */
    public sealed interface Trust {

        /** Those that come with the program's Java. */
        record Java() implements Trust {}

        /** Those that this computer trusts: Windows' and macOS' certificate stores, the system's bundle on Linux. */
        record Platform() implements Trust {}

        /** Those of a file: PEM, PKCS#12 or JKS; with {@link Secret#TRUST_PASSWORD} where the file is locked. */
        record File(Path file) implements Trust {}
    }

    /** A client's certificate with its key; what is locked opens with {@link Secret#KEY_PASSWORD}. */
    public sealed interface Identity {

        /** Two PEM files; the first holds the certificate and those between it and the authority. */
        record Pem(Path certificate, Path key) implements Identity {}

        /** A PKCS#12 or JKS file. */
        record Store(Path file) implements Identity {}

        /**
         * A certificate of Windows' own store.
         *
         * @param machine whether it is the machine's store instead of the user's
         * @param matchBy {@code subject} or {@code issuer}, as the {@code nats} CLI says it
         * @param match what the field contains
         */
        record WindowsStore(boolean machine, String matchBy, String match) implements Identity {}
    }
}
