package app.edgeglass.core.deadletter;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads single messages of a stream by their sequence, as it goes with streams of every kind, and without a consumer. */
final class StuckMessages {

    private final JetStreamApi api;

    StuckMessages(JetStreamApi api) {
        this.api = api;
    }

    /** A message with its place. */
    record At(long sequence, Content.Present content) {}

    Content read(String stream, long sequence) {
        try {
            ObjectNode question = JsonMapper.shared().createObjectNode();
            question.put("seq", sequence);
            return get(stream, question).content();
        } catch (Failure failure) {
            return ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND) || ApiError.is(failure, ApiError.STREAM_NOT_FOUND)
                    ? new Content.Gone()
                    : new Content.Unread(failure);
        }
    }

    /** The first message of a subject from a sequence on. */
    At next(String stream, long sequence, String subject) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("seq", sequence);
        question.put("next_by_subj", subject);
        return get(stream, question);
    }

    private At get(String stream, ObjectNode question) {
        JsonNode message = api.read("STREAM.MSG.GET." + stream, question).path("message");
        var decoder = Base64.getDecoder();
        Instant at;
        try {
            at = Instant.parse(message.path("time").asString(""));
        } catch (DateTimeParseException e) {
            at = Instant.EPOCH;
        }
        return new At(
                message.path("seq").asLong(0),
                new Content.Present(
                        message.path("subject").asString(""),
                        at,
                        decoder.decode(message.path("hdrs").asString("")),
                        decoder.decode(message.path("data").asString(""))));
    }
}
