package app.edgeglass.core.advisory;

import app.edgeglass.core.connection.change.ApiSubjects;
import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.core.text.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes sentences of advisories.
 *
 * <p>Source: {@code jetstream_events.go} of nats-server, and the schemas of jsm.go.
 */
final class AdvisoryReader {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());
    private static final String TYPE = "io.nats.jetstream.advisory.v1.";
    private static final int LONGEST = 300;

    private final String stream;
    private final Optional<String> domain;
    private final ApiSubjects api;

    /** @param domain of the stream, where it has one; two domains may each have a stream of the same name */
    AdvisoryReader(String stream, Optional<String> domain) {
        this.stream = stream;
        this.domain = domain;
        this.api = new ApiSubjects(new JetStreamPlace.Own());
    }

    /** What was told; nothing when it is about another stream or another domain. */
    Optional<Advisory> read(long number, String subject, byte[] data, Instant now) {
        String raw = new String(data, StandardCharsets.UTF_8);
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(data);
        } catch (JacksonException e) {
            return Optional.of(
                    new Advisory(number, now, AdvisoryKind.OTHER, WORDS.say("advisory.unreadable"), "", subject, raw));
        }
        String theirs = json.path("domain").asString("");
        if (domain.isPresent() && !theirs.isEmpty() && !theirs.equals(domain.get())) {
            return Optional.empty();
        }
        String type = json.path("type").asString("");
        String name = type.startsWith(TYPE) ? type.substring(TYPE.length()) : type;
        if (name.equals("api_audit") && !concerns(json.path("subject").asString(""))) {
            return Optional.empty();
        }
        return Optional.of(
                new Advisory(number, time(json, now), kind(name, json), sentence(name, json), by(json), subject, raw));
    }

    private static Instant time(JsonNode json, Instant now) {
        try {
            return Instant.parse(json.path("timestamp").asString(""));
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    /** A question to the API names its stream as one of the tokens behind its verbs. */
    private boolean concerns(String asked) {
        String[] tokens = asked.split("\\.", -1);
        for (int i = 3; i < tokens.length; i++) {
            if (tokens[i].equals(stream)) {
                return true;
            }
        }
        return false;
    }

    private AdvisoryKind kind(String name, JsonNode json) {
        return switch (name) {
            case "stream_action", "stream_batch_abandoned" -> AdvisoryKind.STREAM;
            case "consumer_action", "consumer_pause", "consumer_group_pinned", "consumer_group_unpinned" ->
                AdvisoryKind.CONSUMER;
            case "max_deliver", "nak", "terminated" -> AdvisoryKind.DELIVERY;
            case "stream_leader_elected",
                    "consumer_leader_elected",
                    "stream_quorum_lost",
                    "consumer_quorum_lost",
                    "domain_leader_elected",
                    "server_out_of_space",
                    "server_removed",
                    "api_limit_reached" -> AdvisoryKind.CLUSTER;
            case "snapshot_create", "snapshot_complete", "restore_create", "restore_complete" -> AdvisoryKind.BACKUP;
            case "api_audit" ->
                api.reads(json.path("subject").asString("")) ? AdvisoryKind.QUESTION : AdvisoryKind.CHANGE;
            default -> AdvisoryKind.OTHER;
        };
    }

    private static String sentence(String name, JsonNode json) {
        String stream = text(json, "stream");
        String consumer = text(json, "consumer");
        return switch (name) {
            case "stream_action" -> stream(stream, text(json, "action"));
            case "consumer_action" -> consumer(consumer, text(json, "action"));
            case "consumer_pause" -> pause(consumer, json);
            case "consumer_group_pinned" ->
                WORDS.say("advisory.pinned", consumer, text(json, "group"), text(json, "pinned_id"));
            case "consumer_group_unpinned" ->
                WORDS.say("advisory.unpinned", consumer, text(json, "group"), text(json, "reason"));
            case "max_deliver" ->
                WORDS.say("advisory.max-deliver", consumer, number(json, "stream_seq"), number(json, "deliveries"));
            case "nak" -> WORDS.say("advisory.nak", consumer, number(json, "stream_seq"), number(json, "deliveries"));
            case "terminated" -> terminated(consumer, json);
            case "stream_leader_elected" ->
                WORDS.say(
                        "advisory.leader",
                        stream,
                        text(json, "leader"),
                        json.path("replicas").size());
            case "consumer_leader_elected" -> WORDS.say("advisory.consumer-leader", consumer, text(json, "leader"));
            case "stream_quorum_lost" -> WORDS.say("advisory.quorum-lost", stream);
            case "consumer_quorum_lost" -> WORDS.say("advisory.consumer-quorum-lost", consumer);
            case "domain_leader_elected" ->
                WORDS.say("advisory.meta-leader", text(json, "leader"), text(json, "cluster"));
            case "server_out_of_space" -> WORDS.say("advisory.out-of-space", text(json, "server"));
            case "server_removed" -> WORDS.say("advisory.server-removed", text(json, "server"));
            case "api_limit_reached" -> WORDS.say("advisory.api-limit", text(json, "server"), number(json, "dropped"));
            case "stream_batch_abandoned" -> WORDS.say("advisory.batch", text(json, "batch"), text(json, "reason"));
            case "snapshot_create" ->
                WORDS.say(
                        "advisory.snapshot",
                        stream,
                        json.path("state").path("messages").asLong(0),
                        Sizes.say(json.path("state").path("bytes").asLong(0)));
            case "snapshot_complete" -> snapshot(stream, json);
            case "restore_create" -> WORDS.say("advisory.restore", stream);
            case "restore_complete" ->
                WORDS.say(
                        "advisory.restored",
                        stream,
                        Sizes.say(json.path("bytes").asLong(0)));
            case "api_audit" -> audit(json);
            default -> WORDS.say("advisory.other", name.isEmpty() ? "?" : SafeText.show(name, LONGEST));
        };
    }

    private static String stream(String name, String action) {
        return switch (action) {
            case "create" -> WORDS.say("advisory.stream-created", name);
            case "modify" -> WORDS.say("advisory.stream-updated", name);
            case "delete" -> WORDS.say("advisory.stream-deleted", name);
            default -> WORDS.say("advisory.other", action);
        };
    }

    private static String consumer(String name, String action) {
        return switch (action) {
            case "create" -> WORDS.say("advisory.consumer-created", name);
            case "modify" -> WORDS.say("advisory.consumer-updated", name);
            case "delete" -> WORDS.say("advisory.consumer-deleted", name);
            default -> WORDS.say("advisory.other", action);
        };
    }

    private static String pause(String consumer, JsonNode json) {
        return json.path("paused").asBoolean(false)
                ? WORDS.say("advisory.paused", consumer, text(json, "pause_until"))
                : WORDS.say("advisory.resumed", consumer);
    }

    private static String terminated(String consumer, JsonNode json) {
        String reason = text(json, "reason");
        long sequence = number(json, "stream_seq");
        return reason.isEmpty()
                ? WORDS.say("advisory.terminated", consumer, sequence, number(json, "deliveries"))
                : WORDS.say("advisory.terminated.why", consumer, sequence, number(json, "deliveries"), reason);
    }

    private static String snapshot(String stream, JsonNode json) {
        String error = text(json, "error");
        if (!error.isEmpty()) {
            return WORDS.say("advisory.snapshot-failed", stream, error);
        }
        try {
            Duration took = Duration.between(Instant.parse(text(json, "start")), Instant.parse(text(json, "end")));
            return WORDS.say("advisory.snapshot-done.took", stream, Math.max(0, took.toMillis()));
        } catch (DateTimeParseException e) {
            return WORDS.say("advisory.snapshot-done", stream);
        }
    }

    private static String audit(JsonNode json) {
        String asked = text(json, "subject");
        String error = error(json.path("response").asString(""));
        return error.isEmpty() ? WORDS.say("advisory.audit", asked) : WORDS.say("advisory.audit.refused", asked, error);
    }

    private static String error(String response) {
        try {
            JsonNode error = JsonMapper.shared().readTree(response).path("error");
            return SafeText.show(error.path("description").asString(""), LONGEST);
        } catch (JacksonException e) {
            return "";
        }
    }

    /** Whether a question was asked over one connection to one server. */
    static boolean isOf(Advisory audit, String server, long client) {
        try {
            JsonNode json = JsonMapper.shared().readTree(audit.raw());
            return json.path("client").path("id").asLong(-1) == client
                    && json.path("server").asString("").equals(server);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String by(JsonNode json) {
        JsonNode client = json.path("client");
        String user = text(client, "user");
        String name = text(client, "name");
        String host = text(client, "host");
        if (user.isEmpty() && name.isEmpty()) {
            return host;
        }
        String who = user.isEmpty() ? name : name.isEmpty() ? user : user + " · " + name;
        return host.isEmpty() ? who : who + " · " + host;
    }

    private static String text(JsonNode json, String field) {
        return SafeText.show(json.path(field).asString(""), LONGEST);
    }

    private static long number(JsonNode json, String field) {
        return json.path(field).asLong(0);
    }
}
