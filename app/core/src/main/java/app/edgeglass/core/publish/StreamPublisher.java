package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.Account;
import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.message.Header;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes a draft to be stored by a stream, and waits for the stream's own answer. What it is to look at before stands in the
 * draft's headers ({@link StreamHeaders}).
 */
public final class StreamPublisher {

    /** As long as clients wait for a stream's answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Session session;
    private final Clock clock;

    public StreamPublisher(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Publishes, and waits until a stream has stored it.
     *
     * @throws Failure as {@link Publisher#publish}; {@code publish.nobody-stores} when no stream takes the subject, {@code
     *     publish.unstored} when the answer did not come, so that it may or may not be stored, and {@code publish.*} for what
     *     the stream refuses
     */
    public Stored publish(Draft draft) throws InterruptedException {
        Draft checked = checked(draft);
        var run = new RequestRun(session, clock, checked, RequestPlan.one(PATIENCE), Change.publish(draft.subject()));
        return switch (run.await()) {
            case RequestOutcome.Replies some ->
                PubAck.read(checked, some.replies().getFirst());
            case RequestOutcome.NoResponders _ -> throw Failure.of("publish.nobody-stores", draft.subject());
            case RequestOutcome.Failed(Failure failure) ->
                throw failure.key().equals("request.connection-lost")
                        ? Failure.because(failure, "publish.unconfirmed", draft.subject())
                        : failure;
            case RequestOutcome.TimedOut _, RequestOutcome.Cancelled _ ->
                throw Failure.of("publish.unstored", draft.subject(), PATIENCE.toSeconds());
        };
    }

    /**
     * Sends a draft as it is and does not wait, for who has many to send. They are stored in the order in which they are sent.
     *
     * @throws Failure when it cannot be sent
     */
    public Storing begin(Draft draft) {
        var outgoing = new Outgoing(session);
        Permit permit = outgoing.approve(draft, Change.publish(draft.subject()));
        return new Storing(draft, outgoing.ask(permit, draft, PATIENCE), clock);
    }

    /** What a server would pass over in silence is refused here: the message would be stored all the same. */
    private Draft checked(Draft draft) {
        var headers = new ArrayList<Header>();
        for (Header header : draft.headers()) {
            headers.add(
                    switch (header.name()) {
                        case StreamHeaders.TTL -> new Header(header.name(), ttl(header.value()));
                        case StreamHeaders.LAST_SEQUENCE, StreamHeaders.LAST_SUBJECT_SEQUENCE -> number(header);
                        default -> header;
                    });
        }
        return new Draft(draft.subject(), List.copyOf(headers), draft.payload(), draft.replyTo());
    }

    private static Header number(Header header) {
        if (!header.value().matches("\\d{1,19}")) {
            throw Failure.of("publish.expected-number", header.name(), header.value());
        }
        return header;
    }

    private String ttl(String written) {
        String span = MessageTtl.header(written).orElseThrow(() -> Failure.of("publish.ttl", written));
        // A server without this feature stores the message for ever and says nothing.
        if (!Account.of(new JetStreamApi(session)).has(Feature.MESSAGE_TTL)) {
            throw Failure.of("publish.ttl-unknown", session.profile().name(), Feature.MESSAGE_TTL.release());
        }
        return span;
    }
}
