package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Publishes what the client library would not. */
final class RawPublisher {

    private RawPublisher() {}

    /** A message of headers alone, as they are given. */
    static void headersOnly(int port, String subject, byte[] headers) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            String line = "CONNECT {\"verbose\":false,\"headers\":true}\r\nHPUB " + subject + " " + headers.length + " "
                    + headers.length + "\r\n";
            out.write(line.getBytes(UTF_8));
            out.write(headers);
            out.write("\r\nPING\r\n".getBytes(UTF_8));
            out.flush();
            // The server's answer: it has taken the message.
            var in = socket.getInputStream();
            var seen = new StringBuilder();
            while (seen.indexOf("PONG") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IllegalStateException("closed: " + seen);
                }
                seen.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
