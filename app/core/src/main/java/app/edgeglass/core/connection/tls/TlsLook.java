package app.edgeglass.core.connection.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks which certificates a server shows, and believes none of them: the handshake is broken off as soon as they are
 * there, and nothing of ours is sent.
 */
public final class TlsLook {

    private TlsLook() {}

    /** The certificates that come at once over a fresh connection, the server's own first; empty when it is no TLS that answers. */
    public static List<X509Certificate> at(String host, int port, Duration within) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            return over(socket, host, port, within);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The same over a connection on which it is the server's turn to shake hands; the connection is of no use then. */
    public static List<X509Certificate> over(Socket plain, String host, int port, Duration within) throws IOException {
        var seen = new SeenChain(new Nobody());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {seen}, null);
            plain.setSoTimeout((int) within.toMillis());
            try (var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                secure.startHandshake();
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            // As it must be: what was shown was not believed.
        }
        return seen.chain();
    }

    /** Believes nobody. */
    private static final class Nobody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String kind, Socket socket)
                throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String kind, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String kind) throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String kind, Socket socket)
                throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String kind, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String kind) throws CertificateException {
            throw new CertificateException("only looking");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
