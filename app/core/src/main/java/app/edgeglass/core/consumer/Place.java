package app.edgeglass.core.consumer;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a consumer has come.
 *
 * @param consumer its own count of deliveries
 * @param stream the sequence in the stream
 * @param last when that happened last; nothing when it never did
 */
public record Place(long consumer, long stream, Optional<Instant> last) {}
