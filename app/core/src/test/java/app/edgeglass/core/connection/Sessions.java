package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Link.Reconnect;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tests of sessions share. */
final class Sessions {

    /** As patient as a test. */
    static final Tempo QUICK = new Tempo(
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofMillis(100),
            Duration.ofSeconds(2));

    /** As {@link #QUICK}, with time for the first handshake of a JVM on a busy machine. */
    static final Tempo SECURE = new Tempo(
            Duration.ofSeconds(3),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofMillis(100),
            Duration.ofSeconds(2));

    /** Tries again at once. */
    static final Tempo HASTY = new Tempo(
            Duration.ofMillis(500),
            Duration.ofMillis(2),
            Duration.ofMillis(400),
            Duration.ofMillis(100),
            Duration.ofSeconds(2));

    private Sessions() {}

    static Session of(String urls) {
        return new Session(Profile.of(urls), Clock.systemUTC());
    }

    static Session of(String urls, Tempo tempo) {
        return new Session(Profile.of(urls), Secrets.NONE, Clock.systemUTC(), tempo);
    }

    static Session opened(String urls) {
        Session session = of(urls);
        session.open();
        return session;
    }

    static Session opened(String urls, Tempo tempo) {
        Session session = of(urls, tempo);
        session.open();
        return session;
    }

    static Session withReconnect(String urls, Reconnect reconnect, Tempo tempo) {
        var link = new Link(Optional.empty(), "", true, Link.DEFAULT_PING, reconnect, "");
        var session = new Session(Profile.of(urls).withLink(link), Secrets.NONE, Clock.systemUTC(), tempo);
        session.open();
        return session;
    }

    /** Everything that the journal says, sentence by sentence. */
    static List<String> said(Session session) {
        return session.journal().after(0).stream().map(SessionEvent::sentence).toList();
    }

    /** A loopback port at which nothing listens. */
    static int deadPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The threads of sessions that are still there. */
    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("edgeglass-nats-"))
                .toList();
    }

    /**
     * An address that does not even answer, as one behind a firewall that drops everything: a listener that takes nobody,
     * with its queue full.
     */
    static final class BlackHole implements AutoCloseable {

        private final ServerSocket listener;
        private final List<Socket> queued = new ArrayList<>();

        BlackHole() throws IOException {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            boolean full = false;
            while (!full) {
                var socket = new Socket();
                queued.add(socket);
                try {
                    socket.connect(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()), 200);
                } catch (SocketTimeoutException e) {
                    full = true;
                }
            }
        }

        String url() {
            return "nats://127.0.0.1:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : queued) {
                socket.close();
            }
            listener.close();
        }
    }
}
