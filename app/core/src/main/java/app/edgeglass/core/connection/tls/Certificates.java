package app.edgeglass.core.connection.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What of a certificate a person wants to read. */
public final class Certificates {

    // RFC 5280, section 4.2.1.6.
    private static final int DNS = 2;
    private static final int IP = 7;

    private Certificates() {}

    /** The names and addresses that a certificate is for (subject alternative names). */
    public static List<String> names(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> name : alternatives) {
                    if (name.get(0) instanceof Integer kind && (kind == DNS || kind == IP)) {
                        names.add(String.valueOf(name.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException e) {
            // Then it has none that can be read.
        }
        return names;
    }

    /** The common name of a subject or an issuer, or all of it where it has none. */
    public static String shortName(String distinguished) {
        try {
            for (Rdn part : new LdapName(distinguished).getRdns().reversed()) {
                if (part.getType().equalsIgnoreCase("CN") || part.getType().equalsIgnoreCase("O")) {
                    return String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException e) {
            // Shown as it is.
        }
        return distinguished;
    }

    /** A day, in the words of this computer's language. */
    public static String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(at.atZone(ZoneId.systemDefault()));
    }
}
