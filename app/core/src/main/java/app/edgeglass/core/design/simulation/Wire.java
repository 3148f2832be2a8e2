package app.edgeglass.core.design.simulation;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.design.payload.MadeMessage;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.RequestFailureException;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Sends for a simulation over its session, counts it, and turns what is thrown into errors that are counted too. */
final class Wire {

    /** How many answers may be outstanding: a link that stalls must not fill the memory. */
    static final int MOST_OUTSTANDING = 2_000;

    /** All that an unanswered publish says of itself (jnats 2.26.2). */
    private static final String NO_RESPONDERS = "Error Publishing: 503";

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final Session session;
    private final Tally tally;
    private final AtomicInteger outstanding = new AtomicInteger();

    Wire(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    Tally tally() {
        return tally;
    }

    SessionState state() {
        return session.state();
    }

    Connection connection() {
        return session.liveConnection();
    }

    /** Publishes a message of the design. */
    void publish(String subject, MadeMessage message) {
        attempt(subject, () -> {
            connection().publish(subject, headers(message), message.payload());
            count(message);
        });
    }

    /** Publishes a message of the design that a stream is to acknowledge. */
    void publishAcknowledged(String subject, MadeMessage message) {
        store(subject, message, () -> count(message), tally.acknowledged);
    }

    /**
     * Publishes what a stream is to acknowledge.
     *
     * @param sent is run when it was handed to the connection
     * @param stored counts the acknowledgements
     */
    void store(String subject, MadeMessage message, Runnable sent, LongAdder stored) {
        attempt(subject, () -> {
            if (!claim()) {
                return;
            }
            CompletableFuture<?> future;
            try {
                future = connection().jetStream().publishAsync(subject, headers(message), message.payload());
                sent.run();
            } catch (RuntimeException | IOException e) {
                outstanding.decrementAndGet();
                throw e;
            }
            var _ = future.whenComplete((_, thrown) -> {
                outstanding.decrementAndGet();
                if (thrown == null) {
                    stored.increment();
                } else {
                    failed(subject, thrown);
                }
            });
        });
    }

    /** Sends a request; the future is completed by its answer, or cancelled. */
    @Nullable
    CompletableFuture<Message> request(String subject, MadeMessage message, Duration timeout) {
        if (!claim()) {
            return null;
        }
        try {
            CompletableFuture<Message> future =
                    connection().requestWithTimeout(subject, headers(message), message.payload(), timeout);
            var _ = future.whenComplete((_, _) -> outstanding.decrementAndGet());
            return future;
        } catch (RuntimeException e) {
            outstanding.decrementAndGet();
            failed(subject, e);
            return null;
        }
    }

    /** Sends something that is no message of the design, such as a reply. */
    void attempt(String subject, Sending sending) {
        try {
            sending.send();
        } catch (RuntimeException | IOException e) {
            failed(subject, e);
        }
    }

    interface Sending {
        void send() throws IOException;
    }

    void failed(String subject, Throwable thrown) {
        tally.error(WORDS.say("simulation.not-sent", subject, said(thrown)));
    }

    private boolean claim() {
        if (outstanding.incrementAndGet() <= MOST_OUTSTANDING) {
            return true;
        }
        outstanding.decrementAndGet();
        tally.missed.increment();
        return false;
    }

    private void count(MadeMessage message) {
        tally.published.increment();
        tally.publishedBytes.add(message.payload().length);
    }

    static @Nullable Headers headers(MadeMessage message) {
        if (message.headers().isEmpty()) {
            return null;
        }
        var headers = new Headers();
        message.headers().forEach(line -> headers.add(line.name(), line.value()));
        return headers;
    }

    /** What a person should know of an exception of the client. */
    private static String said(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case JetStreamApiException refused -> {
                    return String.valueOf(refused.getErrorDescription());
                }
                case RequestFailureException unanswered -> {
                    return WORDS.say("simulation.no-stream");
                }
                case IOException noStream
                when String.valueOf(noStream.getMessage()).startsWith(NO_RESPONDERS) -> {
                    return WORDS.say("simulation.no-stream");
                }
                case Failure failure -> {
                    return failure.sentence();
                }
                default -> {}
            }
        }
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
