package app.edgeglass.core.publish;

import app.edgeglass.core.connection.HeaderArmour;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.HeaderBlock;
import app.edgeglass.core.publish.RequestOutcome.Cancelled;
import app.edgeglass.core.publish.RequestOutcome.End;
import app.edgeglass.core.publish.RequestOutcome.Failed;
import app.edgeglass.core.publish.RequestOutcome.NoResponders;
import app.edgeglass.core.publish.RequestOutcome.Replies;
import app.edgeglass.core.publish.RequestOutcome.TimedOut;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request, sent once. Whatever ends it, its subscription ends with it. {@link #cancel}, {@link #soFar} and {@link
 * #notKept} may be called from any thread.
 */
public final class RequestRun {

    private static final Logger LOG = LoggerFactory.getLogger(RequestRun.class);
    private static final int NO_RESPONDERS = 503;
    private static final int REPLY_OVERHEAD = 256;

    private final Session session;
    private final Outgoing outgoing;
    private final Clock clock;
    private final Draft draft;
    private final RequestPlan plan;
    private final Change change;

    private final List<Reply> replies = new ArrayList<>();
    private int notKept;
    private long keptBytes;
    private long lastAt;
    private long begun;
    private boolean nobody;
    private boolean cancelled;
    private @Nullable Failure refused;

    /** @param change what is done with it, which the guard is asked for */
    RequestRun(Session session, Clock clock, Draft draft, RequestPlan plan, Change change) {
        this.session = session;
        this.outgoing = new Outgoing(session);
        this.clock = clock;
        this.draft = draft;
        this.plan = plan;
        this.change = change;
    }

    /** Sends the request and waits for its end. Called once; blocks for the plan's timeout at most, or a little more. */
    public RequestOutcome await() throws InterruptedException {
        try {
            Permit permit = outgoing.approve(draft, change);
            return exchange(permit, session.liveConnection());
        } catch (Failure e) {
            return new Failed(e);
        }
    }

    private RequestOutcome exchange(Permit permit, Connection connection) throws InterruptedException {
        String inbox = connection.createInbox();
        long reconnects = connection.getStatistics().getReconnects();
        Dispatcher dispatcher = connection.createDispatcher(this::receive);
        try (var _ = session.serverErrors().listen(complaint -> complain(complaint, inbox))) {
            listen(dispatcher, inbox);
            synchronized (this) {
                begun = System.nanoTime();
            }
            outgoing.send(permit, draft.withReplyTo(inbox));
            RequestOutcome outcome = waitForEnd();
            boolean lostConnection = connection.getStatistics().getReconnects() != reconnects
                    || connection.getStatus() != Connection.Status.CONNECTED;
            return lostConnection ? withoutConnection(outcome) : outcome;
        } finally {
            end(connection, dispatcher);
        }
    }

    private void listen(Dispatcher dispatcher, String inbox) {
        outgoing.refuseSilence(draft);
        try {
            dispatcher.subscribe(inbox);
        } catch (IllegalStateException e) {
            throw Failure.because(e, "publish.not-taken", draft.subject());
        }
    }

    private RequestOutcome withoutConnection(RequestOutcome outcome) {
        return switch (outcome) {
            case TimedOut timedOut -> new Failed(Failure.of("request.connection-lost", draft.subject()));
            case Replies some
            when some.end() == End.TIMEOUT || some.end() == End.STALL ->
                new Replies(some.replies(), some.notKept(), End.CONNECTION_LOST);
            default -> outcome;
        };
    }

    private static void end(Connection connection, Dispatcher dispatcher) {
        try {
            connection.closeDispatcher(dispatcher);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The connection was closed meanwhile, and the subscription with it.
            LOG.debug("Subscription ended before: {}", e.toString());
        }
    }

    /** On the dispatcher's thread. */
    private synchronized void receive(Message message) {
        if (hasEnough()) {
            return;
        }
        lastAt = System.nanoTime();
        if (message.isStatusMessage() && message.getStatus().getCode() == NO_RESPONDERS && replies.isEmpty()) {
            nobody = true;
        } else {
            keep(message);
        }
        notifyAll();
    }

    private boolean hasEnough() {
        return plan.wanted() > 0 && replies.size() + notKept >= plan.wanted();
    }

    private void keep(Message message) {
        List<Header> headers = message.isStatusMessage() ? List.of() : HeaderBlock.parse(HeaderArmour.headers(message));
        byte[] payload = message.getData() == null ? new byte[0] : message.getData();
        long bytes = (long) REPLY_OVERHEAD + payload.length + Draft.headerBytes(headers);
        if (!replies.isEmpty()
                && (keptBytes + bytes > Requester.MOST_BYTES || replies.size() >= Requester.MOST_REPLIES)) {
            notKept++;
            return;
        }
        keptBytes += bytes;
        String status = message.isStatusMessage()
                ? message.getStatus().getCode() + " " + message.getStatus().getMessage()
                : null;
        replies.add(new Reply(
                replies.size() + 1, clock.instant(), Duration.ofNanos(lastAt - begun), status, headers, payload));
    }

    /** On the client's thread for callbacks. */
    private synchronized void complain(String complaint, String inbox) {
        if (Refusals.ofPublish(complaint, draft.subject())) {
            refused = Failure.of("publish.denied", draft.subject());
        } else if (Refusals.ofReply(complaint, inbox) || Refusals.ofSubscription(complaint, inbox)) {
            refused = Failure.of("request.inbox-denied", inbox);
        }
        notifyAll();
    }

    private synchronized RequestOutcome waitForEnd() throws InterruptedException {
        long deadline = begun + plan.timeout().toNanos();
        while (true) {
            long now = System.nanoTime();
            var passed = Duration.ofNanos(now - begun);
            if (refused != null) {
                return new Failed(refused);
            }
            if (nobody) {
                return new NoResponders(Duration.ofNanos(lastAt - begun));
            }
            if (hasEnough()) {
                return new Replies(replies, notKept, End.COUNT);
            }
            if (cancelled) {
                return replies.isEmpty() ? new Cancelled(passed) : new Replies(replies, notKept, End.CANCELLED);
            }
            long stalled = stalledAt();
            if (now >= deadline) {
                return replies.isEmpty() ? new TimedOut(passed) : new Replies(replies, notKept, End.TIMEOUT);
            }
            if (now >= stalled) {
                return new Replies(replies, notKept, End.STALL);
            }
            long left = Math.min(deadline, stalled) - now;
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    private long stalledAt() {
        return replies.isEmpty() || plan.stall().isZero()
                ? Long.MAX_VALUE
                : lastAt + plan.stall().toNanos();
    }

    /** Ends the wait; {@link #await} returns what has come. */
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    /** What has come until now and was kept. */
    public synchronized List<Reply> soFar() {
        return List.copyOf(replies);
    }

    /** How many more replies came than were kept. */
    public synchronized int notKept() {
        return notKept;
    }
}
