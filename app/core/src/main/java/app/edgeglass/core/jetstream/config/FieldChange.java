package app.edgeglass.core.jetstream.config;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that differs between two configurations.
 *
 * @param path names of the fields on the way, with points between, such as {@code placement.cluster}
 * @param before nothing where it was absent
 * @param after nothing where it is taken away
 */
public record FieldChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
