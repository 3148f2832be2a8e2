package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.ServerUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says at once to a connection, read without sending anything: whoever listens there may be no NATS server.
 *
 * @param text as far as it came within a second
 */
record Greeting(String text) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST = 32 << 10;
    private static final Pattern ERROR = Pattern.compile("^-ERR '([^'\r]*)'", Pattern.MULTILINE);

    static Greeting of(Dial dial, ServerUrl url) {
        var said = new ByteArrayOutputStream();
        try (Socket socket = dial.to(url.uri().getHost(), url.uri().getPort(), PATIENCE)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            InputStream in = socket.getInputStream();
            var chunk = new byte[MOST];
            // A server that refuses says so and closes the connection; one that welcomes waits for us after its first
            // line.
            for (int read = in.read(chunk); read >= 0 && said.size() < MOST; read = in.read(chunk)) {
                said.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // Then it said no more.
        }
        return new Greeting(said.toString(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The refusal ({@code -ERR} of the protocol) in it. */
    Optional<String> error() {
        Matcher error = ERROR.matcher(text);
        return error.find() ? Optional.of(error.group(1)) : Optional.empty();
    }
}
