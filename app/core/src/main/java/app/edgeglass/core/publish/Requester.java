package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import java.time.Clock;

/** Sends requests and collects what is answered, from one responder or from several. */
public final class Requester {

    /** The most that the replies to one request may take, in bytes of payload and headers; the rest is counted only. */
    public static final long MOST_BYTES = 16L << 20;

    /** The most replies to one request that are kept; the rest is counted only. */
    public static final int MOST_REPLIES = 10_000;

    private final Session session;
    private final Clock clock;

    public Requester(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * A request that is sent by {@link RequestRun#await}.
     *
     * @param draft its reply-to is replaced by an inbox of the request's own
     */
    public RequestRun prepare(Draft draft, RequestPlan plan) {
        return new RequestRun(session, clock, draft, plan, Change.request(draft.subject()));
    }
}
