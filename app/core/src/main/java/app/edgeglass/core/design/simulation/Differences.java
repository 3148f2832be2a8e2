package app.edgeglass.core.design.simulation;

import app.edgeglass.core.text.Words;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In what the server's assets differ from those of a design. Descriptions and metadata do not count: they change nothing
 * of what the asset does.
 */
final class Differences {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final List<String> sentences = new ArrayList<>();

    List<String> sentences() {
        return sentences;
    }

    /** @param bucket whether it is the stream behind a bucket, whose subjects and duplicates are the client's affair */
    void stream(String what, StreamConfiguration there, StreamConfiguration wanted, boolean bucket) {
        if (!bucket) {
            differ(what, "subjects", set(there.getSubjects()), set(wanted.getSubjects()));
            differ(what, "retention", there.getRetentionPolicy(), wanted.getRetentionPolicy());
            differ(what, "discard", discard(there), discard(wanted));
            differ(what, "allow_direct", there.getAllowDirect(), wanted.getAllowDirect());
            Duration window = wanted.getDuplicateWindow();
            if (window != null && !window.isZero()) {
                differ(what, "duplicate_window", time(there.getDuplicateWindow()), time(window));
            }
        }
        differ(what, "storage", there.getStorageType(), wanted.getStorageType());
        differ(what, bucket ? "ttl" : "max_age", time(there.getMaxAge()), time(wanted.getMaxAge()));
        differ(what, "max_msgs", limit(there.getMaxMsgs()), limit(wanted.getMaxMsgs()));
        differ(what, "max_bytes", limit(there.getMaxBytes()), limit(wanted.getMaxBytes()));
        differ(
                what,
                bucket ? "history" : "max_msgs_per_subject",
                limit(there.getMaxMsgsPerSubject()),
                limit(wanted.getMaxMsgsPerSubject()));
        differ(what, "max_msg_size", limit(there.getMaximumMessageSize()), limit(wanted.getMaximumMessageSize()));
        differ(what, "num_replicas", there.getReplicas(), wanted.getReplicas());
        differ(what, "sealed", there.getSealed(), false);
        differ(what, "no_ack", there.getNoAck(), false);
        differ(what, "mirror", there.getMirror() != null, false);
        differ(
                what,
                "sources",
                there.getSources() != null && !there.getSources().isEmpty(),
                false);
        differ(what, "subject_transform", there.getSubjectTransform() != null, false);
    }

    void consumer(String what, ConsumerConfiguration there, ConsumerConfiguration wanted) {
        differ(what, "filter_subjects", set(there.getFilterSubjects()), set(wanted.getFilterSubjects()));
        differ(what, "deliver_policy", there.getDeliverPolicy(), wanted.getDeliverPolicy());
        differ(what, "deliver_subject", text(there.getDeliverSubject()), text(wanted.getDeliverSubject()));
        differ(what, "ack_policy", there.getAckPolicy(), wanted.getAckPolicy());
        differ(what, "max_deliver", limit(there.getMaxDeliver()), limit(wanted.getMaxDeliver()));
        if (wanted.getAckPolicy() != AckPolicy.None) {
            differ(what, "ack_wait", time(there.getAckWait()), time(wanted.getAckWait()));
            differ(what, "max_ack_pending", limit(there.getMaxAckPending()), limit(wanted.getMaxAckPending()));
        }
    }

    void differ(String what, String field, Object there, Object wanted) {
        if (!Objects.equals(there, wanted)) {
            sentences.add(WORDS.say("simulation.difference", what, field, there.toString(), wanted.toString()));
        }
    }

    private static DiscardPolicy discard(StreamConfiguration configuration) {
        DiscardPolicy policy = configuration.getDiscardPolicy();
        return policy == null ? DiscardPolicy.Old : policy;
    }

    private static String limit(long limit) {
        return limit <= 0 ? WORDS.say("simulation.none") : Long.toString(limit);
    }

    private static String text(@Nullable String text) {
        return text == null || text.isEmpty() ? WORDS.say("simulation.none") : text;
    }

    private static String set(@Nullable Collection<String> texts) {
        return texts == null || texts.isEmpty()
                ? WORDS.say("simulation.none")
                : String.join(", ", new TreeSet<>(texts));
    }

    /** Times as the design writes them, in the largest unit that leaves no rest. */
    private static String time(@Nullable Duration time) {
        if (time == null || time.isZero()) {
            return WORDS.say("simulation.none");
        }
        long millis = time.toMillis();
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
