package app.edgeglass.core.deadletter;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.Draft;
import app.edgeglass.core.publish.StreamPublisher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Publishes a message so that a stream confirms it: a message nobody keeps would be lost where its original is deleted. */
final class LetterPost {

    private static final String DEAD = "Dead-Letter-";
    /** The stream acts on them, or has made them for the original. */
    private static final String OF_NATS = "nats-";

    private final StreamPublisher publisher;

    LetterPost(Session session) {
        this.publisher = new StreamPublisher(session, Clock.systemUTC());
    }

    /**
     * Returns when a stream has it.
     *
     * @param from whose copy it is; nothing when it is sent as it was
     */
    void send(String target, Optional<DeadLetter> from, Content.Present message) {
        try {
            var _ = publisher.publish(new Draft(target, headers(from, message), message.payload(), null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static List<Header> headers(Optional<DeadLetter> from, Content.Present message) {
        var headers = new ArrayList<Header>();
        for (Header header : message.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.startsWith(OF_NATS)
                    && !name.isEmpty()
                    && (from.isEmpty() || !header.name().startsWith(DEAD))) {
                headers.add(header);
            }
        }
        from.ifPresent(letter -> {
            headers.add(new Header(DEAD + "Subject", message.subject()));
            headers.add(new Header(DEAD + "Stream", letter.stream()));
            headers.add(new Header(DEAD + "Consumer", letter.consumer()));
            headers.add(new Header(DEAD + "Sequence", Long.toString(letter.sequence())));
            headers.add(new Header(DEAD + "Deliveries", Long.toString(letter.deliveries())));
            headers.add(new Header(DEAD + "Time", letter.at().toString()));
            if (!letter.reason().isEmpty()) {
                headers.add(new Header(DEAD + "Reason", letter.reason().replaceAll("[\r\n]+", " ")));
            }
            // Whoever copies it twice, or besides a program that does, leaves one in the stream.
            headers.add(new Header("Nats-Msg-Id", letter.stream() + "." + letter.consumer() + "." + letter.sequence()));
        });
        return headers;
    }
}
