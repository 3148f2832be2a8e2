package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads PEM: certificates, and keys in each of the forms in which OpenSSL and the tools of NATS write them. */
final class Pem {

    private Pem() {}

    /** The certificates of a file, in their order. */
    static List<X509Certificate> certificates(TlsFile file) {
        var found = new ArrayList<X509Certificate>();
        for (Object block : blocks(file)) {
            if (block instanceof X509CertificateHolder holder) {
                try {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                } catch (CertificateException e) {
                    throw Failure.because(e, "tls.pem-damaged", file.path());
                }
            }
        }
        if (found.isEmpty()) {
            throw Failure.of("tls.pem-no-certificate", file.path());
        }
        return found;
    }

    /**
     * The key of a file.
     *
     * @param password what opens it, asked for when it is locked
     */
    static PrivateKey key(TlsFile file, Supplier<Optional<SecretValue>> password) {
        for (Object block : blocks(file)) {
            Optional<PrivateKey> key = key(file, block, password);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw Failure.of("tls.pem-no-key", file.path());
    }

    private static Optional<PrivateKey> key(TlsFile file, Object block, Supplier<Optional<SecretValue>> password) {
        var converter = new JcaPEMKeyConverter();
        try {
            return switch (block) {
                case PrivateKeyInfo plain -> Optional.of(converter.getPrivateKey(plain));
                // The public half may be missing and is not needed.
                case PEMKeyPair pair -> Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
                case PKCS8EncryptedPrivateKeyInfo locked ->
                    Optional.of(converter.getPrivateKey(
                            locked.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                    .setProvider(unlocking())
                                    .build(wanted(file, password)))));
                case PEMEncryptedKeyPair locked ->
                    Optional.of(converter.getPrivateKey(locked.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                    .setProvider(unlocking())
                                    .build(wanted(file, password)))
                            .getPrivateKeyInfo()));
                default -> Optional.empty();
            };
        } catch (PEMException e) {
            // What comes out under a wrong password is no key.
            throw locked(block)
                    ? Failure.of("tls.key-password", file.path())
                    : Failure.of("tls.pem-damaged", file.path());
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw Failure.of("tls.key-password", file.path());
        }
    }

    /**
     * For what only locked keys need. Made when one is met, since that takes a quarter of a second, and given by hand,
     * never registered: how the rest of the program speaks TLS is the JDK's.
     */
    private static Provider unlocking() {
        return new BouncyCastleProvider();
    }

    private static boolean locked(Object block) {
        return block instanceof PKCS8EncryptedPrivateKeyInfo || block instanceof PEMEncryptedKeyPair;
    }

    private static char[] wanted(TlsFile file, Supplier<Optional<SecretValue>> password) {
        return password.get()
                .orElseThrow(() -> Failure.of("tls.key-locked", file.path()))
                .chars();
    }

    private static List<Object> blocks(TlsFile file) {
        var blocks = new ArrayList<>();
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.because(e, "tls.pem-damaged", file.path());
        }
        return blocks;
    }
}
