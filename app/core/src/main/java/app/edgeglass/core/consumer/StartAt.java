package app.edgeglass.core.consumer;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** With which message a consumer begins. */
public sealed interface StartAt {

    /** With the first that the stream has. */
    record First() implements StartAt {}

    /** With the last that the stream has. */
    record Last() implements StartAt {}

    /** With the last of each subject. */
    record LastOfEach() implements StartAt {}

    /** With what comes from now on. */
    record Next() implements StartAt {}

    /** With this one, or the one behind it. */
    record Sequence(long sequence) implements StartAt {}

    /** With the first that came then or later. */
    record Time(Instant time) implements StartAt {}

    /** The same configuration with this start. */
    default ObjectNode in(ObjectNode config) {
        ObjectNode copy = config.deepCopy();
        copy.remove("opt_start_seq");
        copy.remove("opt_start_time");
        copy.put(
                "deliver_policy",
                switch (this) {
                    case First() -> "all";
                    case Last() -> "last";
                    case LastOfEach() -> "last_per_subject";
                    case Next() -> "new";
                    case Sequence(long sequence) -> {
                        copy.put("opt_start_seq", sequence);
                        yield "by_start_sequence";
                    }
                    case Time(Instant time) -> {
                        copy.put("opt_start_time", time.toString());
                        yield "by_start_time";
                    }
                });
        return copy;
    }
}
