package app.edgeglass.core.stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be purged. The server takes a sequence or a number to keep, not both.
 *
 * @param subject whose messages; empty for all
 */
public record PurgeScope(String subject, Extent extent) {

    public static final PurgeScope ALL = new PurgeScope("", new Extent.All());

    /** How much of it. */
    public sealed interface Extent {

        /** All of it. */
        record All() implements Extent {}

        /** All but the last so many. */
        record Keep(long messages) implements Extent {}

        /** All up to a sequence, that one included. */
        record UpTo(long sequence) implements Extent {}
    }

    /** @param last the stream’s last sequence: a purge beyond it would make the next message jump there */
    ObjectNode body(long last) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (!subject.isEmpty()) {
            body.put("filter", subject);
        }
        switch (extent) {
            case Extent.All() -> {}
            case Extent.Keep(long messages) -> body.put("keep", messages);
            // The server’s own sequence is the first that stays.
            case Extent.UpTo(long sequence) -> body.put("seq", Math.min(sequence, last) + 1);
        }
        return body;
    }
}
