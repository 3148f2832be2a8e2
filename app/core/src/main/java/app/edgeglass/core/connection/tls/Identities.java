package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Our own certificate, with its key. */
final class Identities {

    private static final char[] NO_PASSWORD = {};
    private static final int PROBE = 32;

    private Identities() {}

    static KeyManager[] of(Tls.Identity identity, Secrets secrets) {
        Optional<SecretValue> password = secrets.find(Secret.KEY_PASSWORD);
        try {
            return switch (identity) {
                case Tls.Identity.Pem(Path certificate, Path key) -> pem(certificate, key, password);
                case Tls.Identity.Store(Path path) -> store(path, password);
                case Tls.Identity.WindowsStore(boolean machine, String by, String match) -> windows(machine, by, match);
            };
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.identity-unusable", e.getClass().getSimpleName());
        }
    }

    private static KeyManager[] pem(Path certificate, Path key, Optional<SecretValue> password)
            throws GeneralSecurityException {
        List<X509Certificate> chain = Pem.certificates(TlsFile.read(certificate));
        PrivateKey secret = Pem.key(TlsFile.read(key), password);
        if (!fits(secret, chain.getFirst())) {
            throw Failure.of("tls.key-mismatch", key, certificate);
        }
        return managers(holding(secret, chain), NO_PASSWORD);
    }

    private static KeyManager[] store(Path path, Optional<SecretValue> password) throws GeneralSecurityException {
        TlsFile file = TlsFile.read(path);
        KeyStore store = Trusted.opened(file, password, "tls.key-password");
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return managers(store, password.map(SecretValue::chars).orElse(NO_PASSWORD));
            }
        }
        throw Failure.of("tls.store-no-key", path);
    }

    private static KeyManager[] windows(boolean machine, String by, String match) throws GeneralSecurityException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win")) {
            throw Failure.of("tls.windows-only");
        }
        KeyStore store = KeyStore.getInstance(machine ? "Windows-MY-LOCALMACHINE" : "Windows-MY");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw Failure.because(e, "tls.windows-none", by, match);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && name(certificate, by).contains(match)
                    && store.getKey(alias, null) instanceof PrivateKey key) {
                return managers(holding(key, List.of(certificate)), NO_PASSWORD);
            }
        }
        throw Failure.of("tls.windows-none", by, match);
    }

    private static String name(X509Certificate certificate, String by) {
        return (by.equalsIgnoreCase("issuer")
                        ? certificate.getIssuerX500Principal()
                        : certificate.getSubjectX500Principal())
                .getName();
    }

    private static KeyStore holding(Key key, List<X509Certificate> chain) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        store.setKeyEntry("identity", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    /** Whether what the key signs the certificate confirms; the handshake would fail with a riddle otherwise. */
    private static boolean fits(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = algorithm(key);
        if (algorithm == null) {
            return true;
        }
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        var probe = new byte[PROBE];
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(probe);
        try {
            return signature.verify(signed);
        } catch (SignatureException e) {
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
