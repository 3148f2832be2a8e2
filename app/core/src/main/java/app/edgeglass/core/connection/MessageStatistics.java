package app.edgeglass.core.connection;

import io.nats.client.impl.NatsStatistics;

/**
 * Counts what is sent without the pings and pongs, which the client takes for messages: a connection that is only watched
 * would seem to publish all the time.
 */
final class MessageStatistics extends NatsStatistics {

    /** The bytes of {@code PING} or {@code PONG} with its line end; the shortest message has eleven. */
    private static final int PING_BYTES = 6;

    @Override
    public void incrementOut(long bytes) {
        if (bytes > PING_BYTES) {
            super.incrementOut(bytes);
        }
    }
}
