package app.edgeglass.core.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Sends given bytes to a client, in pieces of any size: what no real server can be made to do. It greets, answers pings
 * and notes what the client subscribes to; everything else is up to the test. One client at a time; a next one may come.
 */
public final class StreamServer implements AutoCloseable {

    private static final String INFO =
            "INFO {\"server_id\":\"stream\",\"server_name\":\"stream\",\"version\":\"2.10.0\","
                    + "\"proto\":1,\"headers\":true,\"max_payload\":8388608,\"host\":\"127.0.0.1\",\"port\":0}\r\n";

    private final ServerSocket listener;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile @Nullable Socket client;

    public StreamServer() {
        try {
            listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public String url() {
        return "nats://127.0.0.1:" + listener.getLocalPort();
    }

    /** The lines that clients have sent that begin with a word, such as {@code SUB}. */
    public List<String> said(String word) {
        return said.stream().filter(line -> line.startsWith(word)).toList();
    }

    /** Sends the bytes in pieces of at most this size. */
    public void send(byte[] bytes, Random random, int most) throws IOException {
        Socket to = client;
        if (to == null) {
            throw new IllegalStateException("no client");
        }
        OutputStream out = to.getOutputStream();
        for (int at = 0; at < bytes.length; ) {
            int part = Math.min(bytes.length - at, 1 + random.nextInt(most));
            synchronized (this) {
                out.write(bytes, at, part);
            }
            at += part;
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket now = listener.accept()) {
                now.setTcpNoDelay(true);
                client = now;
                now.getOutputStream().write(INFO.getBytes(UTF_8));
                listen(now);
            } catch (IOException e) {
                // The client is gone, or the test is over.
            }
        }
    }

    private void listen(Socket from) throws IOException {
        InputStream in = new BufferedInputStream(from.getInputStream());
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String text = new String(line.toString().getBytes(ISO_8859_1), UTF_8).strip();
            line.setLength(0);
            said.add(text);
            if (text.equals("PING") && !silent) {
                answer(from);
            }
        }
    }

    private synchronized void answer(Socket to) throws IOException {
        to.getOutputStream().write("PONG\r\n".getBytes(UTF_8));
    }

    /** Whether pings are answered; not while a stream is sent, so that nothing comes in between its pieces. */
    public void answer(boolean wanted) {
        silent = !wanted;
    }

    @Override
    public void close() {
        try {
            listener.close();
            Socket last = client;
            if (last != null) {
                last.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
