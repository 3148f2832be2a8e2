package app.edgeglass.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A bad link to a server: a TCP proxy on a loopback port of its own that is slow, goes silent, breaks, or is not there.
 * What it does may be changed at any time, from any thread.
 */
public final class FaultyLink implements AutoCloseable {

    private static final int CHUNK = 8 * 1024;

    private final int target;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private Duration latency = Duration.ZERO;
    private long bytesPerSecond = Long.MAX_VALUE;
    private boolean silent;
    private boolean closed;

    private FaultyLink(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        this.port = listener.getLocalPort();
        accept(listener);
    }

    /** A link without a fault, so far. */
    public static FaultyLink to(TestServer server) {
        try {
            return new FaultyLink(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Each chunk takes so long, in each direction. */
    public synchronized void delay(Duration each) {
        latency = each;
    }

    /** No more than so many bytes pass each second, in each direction of each connection. */
    public synchronized void throttle(long bytes) {
        bytesPerSecond = bytes;
    }

    /** Nothing passes any more, though connections stand and new ones are taken, as behind a router that has lost them. */
    public synchronized void fallSilent() {
        silent = true;
    }

    /** What waited passes, and all else too. */
    public synchronized void heal() {
        silent = false;
        bytesPerSecond = Long.MAX_VALUE;
        latency = Duration.ZERO;
        notifyAll();
    }

    /** Breaks the connections that stand; new ones are taken. */
    public void cut() {
        for (Socket socket : sockets) {
            reset(socket);
        }
        sockets.clear();
    }

    /** Nobody listens any more, and what stood is broken. */
    public void down() {
        try {
            synchronized (this) {
                listener.close();
            }
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After {@link #down}: new connections are taken again. */
    public synchronized void up() {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            accept(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        down();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().name("faulty-link").start(() -> {
            while (!from.isClosed()) {
                try {
                    Socket client = from.accept();
                    Socket server = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), target);
                    sockets.add(client);
                    sockets.add(server);
                    pump(client, server);
                    pump(server, client);
                } catch (IOException e) {
                    // The link is down, or the server behind it: the client sees its connection close.
                }
            }
        });
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().name("faulty-link").start(() -> {
            var chunk = new byte[CHUNK];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    hold(read);
                    out.write(chunk, 0, read);
                }
            } catch (IOException e) {
                // Cut.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void hold(int bytes) throws InterruptedException {
        long nanos = latency.toNanos() + (long) (bytes * 1e9 / bytesPerSecond);
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !closed; left = until - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        while (silent && !closed) {
            wait();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
