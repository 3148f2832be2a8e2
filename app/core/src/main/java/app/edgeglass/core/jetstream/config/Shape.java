package app.edgeglass.core.jetstream.config;

import java.util.List;

/** What a field of a configuration holds, by which a form knows how to ask for it. */
public sealed interface Shape {

    /** True or false; what is absent is false. */
    record Flag() implements Shape {}

    /**
     * A whole number.
     *
     * @param none what stands for no limit: -1 for most of a stream's limits, 0 for most others
     */
    record Count(long none) implements Shape {}

    /** A whole number that always stands, such as how many replicas there are. */
    record Amount(long least, long most) implements Shape {}

    /** A number of bytes; no limit as with {@link Count}. */
    record Bytes(long none) implements Shape {}

    /** Nanoseconds; 0 is none. */
    record Span() implements Shape {}

    /** Nanoseconds, several of them, in their order. */
    record Spans() implements Shape {}

    /** A moment, as RFC 3339 has it. */
    record Moment() implements Shape {}

    /**
     * One of several words.
     *
     * @param words as the server writes them; the first is what is meant when the field is absent
     */
    record Choice(List<String> words) implements Shape {

        public Choice(String... words) {
            this(List.of(words));
        }
    }

    /** A line of text. */
    record Text() implements Shape {}

    /** Several lines of text, such as subjects, in their order. */
    record Texts() implements Shape {}

    /** Names with a text each, such as metadata. */
    record Pairs() implements Shape {}

    /** A part with fields of its own; absent is not the same as empty. */
    record Part(List<ConfigField> fields) implements Shape {}

    /** Several such parts, in their order. */
    record Parts(List<ConfigField> fields) implements Shape {}
}
