package app.edgeglass.core.publish;

import java.time.Duration;
import java.time.Instant;

/**
 * A message that the server has taken. Whether anybody subscribes to it the protocol does not tell.
 *
 * @param at when it was handed to the connection
 * @param subject where it went
 * @param payloadBytes the size of its payload
 * @param headerBytes what its headers took
 * @param confirmedAfter how long it took until the server had answered a ping sent after it
 */
public record Sent(Instant at, String subject, int payloadBytes, int headerBytes, Duration confirmedAfter) {}
