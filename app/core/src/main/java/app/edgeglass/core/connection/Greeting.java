package app.edgeglass.core.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads, without sending anything, what a server says at once to a connection. */
final class Greeting {

    private static final int TIMEOUT_MS = 1_000;
    private static final int MOST = 32 << 10;
    private static final Pattern ERROR = Pattern.compile("^-ERR '([^'\\r]*)'", Pattern.MULTILINE);

    private Greeting() {}

    /** The refusal ({@code -ERR} of the protocol) in a server's greeting. */
    static Optional<String> errorOf(ServerUrl url) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.uri().getHost(), url.uri().getPort()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            // A server that refuses closes the connection, which ends the reading.
            String said = new String(socket.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8);
            Matcher error = ERROR.matcher(said);
            return error.find() ? Optional.of(error.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
