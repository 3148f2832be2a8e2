package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import java.time.Duration;
import java.util.List;

/** How a request ended. */
public sealed interface RequestOutcome {

    /**
     * At least one reply came.
     *
     * @param replies those that were kept, in order of arrival
     * @param notKept how many more came than fit into {@link Requester#MOST_BYTES} and {@link Requester#MOST_REPLIES}
     * @param end what ended the wait
     */
    record Replies(List<Reply> replies, int notKept, End end) implements RequestOutcome {

        public Replies {
            replies = List.copyOf(replies);
        }

        /** The latency of the first reply. */
        public Duration first() {
            return replies.getFirst().latency();
        }

        /** The latency of the last reply that was kept. */
        public Duration last() {
            return replies.getLast().latency();
        }
    }

    /** Nobody subscribes to the subject; the server says so at once (status 503). */
    record NoResponders(Duration after) implements RequestOutcome {}

    /** Nobody answered in time. Somebody does subscribe to the subject. */
    record TimedOut(Duration after) implements RequestOutcome {}

    /** The person ended the wait before a reply came. The request itself was sent. */
    record Cancelled(Duration after) implements RequestOutcome {}

    /** It was refused, by us before it was sent or by the server, or the connection was lost while waiting. */
    record Failed(Failure failure) implements RequestOutcome {}

    /** What ended the wait for more replies. */
    enum End {
        /** As many came as were wanted. */
        COUNT,
        TIMEOUT,
        STALL,
        CANCELLED,
        /** The wait ended as planned, but the connection was away meanwhile: replies may be missing. */
        CONNECTION_LOST
    }
}
