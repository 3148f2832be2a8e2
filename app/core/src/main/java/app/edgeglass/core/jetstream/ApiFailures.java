package app.edgeglass.core.jetstream;

import app.edgeglass.core.error.Failure;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What JetStream refuses with, as sentences. Of what has none of its own the server's words are told, with the number. */
final class ApiFailures {

    /** By the numbers of nats-server's {@code errors.json}. */
    private static final Map<Integer, String> KEYS = Map.ofEntries(
            Map.entry(ApiError.STREAM_NOT_FOUND, "jetstream.no-stream"),
            Map.entry(ApiError.CONSUMER_NOT_FOUND, "jetstream.no-consumer"),
            Map.entry(ApiError.MESSAGE_NOT_FOUND, "jetstream.no-message"),
            Map.entry(10039, "jetstream.not-enabled"), // for this account
            Map.entry(10076, "jetstream.not-enabled"), // at all
            Map.entry(10008, "jetstream.no-leader"), // system temporarily unavailable
            Map.entry(10009, "jetstream.no-leader"), // no leader of the meta group
            Map.entry(10023, "jetstream.full"), // insufficient resources
            Map.entry(10047, "jetstream.full"), // insufficient storage
            Map.entry(10028, "jetstream.full"), // insufficient memory
            Map.entry(10002, "jetstream.account-full"), // resource limits exceeded
            Map.entry(10027, "jetstream.account-full"), // maximum number of streams
            Map.entry(10026, "jetstream.account-full"), // maximum consumers
            Map.entry(
                    10025, "jetstream.unknown-field")); // invalid JSON, which a strict server says of an unknown field

    private ApiFailures() {}

    /** @param error such as {@code {"code":404,"err_code":10059,"description":"stream not found"}} */
    static Failure of(ObjectNode error) {
        var said = new ApiError(
                error.path("code").asInt(0),
                error.path("err_code").asInt(0),
                error.path("description").asString(""));
        String key = KEYS.getOrDefault(said.number(), "jetstream.refused");
        return Failure.because(said, key, said.description(), Integer.toString(said.number()));
    }
}
