package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake needs, as its files were when they were read.
 *
 * @param seen which certificates were shown by the servers
 * @param asked whether a server has asked for a certificate of ours
 * @param own our certificate, if the profile has one
 */
record Means(SSLContext context, SeenChain seen, AskedKeys asked, Optional<OwnCertificate> own, List<Stamp> stamps) {

    /** By what it is noticed that a file is another one now. */
    record Stamp(
            @Nullable FileTime changed, long size, @Nullable Object file) {

        private static final Stamp NONE = new Stamp(null, 0, null);

        static Stamp of(Path path) {
            try {
                var now = Files.readAttributes(path, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            } catch (IOException e) {
                return NONE;
            }
        }
    }

    /** @throws Failure when a file is missing, damaged, or locked by another password */
    static Means read(Tls tls, Secrets secrets) {
        // Before they are read: what changes meanwhile is read again the next time.
        List<Stamp> stamps = stamps(tls);
        var seen = new SeenChain(Trusted.by(tls.trust(), secrets));
        Optional<OwnCertificate> own = tls.identity().map(wanted -> Identities.of(wanted, secrets));
        try {
            // "TLS" negotiates up to 1.3; the client's own default stays at 1.2.
            SSLContext context = SSLContext.getInstance("TLS");
            var asked = new AskedKeys(own.orElse(null));
            context.init(new KeyManager[] {asked}, new TrustManager[] {seen}, null);
            return new Means(context, seen, asked, own, stamps);
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.identity-unusable", e.getClass().getSimpleName());
        }
    }

    boolean isOutOfDate(Tls tls) {
        return !stamps.equals(stamps(tls));
    }

    private static List<Stamp> stamps(Tls tls) {
        Stream<Path> trusted = tls.trust() instanceof Tls.Trust.File(Path file) ? Stream.of(file) : Stream.empty();
        Stream<Path> own = tls.identity().stream().flatMap(identity -> switch (identity) {
            case Tls.Identity.Pem(Path certificate, Path key) -> Stream.of(certificate, key);
            case Tls.Identity.Store(Path file) -> Stream.of(file);
            case Tls.Identity.WindowsStore _ -> Stream.empty();
        });
        return Stream.concat(trusted, own).map(Stamp::of).toList();
    }
}
