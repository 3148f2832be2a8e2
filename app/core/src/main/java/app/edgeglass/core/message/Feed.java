package app.edgeglass.core.message;

import app.edgeglass.core.connection.FrameSink;
import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.ServerErrors.Hearing;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The subscriptions of a session that fill a tree and a log. Messages come by a {@link FeedPath}, which brings them one at
 * a time, under the lock of the session's taps: that is the one writer of the {@link Capture}.
 *
 * <p>Subscriptions are opened, switched off, switched on and removed at run time; the client carries them over a
 * reconnect by itself. Methods that change them may be called from any thread.
 */
public final class Feed implements AutoCloseable {

    private static final byte[] ACK = "$JS.ACK.".getBytes(StandardCharsets.US_ASCII);

    private final FeedPath path;
    private final Hearing hearing;
    private final LeasedCapture capture;
    private final List<FeedSubscription> subscriptions = new CopyOnWriteArrayList<>();

    private int lastId;
    private volatile long droppedBefore;

    /** A feed with a budget of its own. */
    public Feed(Session session, Budget budget) {
        this(FeedPath.tap(session), budget);
    }

    /** A feed with a budget of its own. */
    public Feed(FeedPath path, Budget budget) {
        this(path, new SharedBudget(() -> budget));
    }

    /**
     * A feed beside others. It may be made before the session is open.
     *
     * @throws Failure when the others leave no memory for it
     */
    public Feed(Session session, SharedBudget shared) {
        this(FeedPath.tap(session), shared);
    }

    private Feed(FeedPath path, SharedBudget shared) {
        this.path = path;
        this.capture = new LeasedCapture(
                shared, path.lock(), path.session().profile().link().inboxPrefix());
        this.hearing = path.session().serverErrors().listen(this::complain);
    }

    /** How much memory it may take, at present. */
    public Budget budget() {
        return capture.budget();
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
        // Its first message may come before this returns, and its refusal too.
        wanted.refusedIn(null);
        wanted.before(goingBefore(wanted));
        wanted.subscription(path.subscribe(wanted.pattern(), wanted.queue(), new Into(wanted)));
        orderOverlaps();
    }

    private void unsubscribe(FeedSubscription unwanted) {
        var subscribed = unwanted.subscription();
        if (subscribed == null) {
            return;
        }
        unwanted.subscription(null);
        unwanted.refusedIn(null);
        path.unsubscribe(subscribed);
        orderOverlaps();
    }

    /** On the client's thread for callbacks. */
    private void complain(String complaint) {
        for (FeedSubscription one : subscriptions) {
            if (Refusals.ofSubscription(complaint, one.pattern().text(), one.queue())) {
                one.refusedIn(path.session().state());
            }
        }
    }

    /** Why the server does not let a subscription bring anything, be it from its start or since a reconnect; if so. */
    public Optional<Failure> refusal(FeedSubscription subscription) {
        return subscription.refusal(path.session().state());
    }

    private void orderOverlaps() {
        for (FeedSubscription one : subscriptions) {
            one.before(goingBefore(one));
        }
    }

    /** Of one that is switched off messages may still be under way: they count unless they come through another, too. */
    private List<SubjectPattern> goingBefore(FeedSubscription one) {
        var before = new ArrayList<SubjectPattern>();
        for (FeedSubscription other : subscriptions) {
            if (other != one
                    && other.isEnabled()
                    && other.goesBefore(one)
                    && other.pattern().overlaps(one.pattern())) {
                before.add(other.pattern());
            }
        }
        return before;
    }

    /** Takes what comes through a subscription. */
    private final class Into implements FrameSink {

        private final FeedSubscription via;

        Into(FeedSubscription via) {
            this.via = via;
        }

        @Override
        public void expect(MessageFrame[] frames, int count) {
            capture.get().expect(frames, count);
        }

        @Override
        public void accept(MessageFrame frame) {
            if (via.receivedCopy(frame)
                    || isDelivery(via, frame)
                    || path.session().taps().isAnswer(frame)) {
                capture.get().acceptCopy();
            } else {
                capture.get().accept(frame);
            }
        }
    }

    /**
     * Whether this is a stream's delivery to a consumer of somebody else rather than something published. A subscription
     * that takes in inboxes sees those too: they carry the subject of the message as it was published, and a reply
     * subject for the ack (NATS architecture decision record 15).
     */
    private static boolean isDelivery(FeedSubscription via, MessageFrame frame) {
        int at = frame.replyAt();
        return frame.replyLength() >= ACK.length
                && Arrays.equals(frame.bytes(), at, at + ACK.length, ACK, 0, ACK.length)
                && via.matches(frame);
    }

    public List<FeedSubscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** What has arrived since the last {@link #clear}. */
    public Capture capture() {
        return capture.get();
    }

    /** Starts tree, log and counters anew; the subscriptions go on. */
    public synchronized void clear() {
        droppedBefore = path.dropped();
        capture.clear();
    }

    public Counters counters() {
        return capture.get().counters(path.dropped() - droppedBefore);
    }

    /** Messages that wait in the client for the feed; none when they come by a tap. */
    public long pending() {
        return path.pending();
    }

    /** Ends the subscriptions, and leaves the memory to others; nothing of it may be shown any longer. */
    @Override
    public synchronized void close() {
        hearing.close();
        for (FeedSubscription subscription : subscriptions) {
            unsubscribe(subscription);
        }
        capture.close();
    }
}
