package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens PKCS#12 and JKS files. */
final class Stores {

    private static final char[] NO_PASSWORD = {};
    private static final byte[] JKS = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};

    private Stores() {}

    /**
     * @param locked names the failure when a password is needed and none is known
     * @param wrong names the failure when the known one does not open it
     */
    static KeyStore open(TlsFile file, Optional<SecretValue> password, String locked, String wrong)
            throws GeneralSecurityException {
        if (password.isPresent()) {
            return opened(file, password.get().chars()).orElseThrow(() -> Failure.of(wrong, file.path()));
        }
        // An empty password is one, too; and without any, a store opens that is only sealed, not locked.
        Optional<KeyStore> store = opened(file, NO_PASSWORD);
        if (store.isEmpty()) {
            store = opened(file, null);
        }
        if (store.isEmpty() || store.get().size() == 0) {
            throw Failure.of(locked, file.path());
        }
        return store.get();
    }

    /** @return nothing when the password does not open it */
    private static Optional<KeyStore> opened(TlsFile file, char @Nullable [] password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.startsWith(JKS) ? "JKS" : "PKCS12");
        try {
            store.load(new ByteArrayInputStream(file.bytes()), password);
            return Optional.of(store);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                return Optional.empty();
            }
            throw Failure.because(e, "tls.store-damaged", file.path());
        }
    }
}
