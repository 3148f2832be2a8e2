package app.edgeglass.core.connection;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import org.jspecify.annotations.Nullable;

/** Carries the client's connection events into a session. */
record SessionListener(Session session) implements ConnectionListener {

    @Override
    @SuppressWarnings("deprecation") // The one method without a default; the newer ones call it.
    public void connectionEvent(@Nullable Connection connection, Events event) {
        if (connection != null) {
            session.on(event, connection);
        }
    }
}
