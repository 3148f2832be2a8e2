package app.edgeglass.core.consumer;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.Account;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.config.ConfigDiff;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.ConfigField.Edit;
import app.edgeglass.core.jetstream.config.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes, changes and removes consumers of one stream. Configurations are the server's own JSON, so that what nobody here knows
 * stays as it is. Each asks the guard, blocks, and fails as {@link JetStreamApi} does; a change to which no answer came
 * fails as {@code consumer.in-doubt}, since it may have been made.
 */
public final class ConsumerChanges {

    /** What separates the parts of a subject cannot stand in a name; the others are no file names. */
    private static final Pattern NAME = Pattern.compile("[^\\s.*>/\\\\]+");

    /** What a server writes itself into the metadata, such as its version (2.11). */
    private static final String SERVERS_OWN = "_nats.";

    private final JetStreamApi api;
    private final String stream;

    public ConsumerChanges(JetStreamApi api, String stream) {
        this.api = api;
        this.stream = stream;
    }

    /**
     * Makes one that is not there yet.
     *
     * @param config with a name; one without gets a name from the server
     * @return what the server says of it
     */
    public ObjectNode create(ObjectNode config) {
        String name = name(config);
        return send(
                new Change(Change.Kind.CREATE_CONSUMER, name, stream),
                createVerb(name, config),
                request(config, "create"));
    }

    /**
     * Changes the configuration of one that is there.
     *
     * @param before the configuration as the server told it
     * @param after the same with other values in some fields
     */
    public ObjectNode update(ObjectNode before, ObjectNode after) {
        for (FieldChange change : ConfigDiff.between(before, after)) {
            if (isFixed(change.path())) {
                throw Failure.of("consumer.fixed", name(before), change.path());
            }
        }
        String name = name(before);
        return send(
                new Change(Change.Kind.EDIT_CONSUMER, name, stream), createVerb(name, after), request(after, "update"));
    }

    private static boolean isFixed(String path) {
        return ConsumerFields.named(path.split("\\.", 2)[0])
                .map(ConfigField::edit)
                .filter(edit -> edit == Edit.NEVER)
                .isPresent();
    }

    /** What is asked before one is deleted. */
    public static Destruction deletion(String stream, ConsumerRow row) {
        return Destruction.deleteConsumer(stream, row.name(), new Loss(row.lag(), 0, 0));
    }

    /**
     * Deletes one.
     *
     * @param typed what the person typed, where the guard asks for the name
     */
    public void delete(ConsumerRow row, String typed) {
        Destruction act = deletion(stream, row);
        Consent consent = api.session().guard().allow(act, typed);
        destroy(consent, act, row.name());
    }

    private void destroy(Consent consent, Destruction act, String name) {
        consent.connection();
        try {
            api.destroy(consent, "CONSUMER.DELETE." + stream + "." + name, null);
        } catch (Failure failure) {
            throw explained(failure, act.sentence());
        }
    }

    /** Has it deliver nothing until then (2.11). */
    public void pause(String name, Instant until) {
        require(Feature.PAUSE);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("pause_until", until.toString());
        send(new Change(Change.Kind.PAUSE_CONSUMER, name, stream), "CONSUMER.PAUSE." + stream + "." + name, body);
    }

    /** Has it deliver again (2.11). */
    public void resume(String name) {
        require(Feature.PAUSE);
        send(new Change(Change.Kind.RESUME_CONSUMER, name, stream), "CONSUMER.PAUSE." + stream + "." + name, null);
    }

    /**
     * Has it begin again at a message, without making it anew (2.14). Where it may begin depends on how it was made.
     *
     * @param sequence 0 for the first that is not acknowledged
     */
    public void reset(String name, long sequence) {
        require(Feature.CONSUMER_RESET);
        ObjectNode body =
                sequence == 0 ? null : JsonMapper.shared().createObjectNode().put("seq", sequence);
        send(new Change(Change.Kind.RESET_CONSUMER, name, stream), "CONSUMER.RESET." + stream + "." + name, body);
    }

