package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.tls.Certificates;
import app.edgeglass.core.text.SafeText;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Certificates as a person reads them. */
final class Chains {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int LONGEST = 400;

    private Chains() {}

    static List<Certificate> read(List<X509Certificate> chain, Instant now) {
        return chain.stream().map(one -> read(one, now)).toList();
    }

    private static Certificate read(X509Certificate one, Instant now) {
        Instant until = one.getNotAfter().toInstant();
        long seconds = Duration.between(now, until).toSeconds();
        return new Certificate(
                shown(one.getSubjectX500Principal().getName()),
                shown(one.getIssuerX500Principal().getName()),
                Certificates.names(one).stream().map(Chains::shown).toList(),
                one.getNotBefore().toInstant(),
                until,
                Math.floorDiv(seconds, Duration.ofDays(1).toSeconds()),
                key(one.getPublicKey()),
                fingerprint(one));
    }

    private static String shown(String text) {
        return SafeText.show(text, LONGEST);
    }

    private static String key(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            default -> key.getAlgorithm();
        };
    }

    private static String fingerprint(X509Certificate one) {
        try {
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(one.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
