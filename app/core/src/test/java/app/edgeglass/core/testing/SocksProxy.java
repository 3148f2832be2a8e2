package app.edgeglass.core.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A SOCKS5 proxy (RFC 1928) without login, on a free loopback port. It knows a name that nobody else knows, and counts what
 * it was asked for.
 */
public final class SocksProxy implements AutoCloseable {

    /** Leads to this machine, for this proxy only. */
    public static final String INNER_HOST = "plant.invalid";

    private static final int VERSION = 5;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final byte SUCCEEDED = 0;
    private static final byte REFUSED = 5;

    private final ServerSocket listener;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public SocksProxy() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("test-socks").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The hosts that connections were wanted to, in the order of coming. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // The test ends.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte();
            in.skipNBytes(in.readUnsignedByte());
            out.write(new byte[] {VERSION, 0});
            in.skipNBytes(3);
            String host = host(in);
            int port = in.readUnsignedShort();
            asked.add(host);
            try (var server = new Socket(host.equals(INNER_HOST) ? "127.0.0.1" : host, port)) {
                open.add(server);
                out.write(answer(SUCCEEDED));
                Thread.ofVirtual().start(() -> pump(server, client));
                pump(client, server);
            } catch (IOException e) {
                out.write(answer(REFUSED));
            }
        } catch (IOException e) {
            // One of the two has ended.
        }
    }

    private static String host(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case IPV4 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case NAME -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            default -> throw new IOException("an address of another kind");
        };
    }

    private static byte[] answer(byte code) {
        return new byte[] {VERSION, code, 0, IPV4, 0, 0, 0, 0, 0, 0};
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has ended.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
