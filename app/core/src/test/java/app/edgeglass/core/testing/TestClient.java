package app.edgeglass.core.testing;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A plain jnats connection for a test, the other party of what is tested. The client's own close() may throw
 * InterruptedException, which the compiler does not like in a try head.
 */
public record TestClient(Connection connection) implements AutoCloseable {

    /** Connects with the client's own defaults, but with UTF-8 subjects. */
    public static TestClient connect(String url) {
        return connect(new Options.Builder().server(url).supportUTF8Subjects().build());
    }

    public static TestClient connect(Options options) {
        try {
            return new TestClient(Nats.connect(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
