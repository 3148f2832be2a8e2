package app.edgeglass.core.jetstream;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What JetStream says of the account ({@code $JS.API.INFO}). Limits of -1 are none.
 *
 * @param memory bytes in memory streams
 * @param storage bytes in file streams
 * @param level the API level: 0 up to nats-server 2.10, 1 from 2.11, 2 from 2.12, 4 from 2.14
 * @param domain the JetStream domain, where it has one
 */
public record Account(
        long memory,
        long mostMemory,
        long storage,
        long mostStorage,
        int streams,
        int mostStreams,
        int consumers,
        int mostConsumers,
        int level,
        Optional<String> domain) {

    /** @throws app.edgeglass.core.error.Failure as {@link JetStreamApi} */
    public static Account of(JetStreamApi api) {
        JsonNode said = api.read("INFO", null);
        JsonNode limits = said.path("limits");
        return new Account(
                said.path("memory").asLong(0),
                limits.path("max_memory").asLong(-1),
                said.path("storage").asLong(0),
                limits.path("max_storage").asLong(-1),
                said.path("streams").asInt(0),
                limits.path("max_streams").asInt(-1),
                said.path("consumers").asInt(0),
                limits.path("max_consumers").asInt(-1),
                said.path("api").path("level").asInt(0),
                Optional.of(said.path("domain").asString("")).filter(domain -> !domain.isEmpty()));
    }

    /** Whether this server knows a feature. */
    public boolean has(Feature feature) {
        return level >= feature.level();
    }
}
