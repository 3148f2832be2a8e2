package app.edgeglass.core.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test's own, which issues what is asked of it, also what no authority should. */
public final class TestAuthority {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final AtomicLong SERIAL = new AtomicLong(System.currentTimeMillis());

    private final KeyPair keys;
    private final X509Certificate certificate;

    public TestAuthority(String name) {
        keys = keys("EC", 256);
        certificate = issue(name, keys, name, keys, true, from(YEAR.negated()), from(YEAR));
    }

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {

        /** Writes both as PEM and gives the certificate's file; the key is beside it. */
        public Path write(Path folder, String name) {
            pem(folder.resolve(name + "-key.pem"), plain(keys));
            return pem(folder.resolve(name + ".pem"), certificate);
        }

        /** Writes both as a key store, locked by a password. */
        public Path store(Path file, String kind, char[] password) {
            return TestAuthority.store(
                    file,
                    kind,
                    password,
                    store -> store.setKeyEntry("own", keys.getPrivate(), password, new Certificate[] {certificate}));
        }
    }

    /** Writes the authority's certificate as a key store. */
    public Path store(Path file, String kind, char[] password) {
        return store(file, kind, password, store -> store.setCertificateEntry("authority", certificate));
    }

    private interface Filling {
        void into(KeyStore store) throws KeyStoreException;
    }

    private static Path store(Path file, String kind, char[] password, Filling filling) {
        try (var out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance(kind);
            store.load(null, null);
            filling.into(store);
            store.store(out, password);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Path write(Path folder, String name) {
        return pem(folder.resolve(name + ".pem"), certificate);
    }

    /** Its own certificate with its key, as that of a server for which nobody else vouches. */
    public Path writeWithKey(Path folder, String name) {
        return new Issued(certificate, keys).write(folder, name);
    }

    /** For a server on this machine, now. */
    public Issued server() {
        return issue("localhost", from(Duration.ofDays(-1)), from(YEAR), "localhost", "127.0.0.1");
    }

    public Issued issue(String subject, Instant from, Instant until, String... names) {
        return issue(subject, keys("EC", 256), from, until, names);
    }

    public Issued issue(String subject, KeyPair own, Instant from, Instant until, String... names) {
        return new Issued(issue(subject, own, "", keys, false, from, until, names), own);
    }

    public static KeyPair keys(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate issue(
            String subject,
            KeyPair own,
            String issuer,
            KeyPair issuerKeys,
            boolean authority,
            Instant from,
            Instant until,
            String... names) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.isEmpty()
                            ? X500Name.getInstance(
                                    certificate.getSubjectX500Principal().getEncoded())
                            : new X500Name("CN=" + issuer),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name("CN=" + subject),
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (names.length > 0) {
                var all = new GeneralName[names.length];
                for (int i = 0; i < names.length; i++) {
                    all[i] = new GeneralName(
                            names[i].matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, names[i]);
                }
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Instant from(Duration now) {
        return Instant.now().plus(now);
    }

    /** As every tool of today writes it (PKCS#8). */
    private static Object plain(KeyPair keys) {
        try {
            return new JcaPKCS8Generator(keys.getPrivate(), null).generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a certificate or a key as OpenSSL does. */
    public static Path pem(Path file, Object what) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
