package app.edgeglass.core.connection.tls;

import app.edgeglass.core.error.Failure;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a connection did not become secure. */
public final class TlsProblem {

    private static final String UNKNOWN = "?";

    private final String where;
    private final String host;
    private final List<X509Certificate> chain;
    private final Optional<OwnCertificate> own;

    private TlsProblem(String where, String host, TlsUpgrade upgrade) {
        this.where = where;
        this.host = host;
        this.chain = upgrade.chain();
        this.own = upgrade.own();
    }

    /**
     * @param thrown by the handshake, or by the first reading after it: with TLS 1.3 a server refuses our certificate only
     *     then
     * @param where the server, for a person's eyes
     * @param host the name that was to be proven
     * @param upgrade what was shown, and whether we have shown a certificate
     * @return nothing when it is about something else than TLS
     */
    public static Optional<Failure> in(Throwable thrown, String where, String host, TlsUpgrade upgrade) {
        var problem = new TlsProblem(where, host, upgrade);
        Failure found = null;
        // The innermost says most: what it is wrapped in is always the same.
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Failure one = problem.in(t);
            found = one == null ? found : one;
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Failure in(Throwable t) {
        String words = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
        return switch (t) {
            case CertificateExpiredException e -> outOfTime();
            case CertificateNotYetValidException e -> outOfTime();
            case CertPathValidatorException e
            when e.getReason() == BasicReason.ALGORITHM_CONSTRAINED -> Failure.of("tls.weak", where, subject());
            case CertPathValidatorException e -> null;
            case CertificateException e
            when words.contains("disabled algorithm") || words.contains("constraints") ->
                Failure.of("tls.weak", where, subject());
            case CertificateException e
            when words.contains("subject alternative") || words.contains("no name matching") ->
                Failure.of("tls.wrong-name", where, host, names());
            case CertificateException e -> untrusted();
            case SSLException e -> ofHandshake(words);
            default -> null;
        };
    }

    private @Nullable Failure ofHandshake(String words) {
        if (words.contains("unsupported or unrecognized ssl message")) {
            return Failure.of("tls.none-here", where);
        }
        if (isAlert(words, "certificate", "unknown_ca", "access_denied")) {
            return own.map(this::refused).orElseGet(() -> Failure.of("tls.client-wanted", where));
        }
        if (isAlert(words, "handshake_failure") && own.isEmpty()) {
            return Failure.of("tls.client-wanted", where);
        }
        if (words.contains("no appropriate protocol") || isAlert(words, "protocol_version", "handshake_failure")) {
            return Failure.of("tls.too-old", where);
        }
        return null;
    }

    /** Whether the server has ended the handshake with such a word (RFC 8446, section 6). */
    private static boolean isAlert(String words, String... names) {
        int alert = words.indexOf("fatal alert:");
        return alert >= 0 && List.of(names).stream().anyMatch(name -> words.indexOf(name, alert) >= 0);
    }

    /** The server says little of why; what can be seen from here is said instead. */
    private Failure refused(OwnCertificate ours) {
        X509Certificate certificate = ours.certificate();
        String subject = subject(certificate);
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            String day = Certificates.day(certificate.getNotAfter().toInstant());
            return Failure.of("tls.own-expired", where, subject, day);
        } catch (CertificateNotYetValidException e) {
            String day = Certificates.day(certificate.getNotBefore().toInstant());
            return Failure.of("tls.own-not-yet-valid", where, subject, day);
        }
        if (ours.isForeign()) {
            String wanted =
                    ours.wanted().stream().map(Certificates::shortName).collect(Collectors.joining("”, “", "“", "”"));
            return Failure.of("tls.client-foreign", where, issuer(certificate), wanted);
        }
        return Failure.of("tls.client-refused", where, subject);
    }

    private Failure outOfTime() {
        // It may be one of those between, so that the one is named that is out of its time.
        for (X509Certificate one : chain) {
            try {
                one.checkValidity();
            } catch (CertificateExpiredException e) {
                String day = Certificates.day(one.getNotAfter().toInstant());
                return Failure.of("tls.expired", where, subject(one), day);
            } catch (CertificateNotYetValidException e) {
                String day = Certificates.day(one.getNotBefore().toInstant());
                return Failure.of("tls.not-yet-valid", where, subject(one), day);
            }
        }
        // The authority's own, which is in our file and was not sent.
        return Failure.of("tls.authority-expired", where, chain.isEmpty() ? UNKNOWN : issuer(chain.getLast()));
    }

    private Failure untrusted() {
        if (chain.isEmpty()) {
            return Failure.of("tls.untrusted", where, UNKNOWN);
        }
        X509Certificate last = chain.getLast();
        boolean self = chain.size() == 1 && last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
        return Failure.of(self ? "tls.self-signed" : "tls.untrusted", where, issuer(last));
    }

    private String names() {
        List<String> names = chain.isEmpty() ? List.of() : Certificates.names(chain.getFirst());
        return names.isEmpty() ? subject() : String.join(", ", names);
    }

    private String subject() {
        return chain.isEmpty() ? UNKNOWN : subject(chain.getFirst());
    }

    private static String subject(X509Certificate certificate) {
        return Certificates.shortName(certificate.getSubjectX500Principal().getName());
    }

    private static String issuer(X509Certificate certificate) {
        return Certificates.shortName(certificate.getIssuerX500Principal().getName());
    }
}
