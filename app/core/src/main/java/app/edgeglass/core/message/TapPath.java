package app.edgeglass.core.message;

import app.edgeglass.core.connection.FrameSink;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.Tap;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Subscription;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages as the session's data port takes them from the socket. The client has the subscription in its books, so that it
 * subscribes again after a reconnect; its handler would bring the same to the sink, but no message comes that far.
 */
final class TapPath implements FeedPath {

    private final Session session;
    private final DispatcherPath books;

    TapPath(Session session) {
        this.session = session;
        this.books = new DispatcherPath(session);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Subscription subscribe(SubjectPattern pattern, Optional<String> queue, FrameSink sink) {
        Tap tap = session.taps().open(queue, sink);
        return books.subscribe(pattern, Optional.of(tap.name()), sink);
    }

    @Override
    public void unsubscribe(Subscription subscription) {
        books.unsubscribe(subscription);
    }

    @Override
    public ReentrantLock lock() {
        return books.lock();
    }

    @Override
    public long dropped() {
        return books.dropped();
    }

    @Override
    public long pending() {
        return books.pending();
    }
}
