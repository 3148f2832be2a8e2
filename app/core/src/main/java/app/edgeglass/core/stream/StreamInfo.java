package app.edgeglass.core.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stream as the server described it.
 *
 * @param config all of it, as the server wrote it; not to be changed, but copied
 */
public record StreamInfo(
        String name,
        ObjectNode config,
        StreamState state,
        Replicas replicas,
        List<Origin> origins,
        Optional<Instant> created) {

    static StreamInfo of(JsonNode said) {
        ObjectNode config = said.get("config") instanceof ObjectNode object
                ? object
                : JsonMapper.shared().createObjectNode();
        return new StreamInfo(
                config.path("name").asString(""),
                config,
                StreamState.of(said.path("state")),
                Replicas.of(said.path("cluster")),
                Origin.of(said),
                StreamState.time(said.path("created")));
    }

    public List<String> subjects() {
        return config.path("subjects")
                .valueStream()
                .map(subject -> subject.asString(""))
                .toList();
    }

    public String retention() {
        return config.path("retention").asString("limits");
    }

    public String storage() {
        return config.path("storage").asString("file");
    }

    public int copies() {
        return Math.max(1, config.path("num_replicas").asInt(1));
    }

    public boolean is(String flag) {
        return config.path(flag).asBoolean(false);
    }

    /** One of the limits; nothing where there is none. */
    public Optional<Long> limit(String field) {
        long value = config.path(field).asLong(-1);
        return value > 0 ? Optional.of(value) : Optional.empty();
    }

    /** How full it is, from 0 to 1, by the limit that is nearest; nothing where there is none of messages or bytes. */
    public Optional<Double> fill() {
        var messages = limit("max_msgs").map(most -> state.messages() / (double) most);
        var bytes = limit("max_bytes").map(most -> state.bytes() / (double) most);
        return messages.isEmpty() ? bytes : messages.map(part -> Math.max(part, bytes.orElse(0.0)));
    }

    public boolean mirrors() {
        return config.path("mirror").isObject();
    }
}
