package app.edgeglass.core.connection.tls;

import app.edgeglass.core.error.Failure;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a connection did not become secure. */
public final class TlsProblem {

    private TlsProblem() {}

    /**
     * @param thrown by the handshake, or by the first reading after it: with TLS 1.3 a server refuses our certificate only
     *     then
     * @param where the server, for a person's eyes
     * @param host the name that was to be proven
     * @param upgrade what was shown, and whether we have shown a certificate
     * @return nothing when it is about something else than TLS
     */
    public static Optional<Failure> in(Throwable thrown, String where, String host, TlsUpgrade upgrade) {
        X509Certificate first =
                upgrade.chain().isEmpty() ? null : upgrade.chain().getFirst();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Optional<Failure> found = in(t, where, host, first, upgrade);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> in(
            Throwable t, String where, String host, @Nullable X509Certificate first, TlsUpgrade upgrade) {
        // The cause says more than what it is wrapped in: the outermost is always the same.
        if (t.getCause() != null && isOurs(t.getCause())) {
            return Optional.empty();
        }
        String words = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (t) {
                    case CertificateExpiredException e -> outOfTime("tls.expired", where, upgrade.chain());
                    case CertificateNotYetValidException e -> outOfTime("tls.not-yet-valid", where, upgrade.chain());
                    case CertificateException e when first == null -> Failure.of("tls.untrusted", where, "?");
                    case CertificateException e
                    when isAboutNames(words) -> Failure.of("tls.wrong-name", where, host, names(first));
                    case CertificateException e -> untrusted(where, upgrade.chain());
                    case java.security.cert.CertPathBuilderException e -> untrusted(where, upgrade.chain());
                    case SSLException e -> ofHandshake(words, where, upgrade);
                    default -> null;
                });
    }

    private static boolean isOurs(Throwable t) {
        return t instanceof CertificateException
                || t instanceof SSLException
                || t instanceof java.security.cert.CertPathValidatorException;
    }

    private static boolean isAboutNames(String words) {
        return words.contains("subject alternative") || words.contains("no name matching");
    }

    private static @Nullable Failure ofHandshake(String words, String where, TlsUpgrade upgrade) {
        if (words.contains("unsupported or unrecognized ssl message")) {
            return Failure.of("tls.none-here", where);
        }
        if (words.contains("certificate_required")
                || (!upgrade.isIdentified()
                        && (words.contains("alert: bad_certificate") || words.contains("alert: handshake_failure")))) {
            return Failure.of("tls.client-wanted", where);
        }
        if (words.contains("alert: unknown_ca")
                || words.contains("alert: bad_certificate")
                || words.contains("alert: certificate_")
                || words.contains("alert: unsupported_certificate")) {
            return Failure.of("tls.client-refused", where);
        }
        if (words.contains("protocol_version")
                || words.contains("handshake_failure")
                || words.contains("no appropriate protocol")) {
            return Failure.of("tls.too-old", where);
        }
        return null;
    }

    private static Failure outOfTime(String key, String where, List<X509Certificate> chain) {
        // It may be one of those between, so that the one is named that is out of its time.
        for (X509Certificate one : chain) {
            try {
                one.checkValidity();
            } catch (CertificateExpiredException e) {
                return Failure.of(
                        "tls.expired",
                        where,
                        subject(one),
                        Certificates.day(one.getNotAfter().toInstant()));
            } catch (CertificateNotYetValidException e) {
                return Failure.of(
                        "tls.not-yet-valid",
                        where,
                        subject(one),
                        Certificates.day(one.getNotBefore().toInstant()));
            }
        }
        return Failure.of(key, where, "?", "?");
    }

    private static Failure untrusted(String where, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Failure.of("tls.untrusted", where, "?");
        }
        X509Certificate last = chain.getLast();
        String issuer = Certificates.shortName(last.getIssuerX500Principal().getName());
        boolean self = chain.size() == 1 && last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
        return Failure.of(self ? "tls.self-signed" : "tls.untrusted", where, issuer);
    }

    private static String names(X509Certificate certificate) {
        List<String> names = Certificates.names(certificate);
        return names.isEmpty() ? subject(certificate) : String.join(", ", names);
    }

    private static String subject(X509Certificate certificate) {
        return Certificates.shortName(certificate.getSubjectX500Principal().getName());
    }
}
