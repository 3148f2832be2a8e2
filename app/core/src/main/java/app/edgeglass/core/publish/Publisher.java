package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Publishes a draft and says what became of it. Nothing is kept to be sent later: a draft that cannot be sent now is
 * refused.
 */
public final class Publisher {

    private final Session session;
    private final Outgoing outgoing;
    private final Clock clock;

    public Publisher(Session session, Clock clock) {
        this.session = session;
        this.outgoing = new Outgoing(session);
        this.clock = clock;
    }

    /**
     * Publishes, and waits until the server has taken it: a round trip, 5 s at most.
     *
     * @throws Failure when the draft is not valid, the profile is read-only, there is no connection, or the server
     *     refuses it ({@code publish.denied}); {@code publish.unconfirmed} when it may or may not have arrived
     */
    public Sent publish(Draft draft) throws InterruptedException {
        Permit permit = outgoing.approve(draft, Change.publish(draft.subject()));
        try (var trip = new RoundTrip(session)) {
            long begun = System.nanoTime();
            Instant at = clock.instant();
            outgoing.send(permit, draft);
            for (String complaint : trip.confirm(draft.subject())) {
                refuseIfMeant(draft, complaint);
            }
            return new Sent(
                    at,
                    draft.subject(),
                    draft.payload().length,
                    draft.headerBytes(),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static void refuseIfMeant(Draft draft, String complaint) {
        if (Refusals.ofPublish(complaint, draft.subject())) {
            throw Failure.of("publish.denied", draft.subject());
        }
        String replyTo = draft.replyTo();
        if (replyTo != null && Refusals.ofReply(complaint, replyTo)) {
            throw Failure.of("publish.reply-denied", replyTo);
        }
    }
}
