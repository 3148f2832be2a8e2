package app.edgeglass.core.consumer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.message.HeaderBlock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads messages of a stream by their sequence. Asks the stream's leader ({@code STREAM.MSG.GET}), which every stream allows,
 * also a work queue, and which has every message that a consumer may have delivered; a replica that answers direct
 * questions may not have the last ones yet.
 */
final class StoredMessages {

    private final JetStreamApi api;
    private final String stream;

    StoredMessages(JetStreamApi api, String stream) {
        this.api = api;
        this.stream = stream;
    }

    /** The first message of a subject, or pattern, at or behind a sequence; nothing when there is none. */
    Optional<StoredMessage> next(long sequence, String subject) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("seq", Math.max(1, sequence));
        question.put("next_by_subj", subject.isEmpty() ? ">" : subject);
        try {
            return Optional.of(
                    read(api.read("STREAM.MSG.GET." + stream, question).path("message")));
        } catch (Failure failure) {
            if (ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static StoredMessage read(JsonNode said) {
        return new StoredMessage(
                said.path("seq").asLong(0),
                said.path("subject").asString(""),
                InfoReader.moment(said.path("time")).orElse(Instant.EPOCH),
                HeaderBlock.parse(bytes(said.path("hdrs"))),
                bytes(said.path("data")));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }
}
