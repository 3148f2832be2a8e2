package app.edgeglass.core.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.UnreadableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and keys in each form in which they come; and what is said of files that hold something else. */
class CertificateFilesTest {

    private static final char[] PASSWORD = "st0re-pass".toCharArray();
    private static final Secrets KNOWN = secrets("st0re-pass");
    private static final Secrets WRONG = secrets("other");

    @TempDir
    Path folder;

    private final TestAuthority authority = new TestAuthority("Plant authority");
    private Path authorityFile = Path.of("");

    @BeforeEach
    void writeAuthority() {
        authorityFile = authority.write(folder, "authority");
    }

    private static Secrets secrets(String password) {
        return Secrets.of(Map.of(
                Secret.KEY_PASSWORD, SecretValue.of(password),
                Secret.TRUST_PASSWORD, SecretValue.of(password)));
    }

    private static void take(Tls tls, Secrets secrets) {
        TlsUpgrade.of(Profile.of("tls://127.0.0.1:1").withTls(tls), secrets);
    }

    private Tls with(Tls.Identity identity) {
        return new Tls(true, false, new Tls.Trust.File(authorityFile), Optional.of(identity));
    }

    private static Tls trusting(Path file) {
        return new Tls(true, false, new Tls.Trust.File(file), Optional.empty());
    }

    private static String key(Tls tls, Secrets secrets) {
        return catchThrowableOfType(Failure.class, () -> take(tls, secrets)).key();
    }

    private TestAuthority.Issued issue(KeyPair keys) {
        return authority.issue(
                "plant", keys, TestAuthority.from(Duration.ofDays(-1)), TestAuthority.from(Duration.ofDays(9)));
    }

    /** As every tool writes it now (PKCS#8), and both in one file, as some tools want it. */
    @ParameterizedTest
    @CsvSource({"EC,256", "EC,384", "RSA,2048", "Ed25519,255"})
    void keysOfEachKind(String algorithm, int size) throws Exception {
        Path certificate = issue(TestAuthority.keys(algorithm, size)).write(folder, "plant");
        Path key = folder.resolve("plant-key.pem");
        take(with(new Tls.Identity.Pem(certificate, key)), Secrets.NONE);
        Path both = Files.writeString(
                folder.resolve("both.pem"), Files.readString(key) + "\n" + Files.readString(certificate));
        take(with(new Tls.Identity.Pem(both, both)), Secrets.NONE);
    }

    /** "EC PRIVATE KEY" (RFC 5915), with the curve's name before it. */
    @Test
    void anEcKeyAsOpensslWritesIt() throws Exception {
        KeyPair keys = TestAuthority.keys("EC", 256);
        Path certificate = issue(keys).write(folder, "plant");
        var secret = new ECPrivateKey(
                256,
                ((java.security.interfaces.ECPrivateKey) keys.getPrivate()).getS(),
                SECObjectIdentifiers.secp256r1);
        Path file = TestAuthority.pem(folder.resolve("old.pem"), new PemObject("EC PRIVATE KEY", secret.getEncoded()));
        Files.writeString(
                file,
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                        + Files.readString(file));

        take(with(new Tls.Identity.Pem(certificate, file)), Secrets.NONE);
    }

    /** "RSA PRIVATE KEY" (PKCS#1), plain and locked, as OpenSSL wrote them before version 3. */
    @Test
    void anRsaKeyAsOpensslWroteIt() throws Exception {
        KeyPair keys = TestAuthority.keys("RSA", 2048);
        Path certificate = issue(keys).write(folder, "plant");
        Path plain = TestAuthority.pem(folder.resolve("old.pem"), new JcaMiscPEMGenerator(keys.getPrivate()));
        assertThat(plain).content().contains("BEGIN RSA PRIVATE KEY");
        take(with(new Tls.Identity.Pem(certificate, plain)), Secrets.NONE);

        Path locked = TestAuthority.pem(
                folder.resolve("locked.pem"),
                new JcaMiscPEMGenerator(
                        keys.getPrivate(),
                        new JcePEMEncryptorBuilder("AES-256-CBC")
                                .setProvider(new BouncyCastleProvider())
                                .build(PASSWORD)));
        assertThat(locked).content().contains("DEK-Info");
        take(with(new Tls.Identity.Pem(certificate, locked)), KNOWN);
        assertThat(key(with(new Tls.Identity.Pem(certificate, locked)), WRONG)).isEqualTo("tls.key-password");
        assertThat(key(with(new Tls.Identity.Pem(certificate, locked)), Secrets.NONE))
                .isEqualTo("tls.key-locked");
    }

    @ParameterizedTest
    @CsvSource({"PKCS12", "JKS"})
    void storesOfACertificateAndOfAuthorities(String kind) throws Exception {
        var issued = issue(TestAuthority.keys("EC", 256));
        Path own = issued.store(folder.resolve("own"), kind, PASSWORD);
        take(with(new Tls.Identity.Store(own)), KNOWN);
        assertThat(key(with(new Tls.Identity.Store(own)), WRONG)).isEqualTo("tls.key-password");
        assertThat(key(with(new Tls.Identity.Store(own)), Secrets.NONE)).isEqualTo("tls.key-locked");
        assertThat(key(trusting(own), KNOWN)).isEqualTo("tls.trust-empty");

        Path trusted = authority.store(folder.resolve("trusted"), kind, PASSWORD);
        take(trusting(trusted), KNOWN);
        assertThat(key(trusting(trusted), WRONG)).isEqualTo("tls.trust-password");
        if (kind.equals("PKCS12")) {
            assertThat(key(trusting(trusted), Secrets.NONE)).isEqualTo("tls.trust-locked");
            Path open = issued.store(folder.resolve("open"), kind, new char[0]);
            take(with(new Tls.Identity.Store(open)), Secrets.NONE);
        } else {
            // Its certificates are only sealed by the password.
            take(trusting(trusted), Secrets.NONE);
        }
        assertThat(key(with(new Tls.Identity.Store(trusted)), KNOWN)).isEqualTo("tls.store-no-key");
    }

