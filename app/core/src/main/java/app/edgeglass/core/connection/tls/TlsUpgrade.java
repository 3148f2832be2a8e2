package app.edgeglass.core.connection.tls;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain connections secure, as a profile wants it: TLS 1.2 or 1.3, whichever is newer on both sides, and always with
 * the server's name checked, which the client library (jnats 2.26.2) leaves out. Safe for use by several threads.
 */
public final class TlsUpgrade {

    private static final Pattern IP = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.%a-z]*]?");

    private final SSLContext context;
    private final SeenChain seen;
    private final AskedKeys asked;
    private final boolean identified;
    private final List<String> hosts;

    private TlsUpgrade(SSLContext context, SeenChain seen, AskedKeys asked, boolean identified, List<String> hosts) {
        this.context = context;
        this.seen = seen;
        this.asked = asked;
        this.identified = identified;
        this.hosts = hosts;
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
        var seen = new SeenChain(Trusted.by(profile.tls().trust(), secrets));
        KeyManager @Nullable [] identity = profile.tls()
                .identity()
                .map(wanted -> Identities.of(wanted, secrets))
                .orElse(null);
        try {
            // "TLS" negotiates up to 1.3; the client's own default stays at 1.2.
            SSLContext context = SSLContext.getInstance("TLS");
            var asked = AskedKeys.of(identity);
            context.init(new KeyManager[] {asked}, new TrustManager[] {seen}, null);
            List<String> hosts =
                    profile.urls().stream().map(url -> url.uri().getHost()).toList();
            return new TlsUpgrade(context, seen, asked, identity != null, hosts);
        } catch (GeneralSecurityException e) {
            throw Failure.because(e, "tls.identity-unusable", e.getClass().getSimpleName());
        }
    }

    /** For the client, which only asks whether there is one. */
    public SSLContext context() {
        return context;
    }

    /** Whether a certificate of our own is offered. */
    public boolean isIdentified() {
        return identified;
    }

    /** Whether a server has asked for a certificate of ours; it does so only after we have believed its own. */
    public boolean wasAsked() {
        return asked.wereAsked();
    }

    /** The certificates that the last server showed, its own first. */
    public List<X509Certificate> chain() {
        return seen.chain();
    }

    /**
     * Shakes hands over a connection.
     *
     * @param host as the connection was made: a name, or an address that a name was resolved to or that the cluster told
     * @param within how long it may take
     * @throws IOException when it fails; the plain connection is of no use then
     */
    public SSLSocket over(Socket plain, String host, int port, Duration within) throws IOException {
        var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, nameOf(host), port, true);
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
