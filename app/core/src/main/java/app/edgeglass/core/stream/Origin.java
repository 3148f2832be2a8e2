package app.edgeglass.core.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A stream that another one takes its messages from.
 *
 * @param mirror whether it is mirrored; else it is one of several sources
 * @param lag how many messages are still to come
 * @param seen how long ago it was heard of; nothing for never
 * @param error why nothing comes, in the server's words
 */
public record Origin(String name, boolean mirror, long lag, Optional<Duration> seen, Optional<String> error) {

    static List<Origin> of(JsonNode info) {
        var origins = new ArrayList<Origin>();
        if (info.path("mirror").isObject()) {
            origins.add(one(info.path("mirror"), true));
        }
        info.path("sources").forEach(source -> origins.add(one(source, false)));
        return origins;
    }

    private static Origin one(JsonNode said, boolean mirror) {
        long active = said.path("active").asLong(-1);
        return new Origin(
                said.path("name").asString(""),
                mirror,
                said.path("lag").asLong(0),
                active < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(active)),
                Optional.of(said.path("error").path("description").asString("")).filter(text -> !text.isEmpty()));
    }
}
