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
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
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
                case Tls.Trust.Platform() -> platform(System.getProperty("os.name", ""), LINUX_BUNDLES);
                case Tls.Trust.File(Path path) -> file(path, secrets);
            };
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.trust-unusable", e.getClass().getSimpleName());
        }
    }

    /** @param bundles where to look on a system that has no store of its own */
    static X509ExtendedTrustManager platform(String system, List<Path> bundles) throws GeneralSecurityException {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return manager(WindowsCertificates.open("Windows-ROOT", "tls.no-platform-trust"));
        }
        if (name.startsWith("mac")) {
            return manager(keychain());
        }
        Path bundle = bundles.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> Failure.of("tls.no-platform-trust"));
        return manager(store(Pem.certificates(TlsFile.read(bundle))));
    }

    private static KeyStore keychain() throws GeneralSecurityException {
        try {
            // Since JDK 23: the system's roots; "KeychainStore" has only what the user added.
            KeyStore store = KeyStore.getInstance("KeychainStore-ROOT");
            store.load(null, null);
            return store;
        } catch (KeyStoreException | IOException e) {
            throw Failure.because(e, "tls.no-platform-trust");
        }
    }

    private static X509ExtendedTrustManager file(Path path, Secrets secrets) throws GeneralSecurityException {
        TlsFile file = TlsFile.read(path);
        if (file.isPem()) {
            return manager(store(Pem.certificates(file)));
        }
        List<X509Certificate> bare = bare(file);
        if (!bare.isEmpty()) {
            return manager(store(bare));
        }
        Optional<SecretValue> password = secrets.find(Secret.TRUST_PASSWORD).filter(value -> !value.isEmpty());
        KeyStore store = Stores.open(file, password, "tls.trust-locked", "tls.trust-password");
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                return manager(store);
            }
        }
        throw Failure.of("tls.trust-empty", path);
    }

    /** A certificate, or several (PKCS#7), as Windows exports them: not as text and not in a store. */
    private static List<X509Certificate> bare(TlsFile file) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(file.bytes()))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
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
