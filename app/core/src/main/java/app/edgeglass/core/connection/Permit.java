package app.edgeglass.core.connection;

import io.nats.client.Connection;
import java.util.function.Supplier;

/**
 * Says that the guard was asked and agreed. Only the guard makes one, and what changes a server takes its connection from
 * it, so that nothing is sent that was not asked for, nor over another session's connection.
 */
public sealed class Permit permits Consent {

    private final Supplier<Connection> connection;

    Permit(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /**
     * The connection of the session whose guard agreed.
     *
     * @throws app.edgeglass.core.error.Failure when it is not live now
     */
    public Connection connection() {
        return connection.get();
    }
}
