package app.edgeglass.core.connection;

import io.nats.client.impl.NatsStatistics;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is sent without the pings and pongs, which the client takes for messages: a connection that is only watched
 * would seem to publish all the time. And counts what came through a tap, which the client does not see.
 */
final class MessageStatistics extends NatsStatistics {

    /** The bytes of {@code PING} or {@code PONG} with its line end; the shortest message has eleven. */
    private static final int PING_BYTES = 6;

    private final AtomicLong tappedMessages = new AtomicLong();
    private final AtomicLong tappedBytes = new AtomicLong();

    @Override
    public void incrementOut(long bytes) {
        if (bytes > PING_BYTES) {
            super.incrementOut(bytes);
        }
    }

    void tapped(long messages, long bytes) {
        tappedMessages.addAndGet(messages);
        tappedBytes.addAndGet(bytes);
    }

    @Override
    public long getInMsgs() {
        return super.getInMsgs() + tappedMessages.get();
    }

    @Override
    public long getInBytes() {
        return super.getInBytes() + tappedBytes.get();
    }
}
