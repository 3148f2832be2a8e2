package app.edgeglass.core.connection.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/** A bare connection on which the doctor listens before any client does. */
final class Line implements AutoCloseable {

    /** The longest that is read in one go: a server's INFO, or its monitoring page. */
    private static final int MOST = 256 << 10;

    private static final Duration THERE_ALREADY = Duration.ofMillis(2);

    // RFC 6455, section 5.2.
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int LENGTH_BITS = 0x7F;

    private Socket socket;
    private byte[] pending = {};

    Line(Socket socket) {
        this.socket = socket;
    }

    /** What ended a reading. */
    enum End {
        /** What was waited for has come. */
        COME,
        /** The other side has closed the connection. */
        CLOSED,
        /** Nothing more came in time, or too much. */
        SILENT
    }

    /** What was read until then. */
    record Said(String text, End end) {}

    Socket socket() {
        return socket;
    }

    /** Goes on over the secure connection that was made of this one. */
    void secured(SSLSocket secure) {
        socket = secure;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Reads up to a mark, with it; what follows is kept for the next reading. */
    Said until(String mark, Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            String text = new String(pending, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(mark);
            if (at >= 0) {
                return new Said(take(at + mark.length()), End.COME);
            }
            End end = more(deadline);
            if (end != End.COME) {
                return new Said(take(pending.length), end);
            }
        }
    }

    /** Reads all that comes until the other side closes the connection. */
    Said all(Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        End end = End.COME;
        while (end == End.COME) {
            end = more(deadline);
        }
        return new Said(take(pending.length), end);
    }

    /** Waits whether something comes, and keeps it. */
    End listen(Duration within) throws IOException {
        return pending.length > 0 ? End.COME : more(System.nanoTime() + within.toNanos());
    }

    /** What has come already, without waiting. */
    String rest() throws IOException {
        End end = End.COME;
        while (end == End.COME && socket.getInputStream().available() > 0) {
            end = more(System.nanoTime() + THERE_ALREADY.toNanos());
        }
        return take(pending.length);
    }

    /** Reads one WebSocket frame of a server, which masks nothing. */
    Said frame(Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            long needed = frameLength();
            if (needed > 0 && pending.length >= needed) {
                int head = headLength();
                take(head);
                return new Said(take((int) needed - head), End.COME);
            }
            End end = needed > MOST ? End.SILENT : more(deadline);
            if (end != End.COME) {
                return new Said(take(pending.length), end);
            }
        }
    }

    private int headLength() {
        return switch (pending[1] & LENGTH_BITS) {
            case LENGTH_16 -> 4;
            case LENGTH_64 -> 10;
            default -> 2;
        };
    }

    /** With its head; 0 while that has not come. */
    private long frameLength() {
        if (pending.length < 2 || pending.length < headLength()) {
            return 0;
        }
        long length = 0;
        for (int i = 2; i < headLength(); i++) {
            length = (length << 8) | (pending[i] & 0xFF);
        }
        return headLength() + (headLength() == 2 ? pending[1] & LENGTH_BITS : length);
    }

    private End more(long deadline) throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0 || pending.length >= MOST) {
            return End.SILENT;
        }
        socket.setSoTimeout((int) left);
        InputStream in = socket.getInputStream();
        var chunk = new byte[8 << 10];
        try {
            int read = in.read(chunk);
            if (read < 0) {
                return End.CLOSED;
            }
            var joined = new ByteArrayOutputStream();
            joined.writeBytes(pending);
            joined.write(chunk, 0, read);
            pending = joined.toByteArray();
            return End.COME;
        } catch (SocketTimeoutException e) {
            return End.SILENT;
        }
    }

    private String take(int length) {
        String text = new String(pending, 0, length, StandardCharsets.UTF_8);
        pending = Arrays.copyOfRange(pending, length, pending.length);
        return text;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }
}
