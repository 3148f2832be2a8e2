package app.edgeglass.core.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The other party: speaks the protocol itself, so that what it publishes owes nothing to the client library, and sends
 * what a library would refuse. See the NATS client protocol reference for the lines.
 */
public final class PlainClient implements AutoCloseable {

    private static final byte[] END = "\r\n".getBytes(US_ASCII);
    private static final int BUFFER = 256 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public PlainClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            out.write("CONNECT {\"verbose\":false,\"pedantic\":false,\"headers\":true,\"name\":\"plain\"}\r\n"
                    .getBytes(US_ASCII));
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes; the server has it for sure after {@link #flush}. */
    public void publish(byte[] subject, byte[] payload) {
        try {
            out.write("PUB ".getBytes(US_ASCII));
            out.write(subject);
            out.write((" " + payload.length).getBytes(US_ASCII));
            out.write(END);
            out.write(payload);
            out.write(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void publish(String subject, String payload) {
        publish(subject.getBytes(UTF_8), payload.getBytes(UTF_8));
    }

    /** Publishes with headers, which are given as in the protocol, with the line of the version before them. */
    public void publish(String subject, String headers, byte[] payload) {
        byte[] block = headers.getBytes(UTF_8);
        try {
            out.write(("HPUB " + subject + " " + block.length + " " + (block.length + payload.length)).getBytes(UTF_8));
            out.write(END);
            out.write(block);
            out.write(payload);
            out.write(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server has taken everything that was sent. */
    public void flush() {
        try {
            out.write("PING\r\n".getBytes(US_ASCII));
            out.flush();
            for (String line = line(); !line.equals("PONG"); line = line()) {
                if (line.equals("PING")) {
                    out.write("PONG\r\n".getBytes(US_ASCII));
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
