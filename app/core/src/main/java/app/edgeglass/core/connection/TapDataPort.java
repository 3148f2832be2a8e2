package app.edgeglass.core.connection;

import app.edgeglass.core.connection.tls.TlsUpgrade;
import io.nats.client.Options;
import io.nats.client.impl.SocketDataPortWithWriteTimeout;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The client library's connection to a socket, with a branch line in what it reads: messages of tapped subscriptions go
 * straight from the buffer to their sink, and the library never sees them; everything else it gets as the server sent it.
 * The library makes it, by its name, a new one for each connection; the {@link Taps} come with the options' listener, the
 * statistics with the options. Connecting, TLS, WebSocket, authentication and reconnecting stay the library's.
 */
public final class TapDataPort extends SocketDataPortWithWriteTimeout {

    private final TapTable table = new TapTable();
    private final SentCount sent = new SentCount();
    private FrameReader reader =
            new FrameReader(super::read, new Taps(), table, new MessageStatistics(), fault -> {}, () -> {});
    private @Nullable OutgoingLines lines;
    private @Nullable Options options;
    private @Nullable TlsUpgrade tls;
    private Duration patience = Duration.ZERO;
    private volatile boolean closed;

    @Override
    public void afterConstruct(Options options) {
        super.afterConstruct(options);
        this.options = options;
        if (options.getConnectionListener() instanceof SessionListener listener
                && options.getStatisticsCollector() instanceof MessageStatistics statistics) {
            Taps taps = listener.session().taps();
            tls = listener.session().tls();
            patience = options.getConnectionTimeout();
            reader = new FrameReader(super::read, taps, table, statistics, fault -> tell(options, fault), sent::ponged);
            var outgoing =
                    new OutgoingLines(taps, table, sent, listener.session().sendLosses());
            // The library makes this port when the former one has ended and nothing new is taken yet, on the thread
            // that
            // holds the lock that this asks for.
            listener.session()
                    .client()
                    .ifPresent(client ->
                            outgoing.leaveOut(client.outgoingPendingMessageCount(), client.outgoingPendingBytes()));
            lines = outgoing;
        }
    }

    /** In the way in which the library tells of a handler that throws. */
    private static void tell(Options options, Throwable fault) {
        Exception exception = fault instanceof Exception e ? e : new IllegalStateException(fault);
        try {
            options.getCallbackExecutor()
                    .execute(() -> options.getErrorListener().exceptionOccurred(null, exception));
        } catch (RejectedExecutionException e) {
            // The session is closing; nobody listens any more.
        }
    }

    /** May be 0, which the library takes for a reason to look whether it is to stop, and to ask again. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = reader.read(into, offset, length);
        } catch (SSLException e) {
            // With TLS 1.3 a server says only now what it holds of our certificate; the library keeps that to itself.
            Options asked = options;
            if (asked != null) {
                tell(asked, e);
            }
            throw e;
        }
        if (closed) {
            // Taking the messages took longer than the library waits for its reading thread before it starts another
            // one (jnats 2.26.2: eleven seconds). The two would read from the next connection together.
            throw new IOException("the connection was closed while its messages were being taken");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
        if (lines != null) {
            lines.end();
        }
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        byte[] instead = lines == null ? null : lines.replace(bytes, length);
        if (instead == null) {
            super.write(bytes, length);
        } else if (instead.length > 0) {
            super.write(instead, instead.length);
        }
    }

    /** What came before, in the clear, must not be taken for something that came over the secure connection. */
    @Override
    public void upgradeToSecure() throws IOException {
        if (!reader.isEmpty()) {
            throw new IOException("the server sent more than its greeting before the connection was secure");
        }
        TlsUpgrade upgrade = tls;
        if (upgrade == null) {
            super.upgradeToSecure();
            return;
        }
        // The library's own way does not look at the server's name.
        SSLSocket secure = upgrade.over(socket, host, port, patience);
        socket = secure;
        in = secure.getInputStream();
        out = secure.getOutputStream();
        isSecure = true;
    }
}
