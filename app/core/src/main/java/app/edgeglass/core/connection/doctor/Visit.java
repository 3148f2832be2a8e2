package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One URL under examination: what a stage needs to know of those before it. One stage at a time uses it. */
final class Visit implements AutoCloseable {

    private final Profile profile;
    private final Secrets secrets;
    private final Clock clock;
    private final Patience patience;

    private volatile List<InetAddress> addresses = List.of();
    private volatile Duration connecting = Duration.ZERO;
    private volatile @Nullable Hello hello;
    private volatile @Nullable UserInfo user;
    private volatile @Nullable Boolean jetStream;
    private volatile boolean secure;
    private @Nullable Line line;
    private @Nullable Session session;
    private boolean closed;

    Visit(Profile profile, ServerUrl url, Secrets secrets, Clock clock, Patience patience) {
        Link link = profile.link();
        // It is asked once; that a session comes back by itself would only hide what is wrong.
        var once = new Link.Reconnect(
                false, link.reconnect().first(), link.reconnect().longest());
        this.profile = profile.withUrls(List.of(url))
                .withLink(new Link(
                        link.socksProxy(), link.inboxPrefix(), link.echo(), link.ping(), once, link.connectionName()));
        this.secrets = secrets;
        this.clock = clock;
        this.patience = patience;
    }

    /** With this URL alone. */
    Profile profile() {
        return profile;
    }

    Secrets secrets() {
        return secrets;
    }

    Clock clock() {
        return clock;
    }

    Patience patience() {
        return patience;
    }

    ServerUrl url() {
        return profile.urls().getFirst();
    }

    String host() {
        return url().uri().getHost();
    }

    Optional<HostAndPort> proxy() {
        return profile.link().socksProxy();
    }

    boolean isWebSocket() {
        return url().uri().getScheme().startsWith("ws");
    }

    /** Those of the host, or of the proxy where there is one; the one that serves comes first once that is known. */
    List<InetAddress> addresses() {
        return addresses;
    }

    void resolved(List<InetAddress> found) {
        addresses = List.copyOf(found);
    }

    /** A new connection to a port of the host, in the way in which the profile gets there. */
    Socket connect(InetAddress to, int port) throws IOException {
        Optional<HostAndPort> proxy = proxy();
        var socket = proxy.isEmpty()
                ? new Socket()
                : new Socket(new Proxy(
                        Proxy.Type.SOCKS, new InetSocketAddress(to, proxy.get().port())));
        try {
            socket.connect(
                    proxy.isEmpty()
                            ? new InetSocketAddress(to, port)
                            // Behind the proxy other names may be known than here.
                            : InetSocketAddress.createUnresolved(host(), port),
                    patience.eachMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A second look at the same port. */
    Line again() throws IOException {
        return new Line(connect(addresses.getFirst(), url().uri().getPort()));
    }

    synchronized void connected(Line opened, Duration took) {
        line = opened;
        connecting = took;
        if (closed) {
            opened.close();
        }
    }

    synchronized Line line() {
        Line opened = line;
        if (opened == null) {
            throw new IllegalStateException("not connected");
        }
        return opened;
    }

    /** How long it took to connect: a round trip, or a little more. */
    Duration connecting() {
        return connecting;
    }

    void greeted(Hello said) {
        hello = said;
    }

    Optional<Hello> hello() {
        return Optional.ofNullable(hello);
    }

    void known(UserInfo told) {
        user = told;
    }

    /** What the server knows of us, once it has let us in. */
    Optional<UserInfo> user() {
        return Optional.ofNullable(user);
    }

    void jetStreamMayBeAsked(boolean may) {
        jetStream = may;
    }

    /** Whether publishing to JetStream's API is permitted, once that was tried. */
    Optional<Boolean> jetStreamMayBeAsked() {
        return Optional.ofNullable(jetStream);
    }

    void secured() {
        secure = true;
    }

    boolean isSecure() {
        return secure;
    }

    /** The bare connection is of no use any more; a server should not wait for it. */
    synchronized void hangUp() {
        if (line != null) {
            line.close();
        }
    }

    synchronized void open(Session opening) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        session = opening;
    }

    synchronized Session session() {
        Session opened = session;
        if (opened == null) {
            throw new IllegalStateException("not signed in");
        }
        return opened;
    }

    @Override
    public void close() {
        Session opened;
        synchronized (this) {
            closed = true;
            hangUp();
            opened = session;
        }
        if (opened != null) {
            opened.close();
        }
    }
}
