package app.edgeglass.core.message;

import app.edgeglass.core.connection.FrameSink;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Subscription;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The way by which messages come from a session's connection to a feed. Sinks are called under the lock of the session's taps. */
public sealed interface FeedPath permits TapPath, DispatcherPath {

    /** Straight from the bytes that are read: no object for a message, no queue, and nothing is dropped on the way. */
    static FeedPath tap(Session session) {
        return new TapPath(session);
    }

    /** Through a dispatcher of the client, with a queue and a thread of its own. */
    static FeedPath dispatcher(Session session) {
        return new DispatcherPath(session);
    }

    /** Whose messages come by it. */
    Session session();

    /**
     * Subscribes; the client carries it over a reconnect.
     *
     * @throws app.edgeglass.core.error.Failure when the session is not open
     */
    Subscription subscribe(SubjectPattern pattern, Optional<String> queue, FrameSink sink);

    void unsubscribe(Subscription subscription);

    /** What is held while a message is brought to a sink. */
    ReentrantLock lock();

    /** Messages that the client has dropped on the way, since they came too fast. */
    long dropped();

    /** Messages that wait on the way. */
    long pending();
}