    /** Takes the messages of a group away from the client that gets all of them; the server chooses another (2.11). */
    public void unpin(String name, String group) {
        require(Feature.PRIORITY_GROUPS);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("group", group);
        send(new Change(Change.Kind.UNPIN_CONSUMER, name, stream), "CONSUMER.UNPIN." + stream + "." + name, body);
    }

    /** Has the servers that keep it elect another leader. */
    public void stepDown(String name) {
        send(
                new Change(Change.Kind.STEP_DOWN_CONSUMER, name, stream),
                "CONSUMER.LEADER.STEPDOWN." + stream + "." + name,
                null);
    }

    /**
     * Makes one anew with another start: deletes it and creates it again under its name. When the new one is refused, one is
     * put in its place that goes on behind what was acknowledged.
     *
     * @param typed what the person typed, where the guard asks for the name
     * @return what the server says of the new one
     */
    public ObjectNode startAnew(ConsumerRow row, ObjectNode config, StartAt start, String typed) {
        Destruction act = deletion(stream, row);
        Consent consent = api.session().guard().allow(act, typed);
        destroy(consent, act, row.name());
        try {
            return create(start.in(config));
        } catch (Failure refused) {
            long next = row.doneUpTo() + 1;
            try {
                create(new StartAt.Sequence(next).in(config));
            } catch (Failure also) {
                also.addSuppressed(refused);
                throw Failure.because(also, "consumer.lost", row.name(), refused.sentence(), next);
            }
            throw Failure.because(refused, "consumer.put-back", row.name(), refused.sentence(), next);
        }
    }

    private ObjectNode send(Change change, String verb, @Nullable ObjectNode body) {
        Permit permit = api.session().guard().allow(change);
        // Asked first: what fails for want of a connection behind this may have been sent.
        permit.connection();
        try {
            return api.change(permit, verb, body);
        } catch (Failure failure) {
            throw explained(failure, change.sentence());
        }
    }

    private void require(Feature feature) {
        if (!Account.of(api).has(feature)) {
            throw Failure.of("consumer.too-old", feature.release());
        }
    }

    private Failure explained(Failure failure, String sentence) {
        if (failure.key().equals("jetstream.silent") || failure.key().equals("session.not-live")) {
            return Failure.because(failure, "consumer.in-doubt", sentence);
        }
        return ApiError.behind(failure).map(error -> explained(failure, error)).orElse(failure);
    }

    /** By the numbers of nats-server's {@code errors.json}. */
    private Failure explained(Failure failure, ApiError error) {
        return switch (error.number()) {
            // Of the stream's own limit as well as of the account's.
            case 10026 -> Failure.because(failure, "consumer.most", stream);
            case 10013, 10105, 10148 -> Failure.because(failure, "consumer.exists", stream);
            case 10099, 10100 -> Failure.because(failure, "consumer.work-queue", stream);
            default -> failure;
        };
    }

    private String createVerb(String name, ObjectNode config) {
        if (name.isEmpty()) {
            return "CONSUMER.CREATE." + stream;
        }
        String filter = config.path("filter_subject").asString("");
        return "CONSUMER.CREATE." + stream + "." + name + (filter.isEmpty() ? "" : "." + filter);
    }

    private ObjectNode request(ObjectNode config, String action) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.put("stream_name", stream);
        request.set("config", config);
        request.put("action", action);
        return request;
    }

    /** The name in a configuration; empty when the server is to find one. */
    private static String name(ObjectNode config) {
        String durable = config.path("durable_name").asString("");
        String name = durable.isEmpty() ? config.path("name").asString("") : durable;
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw Failure.of("consumer.name", name);
        }
        return name;
    }

    /** A configuration for a new one under another name: without what the server noted of the old one. */
    public static ObjectNode copy(ObjectNode config, String name) {
        ObjectNode copy = config.deepCopy();
        copy.put("name", name);
        if (copy.has("durable_name")) {
            copy.put("durable_name", name);
        }
        copy.remove(List.of("pause_until", "direct", "sourcing"));
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(metadata.propertyNames().stream()
                    .filter(key -> key.startsWith(SERVERS_OWN))
                    .toList());
            if (metadata.isEmpty()) {
                copy.remove("metadata");
            }
        }
        return copy;
    }
}
