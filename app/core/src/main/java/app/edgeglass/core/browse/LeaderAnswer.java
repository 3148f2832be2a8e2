package app.edgeglass.core.browse;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what {@code STREAM.MSG.GET} answers: the stored message in JSON, its bytes in base 64. */
final class LeaderAnswer {

    private LeaderAnswer() {}

    /** @param keep how much of the payload to keep */
    static StoredMessage message(ObjectNode answer, int keep) {
        JsonNode message = answer.path("message");
        byte[] payload = bytes(message, "data");
        return new StoredMessage(
                message.path("seq").asLong(0),
                Instant.parse(message.path("time").asString("1970-01-01T00:00:00Z")),
                message.path("subject").asString(""),
                bytes(message, "hdrs"),
                payload.length > keep ? Arrays.copyOf(payload, keep) : payload,
                payload.length);
    }

    private static byte[] bytes(JsonNode message, String field) {
        return Base64.getDecoder().decode(message.path(field).asString(""));
    }
}
