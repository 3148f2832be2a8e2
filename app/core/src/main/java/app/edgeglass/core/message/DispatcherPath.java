package app.edgeglass.core.message;

import app.edgeglass.core.connection.FrameSink;
import app.edgeglass.core.connection.HeaderArmour;
import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Messages as a dispatcher of the client brings them, which serves all subscriptions of a feed. */
final class DispatcherPath implements FeedPath {

    private static final byte[] NOTHING = new byte[0];

    /** The client's queue between socket and feed; beyond either it drops, and counts what it drops. */
    private static final long PENDING_MESSAGES = 512 * 1024;

    private static final long PENDING_BYTES = 64L << 20;

    private final Session session;
    private final ReentrantLock lock;
    /** The dispatcher's thread's own. */
    private final MessageFrame frame = MessageFrame.of(NOTHING, NOTHING, NOTHING, NOTHING);

    private volatile @Nullable Dispatcher dispatcher;

    DispatcherPath(Session session) {
        this.session = session;
        this.lock = session.taps().lock();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Subscription subscribe(SubjectPattern pattern, Optional<String> queue, FrameSink sink) {
        Dispatcher serving = dispatcher();
        return queue.map(name -> serving.subscribe(pattern.text(), name, message -> receive(sink, message)))
                .orElseGet(() -> serving.subscribe(pattern.text(), message -> receive(sink, message)));
    }

    private synchronized Dispatcher dispatcher() {
        Dispatcher serving = dispatcher;
        if (serving == null) {
            serving = session.openConnection().createDispatcher();
            serving.setPendingLimits(PENDING_MESSAGES, PENDING_BYTES);
            dispatcher = serving;
        }
        return serving;
    }

    private void receive(FrameSink sink, Message message) {
        String reply = message.getReplyTo();
        byte[] payload = message.getData();
        lock.lock();
        try {
            frame.copy(
                    message.getSubject().getBytes(StandardCharsets.UTF_8),
                    reply == null ? NOTHING : reply.getBytes(StandardCharsets.UTF_8),
                    HeaderArmour.headers(message),
                    payload == null ? NOTHING : payload);
            sink.accept(frame);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unsubscribe(Subscription subscription) {
        Dispatcher serving = dispatcher;
        if (serving != null && serving.isActive()) {
            serving.unsubscribe(subscription);
        }
    }

    @Override
    public ReentrantLock lock() {
        return lock;
    }

    @Override
    public long dropped() {
        Dispatcher serving = dispatcher;
        return serving == null ? 0 : serving.getDroppedCount();
    }

    @Override
    public long pending() {
        Dispatcher serving = dispatcher;
        return serving == null ? 0 : serving.getPendingMessageCount();
    }
}
