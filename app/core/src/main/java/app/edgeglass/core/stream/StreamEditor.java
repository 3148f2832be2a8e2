package app.edgeglass.core.stream;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.config.ConfigDiff;
import app.edgeglass.core.jetstream.config.FieldChange;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates streams and changes their configuration, always as a patch on the server's own JSON. Each call blocks; safe for use
 * by several threads.
 */
public final class StreamEditor {

    /** What a server sets by itself, or as a consequence, and no copy should bring along. */
    private static final String SERVERS_OWN = "_nats.";

    private final JetStreamApi api;
    private final Session session;
    private final Streams streams;
    private final UpdateEffects effects;

    public StreamEditor(JetStreamApi api, Clock clock) {
        this.api = api;
        this.session = api.session();
        this.streams = new Streams(api);
        this.effects = new UpdateEffects(api, clock);
    }

    /**
     * Creates a stream.
     *
     * @throws Failure {@code stream.name}; {@code stream.exists}; {@code stream.create-in-doubt} when no answer came
     */
    public UpdateResult create(ObjectNode config) {
        String name = config.path("name").asString("");
        checkName(name);
        if (exists(name)) {
            // The server takes a second creation with the same configuration as done.
            throw Failure.of("stream.exists", name);
        }
        Permit permit = session.guard().allow(new Change(Change.Kind.CREATE_STREAM, name, ""));
        try {
            return result(config, StreamInfo.of(api.change(permit, "STREAM.CREATE." + name, config)));
        } catch (Failure failure) {
            if (!Unanswered.is(failure)) {
                throw failure;
            }
            return stands(config, name).orElseThrow(() -> Failure.because(failure, "stream.create-in-doubt", name));
        }
    }

    static void checkName(String name) {
        if (name.isEmpty() || !name.codePoints().allMatch(StreamEditor::mayStandInAName)) {
            throw Failure.of("stream.name", name);
        }
    }

    /** What parts a subject, or a path on the server's disk, cannot stand in a name. */
    private static boolean mayStandInAName(int c) {
        return c > ' ' && c != 0x7f && ".*>/\\".indexOf(c) < 0;
    }

    private boolean exists(String name) {
        try {
            return streams.info(name).name().equals(name);
        } catch (Failure failure) {
            if (failure.key().equals("jetstream.no-stream")) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Looks at a change before it is sent: what differs, what the server refuses, what would be lost.
     *
     * @param before the stream as it was when somebody began to edit it
     */
    public UpdatePlan plan(StreamInfo before, ObjectNode after) {
        List<FieldChange> changes = ConfigDiff.between(before.config(), after);
        List<UpdateRefusal> refusals = UpdateRules.refusals(changes, streams.level());
        StreamInfo now = streams.info(before.name());
        checkUnchanged(before, now);
        var fresh = new StreamInfo(
                before.name(), before.config(), now.state(), now.replicas(), now.origins(), before.created());
        return new UpdatePlan(
                fresh, after, changes, refusals, refusals.isEmpty() ? effects.of(fresh, after, changes) : List.of());
    }

    /**
     * Sends a change that was planned.
     *
     * @param typed what the person typed, where the plan has a destruction to be asked for
     * @throws Failure {@code stream.changed-meanwhile} when somebody else was faster; {@code stream.refused-before} when the
     *     server would refuse it; {@code stream.update-unanswered} when no answer came and the stream is as it was; {@code
     *     stream.update-in-doubt} when not even that is known
     */
    public UpdateResult update(UpdatePlan plan, String typed) {
        String name = plan.before().name();
        if (!plan.refusals().isEmpty()) {
            throw Failure.of(
                    "stream.refused-before",
                    name,
                    plan.refusals().stream().map(UpdateRefusal::sentence).collect(Collectors.joining(" ")));
        }
        Optional<Destruction> destruction = plan.destruction();
        Permit permit = destruction.isPresent()
                ? session.guard().allow(destruction.get(), typed)
                : session.guard().allow(new Change(Change.Kind.EDIT_STREAM, name, ""));
        // There is no way to have the server compare: what remains is the time between these two questions.
        checkUnchanged(plan.before(), streams.info(name));
        return send(permit, plan.before().config(), plan.after());
    }

    private UpdateResult send(Permit permit, ObjectNode before, ObjectNode after) {
        String name = after.path("name").asString("");
        try {
            return result(after, StreamInfo.of(api.change(permit, "STREAM.UPDATE." + name, after)));
        } catch (Failure failure) {
            if (!Unanswered.is(failure)) {
                throw failure;
            }
            return stands(after, name).orElseThrow(() -> doubt(name, before, failure));
        }
    }

    /** No answer came: perhaps it was done all the same. */
    private Optional<UpdateResult> stands(ObjectNode wanted, String name) {
        try {
            UpdateResult there = result(wanted, streams.info(name));
            return there.otherwise().isEmpty() ? Optional.of(there) : Optional.empty();
        } catch (Failure stillSilent) {
            return Optional.empty();
        }
    }

    private Failure doubt(String name, ObjectNode before, Failure unanswered) {
        try {
            boolean asBefore = without(streams.info(name).config()).equals(without(before));
            return Failure.because(unanswered, asBefore ? "stream.update-unanswered" : "stream.update-in-doubt", name);
        } catch (Failure stillSilent) {
            return Failure.because(unanswered, "stream.update-in-doubt", name);
        }
    }

    private static void checkUnchanged(StreamInfo before, StreamInfo now) {
        List<FieldChange> meanwhile = ConfigDiff.between(without(before.config()), without(now.config()));
        if (!meanwhile.isEmpty()) {
            throw Failure.of(
                    "stream.changed-meanwhile",
                    before.name(),
                    meanwhile.stream().map(FieldChange::path).collect(Collectors.joining(", ")));
        }
    }

    /** What was sent and does not stand there. What the server adds by itself is no difference. */
    private static UpdateResult result(ObjectNode wanted, StreamInfo now) {
        List<FieldChange> otherwise = ConfigDiff.between(without(wanted), without(now.config())).stream()
                .filter(change -> change.before() != null && !isNothing(change.before()))
                .toList();
        return new UpdateResult(now, otherwise);
    }

    private static boolean isNothing(JsonNode value) {
        return (value.isEmpty() && !value.isValueNode())
                || (value.isBoolean() && !value.asBoolean(false))
                || (value.isNumber() && value.asLong(0) <= 0)
                || (value.isString() && value.asString("").isEmpty());
    }

    /** A configuration without what the server itself writes into the metadata. */
    static ObjectNode without(ObjectNode config) {
        ObjectNode plain = config.deepCopy();
        if (plain.get("metadata") instanceof ObjectNode metadata) {
            var own = metadata.propertyNames().stream()
                    .filter(name -> name.startsWith(SERVERS_OWN))
                    .toList();
            metadata.remove(own);
            if (metadata.isEmpty()) {
                plain.remove("metadata");
            }
        }
        return plain;
    }
}
