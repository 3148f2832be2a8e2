package app.edgeglass.core.design;

import java.util.Optional;

/**
 * Publishes what was delivered too often under another subject. The server only tells of it
 * ({@code $JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES}); the message itself stays in its stream.
 *
 * @param consumer none for every consumer of the stream
 * @param subject with places for {@code stream} and {@code consumer}
 */
public record DeadLetter(String stream, Optional<String> consumer, Template subject) {}
