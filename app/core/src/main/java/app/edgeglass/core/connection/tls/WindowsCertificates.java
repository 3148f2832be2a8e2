package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that Windows keeps, by way of the JDK's provider SunMSCAPI. The keys stay where they are: they sign, but
 * cannot be read.
 */
final class WindowsCertificates {

    private static final String PROVIDER = "SunMSCAPI";
    // The names of the stores since JDK 19; before there was only the user's.
    private static final String OF_USER = "Windows-MY-CURRENTUSER";
    private static final String OF_MACHINE = "Windows-MY-LOCALMACHINE";

    private WindowsCertificates() {}

    static OwnCertificate find(Tls.Identity.WindowsStore wanted) throws GeneralSecurityException {
        KeyStore store = open(wanted.machine() ? OF_MACHINE : OF_USER, "tls.windows-only");
        return find(store, wanted.matchBy(), wanted.match(), Instant.now());
    }

    /** @param notHere names the failure on a computer without such stores */
    static KeyStore open(String name, String notHere) throws GeneralSecurityException {
        KeyStore store;
        try {
            store = KeyStore.getInstance(name, PROVIDER);
        } catch (KeyStoreException | NoSuchProviderException e) {
            throw Failure.of(notHere);
        }
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw Failure.because(e, "tls.windows-unreadable", e.getClass().getSimpleName());
        }
        return store;
    }

    /**
     * As the NATS clients do it: the subject or the issuer contains the words, whatever their case. Of several the one that
     * is valid longest is taken, so that a renewed certificate takes the place of the one that is about to expire.
     */
    static OwnCertificate find(KeyStore store, String by, String match, Instant now) throws GeneralSecurityException {
        X509Certificate best = null;
        PrivateKey key = null;
        List<X509Certificate> chain = List.of();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && matches(certificate, by, match)
                    && isBetter(certificate, best, now)
                    && store.getKey(alias, null) instanceof PrivateKey found) {
                best = certificate;
                key = found;
                chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
            }
        }
        if (key == null) {
            throw Failure.of("tls.windows-none", by, match);
        }
        return new OwnCertificate(key, chain);
    }

    private static boolean matches(X509Certificate certificate, String by, String match) {
        X500Principal name = by.equalsIgnoreCase("issuer")
                ? certificate.getIssuerX500Principal()
                : certificate.getSubjectX500Principal();
        return name.getName().toLowerCase(Locale.ROOT).contains(match.toLowerCase(Locale.ROOT));
    }

    private static boolean isBetter(X509Certificate one, @Nullable X509Certificate other, Instant now) {
        if (other == null) {
            return true;
        }
        boolean valid = isValid(one, now);
        return valid == isValid(other, now)
                ? one.getNotAfter().toInstant().isAfter(other.getNotAfter().toInstant())
                : valid;
    }

    private static boolean isValid(X509Certificate one, Instant now) {
        return !one.getNotBefore().toInstant().isAfter(now)
                && !one.getNotAfter().toInstant().isBefore(now);
    }
}
