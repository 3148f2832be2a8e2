package app.edgeglass.core.design;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a value for each message. What it remembers, it remembers for each subject by itself. */
public sealed interface Generator {

    /**
     * Drifts: each value is at most a step away from the one before and stays within the bounds.
     *
     * @param spikeChance how often a single value jumps out, 0 to 1; the walk itself goes on where it was
     * @param spike by how much at most
     */
    record Walk(double min, double max, double step, int decimals, double spikeChance, double spike)
            implements Generator {}

    /** Any number between the bounds. */
    record Uniform(double min, double max, int decimals) implements Generator {}

    /** Swings between the bounds in this time, give or take the noise; each subject at a phase of its own. */
    record Wave(double min, double max, Duration period, double noise, int decimals) implements Generator {}

    /**
     * Counts.
     *
     * @param pad to how many digits it is filled with zeros; with 0 it is a number, else a text
     * @param shared whether all subjects of the template count together
     */
    record Counter(long start, long step, int pad, boolean shared) implements Generator {}

    /** The time of the message. */
    record Time(TimeFormat format) implements Generator {}

    enum TimeFormat {
        /** UTC in milliseconds: {@code 2026-11-22T08:15:30.250Z}. */
        ISO,
        EPOCH_S,
        EPOCH_MS,
        EPOCH_NS
    }

    /** A random UUID (version 4). */
    record Uuid() implements Generator {}

    /**
     * One of several, by weight.
     *
     * @param stay how likely the last one is kept, 0 to 1
     */
    record Choice(List<Option> options, double stay) implements Generator {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record Option(JsonTemplate value, double weight) {}

    /** True with this probability. */
    record Chance(double probability) implements Generator {}

    /** What stands under a name: a variable of the subject, or a value of the message. */
    record Reference(String name) implements Generator {}

    /** Another value for each value of a name. */
    record Lookup(String name, Map<String, JsonTemplate> table, Optional<JsonTemplate> otherwise) implements Generator {
        public Lookup {
            table = Map.copyOf(table);
        }
    }

    /** The product of numbers under these names. */
    record Product(List<String> names, int decimals) implements Generator {
        public Product {
            names = List.copyOf(names);
        }
    }

    /** In a reply: a field of the request's JSON object; null when it has none. */
    record RequestField(String field) implements Generator {}
}
