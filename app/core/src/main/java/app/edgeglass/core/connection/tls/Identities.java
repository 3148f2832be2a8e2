package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds our own certificate, with its key. */
final class Identities {

    private static final char[] NO_PASSWORD = {};
    private static final int PROBE = 32;

    private Identities() {}

    static OwnCertificate of(Tls.Identity identity, Secrets secrets) {
        // Asked for only when something is locked: a keychain may ask the person in turn.
        Supplier<Optional<SecretValue>> password =
                () -> secrets.find(Secret.KEY_PASSWORD).filter(value -> !value.isEmpty());
        try {
            return switch (identity) {
                case Tls.Identity.Pem(Path certificate, Path key) -> pem(certificate, key, password);
                case Tls.Identity.Store(Path path) -> store(path, password.get());
                case Tls.Identity.WindowsStore wanted -> WindowsCertificates.find(wanted);
            };
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.identity-unusable", e.getClass().getSimpleName());
        }
    }

    private static OwnCertificate pem(Path certificate, Path key, Supplier<Optional<SecretValue>> password)
            throws GeneralSecurityException {
        List<X509Certificate> chain = Pem.certificates(TlsFile.read(certificate));
        PrivateKey secret = Pem.key(TlsFile.read(key), password);
        if (!fits(secret, chain.getFirst())) {
            throw Failure.of("tls.key-mismatch", key, certificate);
        }
        return new OwnCertificate(secret, chain);
    }

    private static OwnCertificate store(Path path, Optional<SecretValue> password) throws GeneralSecurityException {
        KeyStore store = Stores.open(TlsFile.read(path), password, "tls.key-locked", "tls.key-password");
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return new OwnCertificate(key(store, alias, path, password), chain(store, alias, path, password));
            }
        }
        throw Failure.of("tls.store-no-key", path);
    }

    private static PrivateKey key(KeyStore store, String alias, Path path, Optional<SecretValue> password)
            throws GeneralSecurityException {
        try {
            char[] opener = password.map(SecretValue::chars).orElse(NO_PASSWORD);
            if (store.getKey(alias, opener) instanceof PrivateKey key) {
                return key;
            }
        } catch (UnrecoverableKeyException e) {
            throw Failure.of(password.isEmpty() ? "tls.key-locked" : "tls.key-password", path);
        }
        throw Failure.of("tls.store-no-key", path);
    }

    private static List<X509Certificate> chain(KeyStore store, String alias, Path path, Optional<SecretValue> password)
            throws GeneralSecurityException {
        var chain = store.getCertificateChain(alias);
        if (chain == null || chain.length == 0) {
            // Without its password a PKCS#12 store opens, but its certificates stay locked.
            throw Failure.of(password.isEmpty() ? "tls.key-locked" : "tls.store-no-key", path);
        }
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    /** Whether what the key signs the certificate confirms; the handshake would fail with a riddle otherwise. */
    private static boolean fits(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = algorithm(key);
        if (algorithm == null) {
            return true;
        }
        var probe = new byte[PROBE];
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (SignatureException | InvalidKeyException e) {
            // They are not even of one kind.
            return false;
        }
    }

    private static @Nullable String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "Ed25519", "EdDSA" -> "Ed25519";
            default -> null;
        };
    }
}
