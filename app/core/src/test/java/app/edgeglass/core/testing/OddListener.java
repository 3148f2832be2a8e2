package app.edgeglass.core.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Something on a loopback port that is no NATS server. */
public final class OddListener implements AutoCloseable {

    private final ServerSocket listener;
    private final List<Socket> sockets = new ArrayList<>();

    private OddListener(int backlog) throws IOException {
        listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    /** The system takes connections, and nobody ever says a word over them. */
    public static OddListener silent() throws IOException {
        return new OddListener(50);
    }

    /** Not even the system takes a connection any more, as behind a firewall that drops everything. */
    public static OddListener full() throws IOException {
        var full = new OddListener(1);
        while (true) {
            var socket = new Socket();
            full.sockets.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.port()), 200);
            } catch (SocketTimeoutException e) {
                return full;
            }
        }
    }

    /** Says something to everyone who comes, and hangs up when that is nothing. */
    public static OddListener saying(String text) throws IOException {
        var talker = new OddListener(50);
        Thread.ofVirtual().start(talker.talk(text));
        return talker;
    }

    private Runnable talk(String text) {
        return () -> {
            try {
                while (true) {
                    Socket socket = listener.accept();
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    if (text.isEmpty()) {
                        socket.close();
                    } else {
                        keep(socket);
                    }
                }
            } catch (IOException e) {
                // Closed: nobody comes any more.
            }
        };
    }

    private synchronized void keep(Socket socket) {
        sockets.add(socket);
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public synchronized void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
