package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes plain connections secure, as a profile wants it: TLS 1.2 or 1.3, whichever is newer on both sides, and always with
 * the server's name checked, which the client library (jnats 2.26.2) leaves out. The files are read again when they have
 * changed. Safe for use by several threads.
 */
public final class TlsUpgrade {

    private static final Pattern IP = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.%a-z]*]?");

    private static final Logger LOG = LoggerFactory.getLogger(TlsUpgrade.class);

    private final Profile profile;
    private final Secrets secrets;
    private final List<String> hosts;
    private volatile Means means;

    private TlsUpgrade(Profile profile, Secrets secrets, Means means) {
        this.profile = profile;
        this.secrets = secrets;
        this.means = means;
        this.hosts = profile.urls().stream().map(url -> url.uri().getHost()).toList();
    }

    /** Whether the profile asks for TLS, so that a server without it is to be refused. */
    public static boolean isWanted(Profile profile) {
        Tls tls = profile.tls();
        return tls.wanted()
                || tls.first()
                || tls.identity().isPresent()
                || tls.trust() instanceof Tls.Trust.File
                || profile.urls().stream().anyMatch(url -> url.isSecure());
    }

    /**
     * Reads the files that the profile names.
     *
     * @throws Failure when one of them is missing, damaged, or locked by another password
     */
    public static TlsUpgrade of(Profile profile, Secrets secrets) {
        return new TlsUpgrade(profile, secrets, Means.read(profile.tls(), secrets));
    }

    /** For the client, which only asks whether there is one. */
    public SSLContext context() {
        return means.context();
    }

    /** Whether a certificate of our own is offered. */
    public boolean isIdentified() {
        return means.own().isPresent();
    }

    /** Whether a server has asked for a certificate of ours; it does so only after we have believed its own. */
    public boolean wasAsked() {
        return means.asked().wereAsked();
    }

    /** The certificates that the last server showed, its own first. */
    public List<X509Certificate> chain() {
        return means.seen().chain();
    }

    Optional<OwnCertificate> own() {
        return means.own();
    }

    /**
     * Shakes hands over a connection.
     *
     * @param host as the connection was made: a name, or an address that a name was resolved to or that the cluster told
     * @param within how long it may take
     * @throws IOException when it fails; the plain connection is of no use then
     */
    public SSLSocket over(Socket plain, String host, int port, Duration within) throws IOException {
        var secure = (SSLSocket) current().context().getSocketFactory().createSocket(plain, nameOf(host), port, true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        int patience = plain.getSoTimeout();
        plain.setSoTimeout((int) within.toMillis());
        try {
            secure.startHandshake();
        } catch (IOException e) {
            plain.close();
            throw e;
        }
        plain.setSoTimeout(patience);
        return secure;
    }

    /** Files that were renewed on the disk serve from the next handshake on. */
    private Means current() {
        Means now = means;
        if (!now.isOutOfDate(profile.tls())) {
            return now;
        }
        try {
            now = Means.read(profile.tls(), secrets);
            means = now;
        } catch (Failure failure) {
            // A file that is being replaced, or a stick that was pulled out: what served until now may serve on.
            LOG.warn("The certificates could not be read again: {}", failure.sentence());
        }
        return now;
    }

    /**
     * Under which name a server has to prove itself. The client connects to addresses, its own resolved ones and those
     * that a cluster tells; certificates are for names, so that the name the person gave is what counts, as in the other
     * clients of NATS.
     */
    String nameOf(String host) {
        if (!IP.matcher(host).matches() || hosts.contains(host)) {
            return host;
        }
        List<String> names =
                hosts.stream().filter(name -> !IP.matcher(name).matches()).toList();
        Optional<String> resolved = names.size() < 2
                ? Optional.empty()
                : names.stream().filter(name -> isAt(name, host)).findFirst();
        return resolved.or(() -> names.stream().findFirst()).orElse(host);
    }

    private static boolean isAt(String name, String address) {
        try {
            InetAddress wanted = InetAddress.getByName(address);
            return Arrays.asList(InetAddress.getAllByName(name)).contains(wanted);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
