package app.edgeglass.core.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.config.FieldChange;
import app.edgeglass.core.stream.UpdateEffect.Certainty;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says beforehand which messages a change of the configuration takes away.
 *
 * <p>Tried with nats-server 2.10.27 and 2.15.1: a stream that refuses new messages at its limits loses nothing by narrower
 * ones; one that turns to interest without a consumer loses all.
 */
final class UpdateEffects {

    /** So many subjects are looked at one by one; the server gives them in one page. */
    private static final int MOST_SUBJECTS = 100_000;

    private final JetStreamApi api;
    private final Clock clock;

    UpdateEffects(JetStreamApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    List<UpdateEffect> of(StreamInfo before, ObjectNode after, List<FieldChange> changes) {
        var effects = new ArrayList<UpdateEffect>();
        if (before.state().messages() == 0) {
            return effects;
        }
        boolean refusesNew = after.path("discard").asString("old").equals("new");
        boolean opens = changes.stream().anyMatch(change -> change.path().equals("discard")) && !refusesNew;
        for (FieldChange change : changes) {
            switch (change.path()) {
                case "max_msgs", "max_bytes" -> {
                    if (!refusesNew) {
                        full(change.path(), before, after).ifPresent(effects::add);
                    }
                }
                // What was over the limits until now, and only refused, goes.
                case "discard" -> {
                    if (opens) {
                        full("max_msgs", before, after).ifPresent(effects::add);
                        full("max_bytes", before, after).ifPresent(effects::add);
                    }
                }
                case "max_age" -> age(before, after).ifPresent(effects::add);
                case "max_msgs_per_subject" -> perSubject(before, after).ifPresent(effects::add);
                case "retention" -> {
                    if (after.path("retention").asString("").equals("interest")) {
                        long all = before.state().messages();
                        effects.add(new UpdateEffect(
                                change.path(),
                                all,
                                before.state().consumers() == 0 ? Certainty.EXACT : Certainty.AT_MOST));
                    }
                }
                default -> {}
            }
        }
        return effects.stream().distinct().toList();
    }

    private static Optional<UpdateEffect> full(String field, StreamInfo before, ObjectNode after) {
        long most = after.path(field).asLong(-1);
        StreamState state = before.state();
        if (most <= 0) {
            return Optional.empty();
        }
        if (field.equals("max_msgs")) {
            long over = state.messages() - most;
            return over > 0 ? Optional.of(new UpdateEffect(field, over, Certainty.EXACT)) : Optional.empty();
        }
        long over = state.bytes() - most;
        long each = Math.max(1, state.bytes() / state.messages());
        return over > 0
                ? Optional.of(
                        new UpdateEffect(field, Math.min(state.messages(), (over + each - 1) / each), Certainty.ABOUT))
                : Optional.empty();
    }

    private Optional<UpdateEffect> age(StreamInfo before, ObjectNode after) {
        long most = after.path("max_age").asLong(0);
        StreamState state = before.state();
        if (most <= 0 || state.firstTime().isEmpty()) {
            return Optional.empty();
        }
        Instant oldest = clock.instant().minusNanos(most);
        if (!state.firstTime().get().isBefore(oldest)) {
            return Optional.empty();
        }
        long first = firstSince(before, oldest);
        long gone = Math.min(state.messages(), first - state.firstSequence());
        return gone > 0
                ? Optional.of(
                        new UpdateEffect("max_age", gone, state.deleted() == 0 ? Certainty.EXACT : Certainty.AT_MOST))
                : Optional.empty();
    }

    /** The first sequence that is as young as that, by halving: some twenty questions for a million messages. */
    private long firstSince(StreamInfo stream, Instant oldest) {
        long low = stream.state().firstSequence();
        long high = stream.state().lastSequence() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<JsonNode> message = atOrAfter(stream.name(), middle);
            boolean young = message.flatMap(one -> StreamState.time(one.path("time")))
                    .map(time -> !time.isBefore(oldest))
                    .orElse(true);
            if (young) {
                high = middle;
            } else {
                low = message.orElseThrow().path("seq").asLong(middle) + 1;
            }
        }
        return low;
    }

    private Optional<JsonNode> atOrAfter(String stream, long sequence) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("seq", sequence).put("next_by_subj", ">");
        try {
            return Optional.of(api.read("STREAM.MSG.GET." + stream, question).path("message"));
        } catch (Failure failure) {
            if (ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<UpdateEffect> perSubject(StreamInfo before, ObjectNode after) {
        long most = after.path("max_msgs_per_subject").asLong(-1);
        if (most <= 0) {
            return Optional.empty();
        }
        if (before.state().subjects() > MOST_SUBJECTS) {
            long least = Math.min(before.state().messages(), before.state().subjects() * most);
            long gone = before.state().messages() - least;
            return Optional.of(new UpdateEffect("max_msgs_per_subject", gone, Certainty.UNKNOWN));
        }
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("subjects_filter", ">");
        JsonNode subjects =
                api.read("STREAM.INFO." + before.name(), question).path("state").path("subjects");
        long gone = subjects.properties().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue().asLong(0) - most))
                .sum();
        return gone > 0
                ? Optional.of(new UpdateEffect("max_msgs_per_subject", gone, Certainty.EXACT))
                : Optional.empty();
    }
}
