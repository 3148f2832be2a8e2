package app.edgeglass.core.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** As much of a SOCKS 5 proxy (RFC 1928) as a test needs: no sign-in, connections only, and names of its own. */
public final class SocksProxy implements AutoCloseable {

    private static final int DOMAIN = 3;
    private static final int IPV4_LENGTH = 4;
    private static final byte[] REFUSED = {5, 5, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final byte[] CONNECTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, String> names;

    /** @param names which host each name stands for, known only here */
    public SocksProxy(Map<String, String> names) throws IOException {
        this.names = names;
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket client = listener.accept();
                    sockets.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException e) {
                // Closed.
            }
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            in.readByte();
            in.readNBytes(in.readUnsignedByte());
            client.getOutputStream().write(new byte[] {5, 0});
            in.readNBytes(3);
            String host = in.readByte() == DOMAIN
                    ? new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII)
                    : InetAddress.getByAddress(in.readNBytes(IPV4_LENGTH)).getHostAddress();
            int port = in.readUnsignedShort();
            connect(client, names.getOrDefault(host, host), port);
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    private void connect(Socket client, String host, int port) throws IOException {
        Socket server;
        try {
            server = new Socket(host, port);
        } catch (IOException e) {
            client.getOutputStream().write(REFUSED);
            return;
        }
        sockets.add(server);
        try (server) {
            client.getOutputStream().write(CONNECTED);
            Thread.ofVirtual().start(() -> pass(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
