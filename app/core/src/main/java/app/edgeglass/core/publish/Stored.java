package app.edgeglass.core.publish;

import java.time.Duration;
import java.time.Instant;

/**
 * A message that a stream has stored, or had stored before.
 *
 * @param at when the stream's answer arrived here
 * @param stream which one took it
 * @param sequence the message's sequence in it
 * @param duplicate whether a message with the same id was there already, whose sequence it is; nothing was stored then
 * @param domain of the JetStream that has the stream; empty where it has none
 * @param payloadBytes the size of its payload
 * @param after how long it took until the answer was here
 */
public record Stored(
        Instant at, String stream, long sequence, boolean duplicate, String domain, int payloadBytes, Duration after) {}
