package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a stream answers to a message ({@code PubAck}): where it is stored, or why it is not. */
public final class PubAck {

    private static final int SHOWN = 200;

    /** By the numbers of nats-server's {@code errors.json}. */
    private static final Map<Integer, String> KEYS = Map.ofEntries(
            Map.entry(10071, "publish.wrong-sequence"),
            Map.entry(10070, "publish.wrong-id"),
            Map.entry(10060, "publish.wrong-stream"),
            Map.entry(10165, "publish.ttl-refused"),
            Map.entry(10166, "publish.ttl-disabled"),
            Map.entry(10054, "publish.stream-message-size"),
            Map.entry(10077, "publish.stream-full"),
            Map.entry(10109, "publish.stream-sealed"),
            Map.entry(10023, "jetstream.full"),
            Map.entry(10047, "jetstream.full"),
            Map.entry(10002, "jetstream.account-full"));

    private PubAck() {}

    /** @throws Failure when the stream refused it, or who answered is no stream */
    public static Stored read(Draft draft, Reply reply) {
        ObjectNode said = json(draft, reply);
        if (said.get("error") instanceof ObjectNode error) {
            throw refusal(draft, error);
        }
        JsonNode stream = said.path("stream");
        if (!stream.isString() || !said.path("seq").isNumber()) {
            throw Failure.of("publish.no-ack", draft.subject());
        }
        return new Stored(
                reply.at(),
                stream.asString(),
                said.path("seq").asLong(),
                said.path("duplicate").asBoolean(false),
                said.path("domain").asString(""),
                draft.payload().length,
                reply.latency());
    }

    private static ObjectNode json(Draft draft, Reply reply) {
        try {
            if (JsonMapper.shared().readTree(reply.payload()) instanceof ObjectNode json) {
                return json;
            }
        } catch (JacksonException e) {
            throw Failure.because(e, "publish.no-ack", draft.subject());
        }
        throw Failure.of("publish.no-ack", draft.subject());
    }

    private static Failure refusal(Draft draft, ObjectNode error) {
        int number = error.path("err_code").asInt(0);
        String words = SafeText.show(error.path("description").asString(""), SHOWN);
        StreamHeaders asked = StreamHeaders.of(draft.headers());
        String key = KEYS.getOrDefault(number, "publish.stream-refused");
        return switch (key) {
            case "publish.wrong-sequence" ->
                asked.lastSubjectSequence().isEmpty()
                        ? Failure.of(key, asked.lastSequence(), found(words))
                        : Failure.of(
                                "publish.wrong-subject-sequence",
                                draft.subject(),
                                asked.lastSubjectSequence(),
                                found(words));
            case "publish.wrong-id" -> Failure.of(key, asked.lastMessageId(), found(words));
            case "publish.wrong-stream" -> Failure.of(key, asked.stream(), draft.subject());
            case "jetstream.full", "jetstream.account-full" -> Failure.of(key, words, Integer.toString(number));
            default -> Failure.of(key, draft.subject(), words, Integer.toString(number));
        };
    }

    /** What is there instead, which stands behind the colon, as in {@code wrong last sequence: 7}. */
    private static String found(String words) {
        int colon = words.lastIndexOf(": ");
        return colon < 0 ? "?" : words.substring(colon + 2);
    }
}
