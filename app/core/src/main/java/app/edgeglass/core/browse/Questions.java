package app.edgeglass.core.browse;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is asked for messages, as JSON. */
final class Questions {

    private Questions() {}

    /** Messages from a sequence on. */
    static String batch(long from, String pattern, int most, long bytes) {
        ObjectNode question = from(from, pattern);
        return question.put("batch", most).put("max_bytes", bytes).toString();
    }

    /** The first message at or behind a sequence. */
    static String next(long from, String pattern) {
        return from(from, pattern).toString();
    }

    private static ObjectNode from(long from, String pattern) {
        return object().put("seq", Math.max(1, from)).put("next_by_subj", pattern);
    }

    /** The last message of a pattern. */
    static String last(String pattern) {
        return object().put("last_by_subj", pattern).toString();
    }

    /** The last message of a subject before a sequence; nats-server has it from 2.11 on. */
    static String before(String subject, long sequence) {
        ObjectNode question = object();
        question.putArray("multi_last").add(subject);
        return question.put("up_to_seq", sequence - 1).toString();
    }

    /** The first message at or behind a time; nats-server has it from 2.11 on. */
    static String since(Instant time) {
        return object().put("start_time", time.toString()).toString();
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