    @Test
    void authoritiesAsWindowsExportsThem() throws Exception {
        Path bare = Files.write(
                folder.resolve("authority.cer"), authority.certificate().getEncoded());

        take(trusting(bare), Secrets.NONE);
    }

    @Test
    void namesWhatElseIsInAFileAndChangesNothing() throws Exception {
        var issued = issue(TestAuthority.keys("EC", 256));
        Path certificate = issued.write(folder, "plant");
        Path key = folder.resolve("plant-key.pem");
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path blank = Files.writeString(folder.resolve("blank.pem"), "\n\n");
        String pem = Files.readString(certificate);
        Path torn = Files.writeString(folder.resolve("torn.pem"), pem.substring(0, pem.length() / 2));
        Path garbled = Files.writeString(folder.resolve("garbled.pem"), pem.replace("M", "!"));
        Path binary = Files.write(folder.resolve("binary.p12"), new byte[] {0x30, (byte) 0x82, 1, 1, 7});
        Path tornKey = Files.writeString(
                folder.resolve("torn-key.pem"), Files.readString(key).replaceFirst("(?s)\n.{20}", "\n"));
        Path denied = UnreadableFile.in(folder);
        List<Path> all = List.of(certificate, key, empty, blank, torn, garbled, binary, tornKey);
        var before = all.stream().map(Means.Stamp::of).toList();

        assertThat(key(trusting(empty), Secrets.NONE)).isEqualTo("tls.file-empty");
        assertThat(key(trusting(blank), Secrets.NONE)).isEqualTo("tls.pem-no-certificate");
        assertThat(key(trusting(torn), Secrets.NONE)).isEqualTo("tls.pem-damaged");
        assertThat(key(trusting(garbled), Secrets.NONE)).isEqualTo("tls.pem-damaged");
        assertThat(key(trusting(binary), Secrets.NONE)).isEqualTo("tls.store-damaged");
        assertThat(key(trusting(folder), Secrets.NONE)).isEqualTo("tls.file-no-file");
        assertThat(key(with(new Tls.Identity.Pem(certificate, tornKey)), Secrets.NONE))
                .isEqualTo("tls.pem-damaged");
        for (Tls tls : List.of(
                trusting(denied),
                with(new Tls.Identity.Pem(denied, key)),
                with(new Tls.Identity.Pem(certificate, denied)),
                with(new Tls.Identity.Store(denied)))) {
            var failure = catchThrowableOfType(Failure.class, () -> take(tls, Secrets.NONE));
            assertThat(failure.key()).isEqualTo("tls.file-denied");
            assertThat(failure.sentence()).contains(denied.toString());
        }
        assertThat(all.stream().map(Means.Stamp::of).toList()).isEqualTo(before);
    }

    @Test
    void whatTheComputerTrusts() throws Exception {
        Path absent = folder.resolve("absent.pem");
        var other = new TestAuthority("Another authority");

        var manager = Trusted.platform("Linux", List.of(absent, authorityFile));

        assertThatCode(() -> manager.checkServerTrusted(
                        new X509Certificate[] {authority.server().certificate()}, "ECDHE_ECDSA"))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        GeneralSecurityException.class,
                        () -> manager.checkServerTrusted(
                                new X509Certificate[] {other.server().certificate()}, "ECDHE_ECDSA")))
                .isNotNull();
        for (String system : List.of("Linux", "Windows 11", "Mac OS X")) {
            assertThat(catchThrowableOfType(Failure.class, () -> Trusted.platform(system, List.of(absent)))
                            .key())
                    .isEqualTo("tls.no-platform-trust");
        }
        assertThat(key(with(new Tls.Identity.WindowsStore(true, "subject", "plant")), Secrets.NONE))
                .isEqualTo("tls.windows-only");
    }

    /** The search itself needs no Windows. */
    @Test
    void findsInAStoreOfWindowsWhatIsValidLongest() throws Exception {
        Instant now = Instant.now();
        var expired = entry("Plant 7", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        var current = entry("Plant 7", now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(1)));
        var renewed = entry("Plant 7", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
        var future = entry("Plant 7", now.plus(Duration.ofDays(5)), now.plus(Duration.ofDays(99)));
        var other = entry("Plant 8", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(99)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var one : List.of(expired, current, renewed, future, other)) {
            store.setKeyEntry(
                    one.certificate().getSerialNumber().toString(), one.keys().getPrivate(), null, new Certificate[] {
                        one.certificate(), authority.certificate()
                    });
        }

        var found = WindowsCertificates.find(store, "subject", "plant 7", now);

        assertThat(found.certificate()).isEqualTo(renewed.certificate());
        assertThat(found.getCertificateChain("any")).containsExactly(renewed.certificate(), authority.certificate());
        assertThat(WindowsCertificates.find(store, "issuer", "plant authority", now)
                        .certificate())
                .isEqualTo(other.certificate());
        assertThat(catchThrowableOfType(Failure.class, () -> WindowsCertificates.find(store, "subject", "plant 9", now))
                        .sentence())
                .contains("plant 9");
    }

    private TestAuthority.Issued entry(String name, Instant from, Instant until) {
        return authority.issue(name, from, until);
    }
}
