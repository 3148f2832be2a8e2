package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to believe. */
final class Trusted {

    /** Where the distributions of Linux keep what the system trusts. */
    private static final List<Path> LINUX_BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private Trusted() {}

    static X509ExtendedTrustManager by(Tls.Trust trust, Secrets secrets) {
        try {
            return switch (trust) {
                case Tls.Trust.Java() -> manager(null);
                case Tls.Trust.Platform() -> platform(System.getProperty("os.name", ""));
                case Tls.Trust.File(Path path) -> file(path, secrets.find(Secret.TRUST_PASSWORD));
            };
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.trust-unusable", e.getClass().getSimpleName());
        }
    }

    private static X509ExtendedTrustManager platform(String system) throws GeneralSecurityException {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return manager(platformStore("Windows-ROOT"));
        }
        if (name.contains("mac")) {
            return manager(platformStore("KeychainStore-ROOT"));
        }
        Path bundle = LINUX_BUNDLES.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> Failure.of("tls.no-platform-trust"));
        return manager(store(Pem.certificates(TlsFile.read(bundle))));
    }

    private static KeyStore platformStore(String kind) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(kind);
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw Failure.because(e, "tls.no-platform-trust");
        }
        return store;
    }

    private static X509ExtendedTrustManager file(Path path, Optional<SecretValue> password)
            throws GeneralSecurityException {
        TlsFile file = TlsFile.read(path);
        return manager(file.isPem() ? store(Pem.certificates(file)) : opened(file, password, "tls.trust-password"));
    }

    /** A PKCS#12 or JKS file. */
    static KeyStore opened(TlsFile file, Optional<SecretValue> password, String wrongPassword) {
        char @Nullable [] chars = password.map(SecretValue::chars).orElse(null);
        for (String kind : List.of("PKCS12", "JKS")) {
            try {
                KeyStore store = KeyStore.getInstance(kind);
                store.load(new ByteArrayInputStream(file.bytes()), chars);
                return store;
            } catch (IOException e) {
                if (e.getCause() instanceof GeneralSecurityException) {
                    throw Failure.of(wrongPassword, file.path());
                }
            } catch (GeneralSecurityException e) {
                throw Failure.because(e, "tls.store-damaged", file.path());
            }
        }
        throw Failure.of("tls.store-damaged", file.path());
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    /** @param store the authorities; none for those of Java */
    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException("no trust manager");
    }
}
