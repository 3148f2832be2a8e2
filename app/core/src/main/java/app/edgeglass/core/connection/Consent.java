package app.edgeglass.core.connection;

import io.nats.client.Connection;
import java.util.function.Supplier;

/** Says that something may be destroyed: the guard agreed, and the person has confirmed it as the profile asks. */
public final class Consent extends Permit {

    Consent(Supplier<Connection> connection) {
        super(connection);
    }
}
