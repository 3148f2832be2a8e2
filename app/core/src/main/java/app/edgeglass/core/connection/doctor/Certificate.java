package app.edgeglass.core.connection.doctor;

import java.time.Instant;
import java.util.List;

/**
 * A certificate that the server showed, whether it is believed or not.
 *
 * @param subject whose it is
 * @param issuer who vouches for it
 * @param names for which names and addresses it is (subject alternative names); usually none for an authority's
 * @param from when its validity begins
 * @param until when it ends
 * @param daysLeft whole days until it ends; negative when it has ended
 * @param key such as {@code EC 256}
 * @param fingerprint the SHA-256 of it, in pairs of digits with colons, as OpenSSL writes it
 */
public record Certificate(
        String subject,
        String issuer,
        List<String> names,
        Instant from,
        Instant until,
        long daysLeft,
        String key,
        String fingerprint) {

    public Certificate {
        names = List.copyOf(names);
    }

    /** Whether it vouches for itself. */
    public boolean isSelfSigned() {
        return subject.equals(issuer);
    }
}
