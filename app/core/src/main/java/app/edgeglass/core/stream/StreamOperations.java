package app.edgeglass.core.stream;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a whole stream. Each call blocks; safe for use by several threads. */
public final class StreamOperations {

    private final JetStreamApi api;
    private final Session session;
    private final Streams streams;

    public StreamOperations(JetStreamApi api) {
        this.api = api;
        this.session = api.session();
        this.streams = new Streams(api);
    }

    /** Counts beforehand what a purge would take away. */
    public PurgeCount count(String stream, PurgeScope scope) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        boolean upTo = scope.extent() instanceof PurgeScope.Extent.UpTo;
        if (upTo) {
            question.put("deleted_details", true);
        }
        if (!scope.subject().isEmpty()) {
            question.put("subjects_filter", scope.subject());
        }
        ObjectNode said = api.read("STREAM.INFO." + stream, question);
        JsonNode details = said.path("state");
        StreamState state = StreamInfo.of(said).state();
        OptionalLong ofSubject = scope.subject().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(details.path("subjects").properties().stream()
                        .mapToLong(entry -> entry.getValue().asLong(0))
                        .sum());
        long all = ofSubject.orElse(state.messages());
        return switch (scope.extent()) {
            case PurgeScope.Extent.All() -> new PurgeCount(all, state.bytesOf(all), true, state.lastSequence());
            case PurgeScope.Extent.Keep(long keep) -> {
                long gone = Math.max(0, all - keep);
                yield new PurgeCount(gone, state.bytesOf(gone), true, state.lastSequence());
            }
            case PurgeScope.Extent.UpTo(long sequence) -> {
                long before = before(state, details, sequence);
                long gone = Math.min(all, before);
                // Which of them are on the subject, only reading them would say.
                yield new PurgeCount(
                        gone, state.bytesOf(gone), ofSubject.isEmpty() || before == 0, state.lastSequence());
            }
        };
    }

    private static long before(StreamState state, JsonNode details, long sequence) {
        long last = Math.min(sequence, state.lastSequence());
        if (last < state.firstSequence()) {
            return 0;
        }
        long gaps = details.path("deleted")
                .valueStream()
                .filter(deleted -> deleted.asLong(0) <= last)
                .count();
        return last - state.firstSequence() + 1 - gaps;
    }

    public static Destruction purgeOf(String stream, PurgeScope scope, PurgeCount count) {
        return Destruction.purgeStream(stream, scope.subject(), count.loss());
    }

    /**
     * Purges.
     *
     * @return how many messages went
     */
    public long purge(String stream, PurgeScope scope, PurgeCount counted, String typed) {
        Consent consent = session.guard().allow(purgeOf(stream, scope, counted), typed);
        return inDoubt(stream, () -> api.destroy(consent, "STREAM.PURGE." + stream, scope.body(counted.last())))
                .path("purged")
                .asLong(0);
    }

    public static Destruction deletionOf(StreamInfo stream) {
        return Destruction.deleteStream(
                stream.name(),
                new Loss(
                        stream.state().messages(),
                        stream.state().bytes(),
                        stream.state().consumers()));
    }

    public void delete(StreamInfo stream, String typed) {
        Consent consent = session.guard().allow(deletionOf(stream), typed);
        inDoubt(stream.name(), () -> api.destroy(consent, "STREAM.DELETE." + stream.name(), null));
    }

    public static Destruction sealingOf(String stream) {
        return Destruction.sealStream(stream);
    }

    /** Closes a stream for ever: nothing comes in any more, nothing goes. */
    public StreamInfo seal(String stream, String typed) {
        Consent consent = session.guard().allow(sealingOf(stream), typed);
        ObjectNode config = streams.info(stream).config().deepCopy();
        config.put("sealed", true);
        return StreamInfo.of(inDoubt(stream, () -> api.destroy(consent, "STREAM.UPDATE." + stream, config)));
    }

    /**
     * Has another server lead the stream.
     *
     * @param to which; empty for any. A server before 2.11 does not look at it
     */
    public void stepDown(String stream, String to) {
        Permit permit = session.guard().allow(new Change(Change.Kind.STEP_DOWN, stream, ""));
        @Nullable ObjectNode body = null;
        if (!to.isEmpty()) {
            body = JsonMapper.shared().createObjectNode();
            body.putObject("placement").put("preferred", to);
        }
        @Nullable ObjectNode asked = body;
        inDoubt(stream, () -> api.change(permit, "STREAM.LEADER.STEPDOWN." + stream, asked));
    }

    public static Destruction removalOf(String stream, String peer) {
        return Destruction.removePeer(stream, peer);
    }

    /** Takes a server out of those that keep a stream; the cluster looks for another one by itself. */
    public void removePeer(String stream, String peer, String typed) {
        Consent consent = session.guard().allow(removalOf(stream, peer), typed);
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("peer", peer);
        inDoubt(stream, () -> api.destroy(consent, "STREAM.PEER.REMOVE." + stream, body));
    }

    /** Sends what may have been done although no answer came, and says so then. */
    private static ObjectNode inDoubt(String stream, Supplier<ObjectNode> call) {
        try {
            return call.get();
        } catch (Failure failure) {
            throw Unanswered.is(failure) ? Failure.because(failure, "stream.in-doubt", stream) : failure;
        }
    }
}
