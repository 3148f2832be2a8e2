package app.edgeglass.core.message;

import app.edgeglass.core.connection.HeaderArmour;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of a session that fill a tree and a log. All of them are served by one dispatcher of the client, and
 * so by one thread, which is the one thread that writes into the {@link Capture}.
 *
 * <p>Subscriptions are opened, switched off, switched on and removed at run time; the client carries them over a
 * reconnect by itself. Methods that change them may be called from any thread.
 */
public final class Feed implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];
    /** The client's queue between socket and feed; beyond either it drops, and counts what it drops. */
    private static final long PENDING_MESSAGES = 512 * 1024;

    private static final long PENDING_BYTES = 64L << 20;

    private final Session session;
    private final Budget budget;
    private final List<FeedSubscription> subscriptions = new CopyOnWriteArrayList<>();

    private volatile Capture capture;
    private @Nullable Dispatcher dispatcher;
    private int lastId;
    private volatile long droppedBefore;

    public Feed(Session session, Budget budget) {
        this.session = session;
        this.budget = budget;
        this.capture = new Capture(budget);
    }

    /** How much memory it may take. */
    public Budget budget() {
        return budget;
    }

    /**
     * Subscribes to one more pattern.
     *
     * @param queue a queue group to join, whose members share the messages
     * @throws Failure when it is there already, or the session is not open
     */
    public FeedSubscription add(SubjectPattern pattern, Optional<String> queue) {
        return add(pattern, queue, true);
    }

    /**
     * As {@link #add(SubjectPattern, Optional)}.
     *
     * @param enabled false for one that stands in the list and brings nothing until it is switched on
     */
    public synchronized FeedSubscription add(SubjectPattern pattern, Optional<String> queue, boolean enabled) {
        for (FeedSubscription other : subscriptions) {
            if (other.pattern().equals(pattern) && other.queue().equals(queue)) {
                throw Failure.of("feed.subscribed", pattern.text());
            }
        }
        lastId++;
        var added = new FeedSubscription(lastId, pattern, queue);
        subscriptions.add(added);
        try {
            if (enabled) {
                subscribe(added);
            }
        } catch (RuntimeException e) {
            subscriptions.remove(added);
            throw e;
        }
        return added;
    }

    /** Starts or stops a subscription, which stays in the list. */
    public synchronized void enable(FeedSubscription subscription, boolean wanted) {
        if (wanted && !subscription.isEnabled()) {
            subscribe(subscription);
        } else if (!wanted) {
            unsubscribe(subscription);
        }
    }

    /** Stops a subscription and forgets it; what it brought stays in tree and log. */
    public synchronized void remove(FeedSubscription subscription) {
        unsubscribe(subscription);
        subscriptions.remove(subscription);
    }

    private void subscribe(FeedSubscription wanted) {
        Dispatcher serving = dispatcher();
        wanted.subscription(wanted.queue()
                .map(queue -> serving.subscribe(wanted.pattern().text(), queue, message -> receive(wanted, message)))
                .orElseGet(() -> serving.subscribe(wanted.pattern().text(), message -> receive(wanted, message))));
        orderOverlaps();
    }

    private void unsubscribe(FeedSubscription unwanted) {
        var subscribed = unwanted.subscription();
        Dispatcher serving = dispatcher;
        if (subscribed == null || serving == null) {
            return;
        }
        unwanted.subscription(null);
        if (serving.isActive()) {
            serving.unsubscribe(subscribed);
        }
        orderOverlaps();
    }

    private void orderOverlaps() {
        for (FeedSubscription one : subscriptions) {
            var before = new ArrayList<SubjectPattern>();
            for (FeedSubscription other : subscriptions) {
                if (other != one
                        && other.isEnabled()
                        && other.goesBefore(one)
                        && other.pattern().overlaps(one.pattern())) {
                    before.add(other.pattern());
                }
            }
            one.before(before);
        }
    }

    private Dispatcher dispatcher() {
        Dispatcher serving = dispatcher;
        if (serving == null) {
            serving = session.openConnection().createDispatcher();
            serving.setPendingLimits(PENDING_MESSAGES, PENDING_BYTES);
            dispatcher = serving;
        }
        return serving;
    }

    /** On the dispatcher's thread, for each message. */
    private void receive(FeedSubscription via, Message message) {
        Capture into = capture;
        String subject = message.getSubject();
        String reply = message.getReplyTo();
        if (via.receivedCopy(subject) || isDelivery(via, subject, reply)) {
            into.acceptCopy();
            return;
        }
        byte[] payload = message.getData();
        into.accept(
                subject.getBytes(StandardCharsets.UTF_8),
                reply == null ? NOTHING : reply.getBytes(StandardCharsets.UTF_8),
                HeaderArmour.headers(message),
                payload == null ? NOTHING : payload);
    }

    /**
     * Whether this is a stream's delivery to a consumer of somebody else rather than something published. A subscription
     * that takes in inboxes sees those too: they carry the subject of the message as it was published, and a reply
     * subject for the ack (NATS architecture decision record 15).
     */
    private static boolean isDelivery(FeedSubscription via, String subject, @Nullable String reply) {
        return reply != null && reply.startsWith("$JS.ACK.") && via.pattern().matches(subject);
    }

    public List<FeedSubscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** What has arrived since the last {@link #clear}. */
    public Capture capture() {
        return capture;
    }

    /** Starts tree, log and counters anew; the subscriptions go on. */
    public synchronized void clear() {
        droppedBefore = droppedInAll();
        capture = new Capture(budget);
    }

    public Counters counters() {
        return capture.counters(droppedInAll() - droppedBefore);
    }

    private long droppedInAll() {
        Dispatcher serving = dispatcher;
        return serving == null ? 0 : serving.getDroppedCount();
    }

    /** Messages that wait in the client for the feed. */
    public long pending() {
        Dispatcher serving = dispatcher;
        return serving == null ? 0 : serving.getPendingMessageCount();
    }

    @Override
    public synchronized void close() {
        for (FeedSubscription subscription : subscriptions) {
            unsubscribe(subscription);
        }
    }
}
