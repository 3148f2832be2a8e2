package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens plain connections on the way that a profile's sessions take: directly, or through its SOCKS proxy, which resolves
 * the names itself, since behind it other names may be known than here.
 */
public record Dial(Optional<HostAndPort> socks) {

    public static Dial of(Profile profile) {
        return new Dial(profile.link().socksProxy());
    }

    public Socket to(String host, int port, Duration within) throws IOException {
        // The socket is the caller's once it is connected.
        Socket socket = new Socket(proxy());
        try {
            socket.connect(address(host, port), (int) within.toMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    Proxy proxy() {
        return socks.map(at -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(at.host(), at.port())))
                .orElse(Proxy.NO_PROXY);
    }

    private InetSocketAddress address(String host, int port) throws UnknownHostException {
        if (socks.isPresent() && !isLiteral(host)) {
            return InetSocketAddress.createUnresolved(host, port);
        }
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }

    private static boolean isLiteral(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
