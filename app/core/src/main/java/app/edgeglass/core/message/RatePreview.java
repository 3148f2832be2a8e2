package app.edgeglass.core.message;

import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a subscription would bring, found by trying it for a moment and keeping nothing.
 *
 * @param messagesPerSecond messages that arrived, for each second
 * @param bytesPerSecond their bytes
 * @param measured how long was measured; shorter than asked when a flood ended it
 */
public record RatePreview(double messagesPerSecond, double bytesPerSecond, Duration measured) {

    /** Enough to know that it is a flood; no more of it is taken. */
    private static final long ENOUGH_MESSAGES = 200_000;

    private static final long ENOUGH_BYTES = 64L << 20;
    private static final Duration ROUND_TRIP = Duration.ofSeconds(2);

    /**
     * Subscribes, counts and unsubscribes. Blocks.
     *
     * @param time how long to count
     * @throws Failure when the session is not live, or the server does not let this user subscribe
     */
    public static RatePreview measure(Session session, SubjectPattern pattern, Duration time)
            throws InterruptedException {
        Connection connection = session.liveConnection();
        var messages = new LongAdder();
        var bytes = new LongAdder();
        var enough = new CountDownLatch(1);
        var refused = new AtomicBoolean();
        Dispatcher dispatcher = connection.createDispatcher();
        try (var _ = session.serverErrors().listen(complaint -> {
            if (Refusals.ofSubscription(complaint, pattern.text(), Optional.empty())) {
                refused.set(true);
                enough.countDown();
            }
        })) {
            dispatcher.subscribe(pattern.text(), message -> {
                messages.increment();
                bytes.add(message.consumeByteCount());
                if (messages.sum() >= ENOUGH_MESSAGES || bytes.sum() >= ENOUGH_BYTES) {
                    enough.countDown();
                }
            });
            long start = System.nanoTime();
            enough.await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (refused.get()) {
                throw Failure.of("feed.denied", pattern.text());
            }
            long nanos = Math.max(1, System.nanoTime() - start);
            double seconds = nanos / 1e9;
            return new RatePreview(messages.sum() / seconds, bytes.sum() / seconds, Duration.ofNanos(nanos));
        } finally {
            connection.closeDispatcher(dispatcher);
            flush(connection);
        }
    }

    private static void flush(Connection connection) throws InterruptedException {
        try {
            connection.flush(ROUND_TRIP);
        } catch (TimeoutException | IllegalStateException e) {
            // The session tells of a lost connection by itself.
        }
    }
}
