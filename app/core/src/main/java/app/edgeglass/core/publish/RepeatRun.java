package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One repetition. It goes on over a lost connection: what falls into the gap counts as failed, and is not made up for.
 * What would fail each time ends it: a draft that is not valid, a read-only profile, a refusal by the server.
 *
 * <p>{@link #stop} and {@link #progress} may be called from any thread.
 */
public final class RepeatRun {

    /** Messages are confirmed by a round trip each time, beside the pace, so that a slow link does not spoil it. */
    private static final Duration CONFIRM_EVERY = Duration.ofMillis(250);

    /** Beyond this the pace starts anew, so that a stall (a laptop's lid) is not followed by a burst. */
    private static final Duration MOST_LATE = Duration.ofMillis(500);

    private final Session session;
    private final Outgoing outgoing;
    private final Clock clock;
    private final Composition composition;
    private final RepeatPlan plan;

    private volatile boolean stopped;
    private volatile @Nullable Thread pacing;

    private long begun;
    private long handed;
    private long settled;
    private long failed;
    private long denied;
    private long unconfirmed;
    private long reconnectsSeen;
    private long endedAt;
    private boolean ended;
    private @Nullable Failure failure;

    RepeatRun(Session session, Clock clock, Composition composition, RepeatPlan plan) {
        this.session = session;
        this.outgoing = new Outgoing(session);
        this.clock = clock;
        this.composition = composition;
        this.plan = plan;
    }

    /** Publishes until all are sent, {@link #stop} is called or going on is useless. Called once; blocks until then. */
    public RepeatProgress run() throws InterruptedException {
        pacing = Thread.currentThread();
        synchronized (this) {
            begun = System.nanoTime();
            reconnectsSeen = reconnects();
        }
        try (var _ = session.serverErrors().listen(this::complain)) {
            Thread confirming =
                    Thread.ofVirtual().name("edgeglass-repeat-confirm").start(this::confirmOften);
            try {
                pace();
                confirming.interrupt();
                confirming.join();
                confirm();
            } finally {
                confirming.interrupt();
                end();
            }
        }
        return progress();
    }

    private void pace() throws InterruptedException {
        long every = plan.every().toNanos();
        long due = System.nanoTime();
        for (long number = 1; plan.times() == 0 || number <= plan.times(); number++) {
            waitUntil(due);
            if (stopped) {
                return;
            }
            publish(number);
            due += every;
            long now = System.nanoTime();
            if (now - due > MOST_LATE.toNanos()) {
                due = now;
            }
        }
    }

    private void waitUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        while (left > 0 && !stopped) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = due - System.nanoTime();
        }
    }

    private void publish(long number) {
        try {
            Draft draft = composition.fill(Filling.at(clock, number), outgoing.maxPayload());
            Permit permit = outgoing.approve(draft, Change.publish(draft.subject()));
            try {
                outgoing.send(permit, draft);
            } catch (Failure e) {
                count(e);
                return;
            }
            synchronized (this) {
                handed++;
            }
        } catch (Failure e) {
            count(e);
            stopped = true;
        }
    }

    private synchronized void count(Failure e) {
        failed++;
        failure = e;
    }

    /** On the client's thread for callbacks. Subjects may differ from message to message, so any refusal is ours. */
    private void complain(String complaint) {
        if (Refusals.ofAnyPublish(complaint)) {
            synchronized (this) {
                denied++;
                failure = Failure.of("publish.denied", composition.subject());
            }
            stop();
        }
    }

    private void confirmOften() {
        try {
            while (!stopped) {
                Thread.sleep(CONFIRM_EVERY);
                confirm();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void confirm() throws InterruptedException {
        long upTo;
        synchronized (this) {
            upTo = handed;
            if (upTo == settled) {
                return;
            }
        }
        boolean confirmed = true;
        Failure problem = null;
        try (var trip = new RoundTrip(session)) {
            trip.confirm(composition.subject());
        } catch (Failure e) {
            confirmed = false;
            problem = e;
        }
        synchronized (this) {
            long reconnects = reconnects();
            if (!confirmed || reconnects != reconnectsSeen) {
                unconfirmed += upTo - settled;
                failure = problem == null ? failure : problem;
            }
            reconnectsSeen = reconnects;
            settled = upTo;
        }
    }

    private long reconnects() {
        try {
            return session.openConnection().getStatistics().getReconnects();
        } catch (Failure e) {
            return -1;
        }
    }

    /** Nothing more is sent after this returns, but for a message that is just being sent. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(pacing);
    }

    private synchronized void end() {
        endedAt = System.nanoTime();
        // What was not asked about any more, because the run was interrupted.
        unconfirmed += handed - settled;
        settled = handed;
        ended = true;
    }

    public synchronized RepeatProgress progress() {
        long until = ended ? endedAt : System.nanoTime();
        return new RepeatProgress(
                Math.max(0, settled - denied - unconfirmed),
                failed + denied,
                unconfirmed,
                begun == 0 ? Duration.ZERO : Duration.ofNanos(until - begun),
                ended,
                failure);
    }
}
