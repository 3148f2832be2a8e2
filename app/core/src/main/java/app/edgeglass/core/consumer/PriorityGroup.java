package app.edgeglass.core.consumer;

import java.time.Instant;
import java.util.Optional;

/**
 * A group of clients that take messages by priority (from nats-server 2.11 on).
 *
 * @param pinned the client that takes all messages just now, by the name that the server gave it
 * @param since when it was pinned
 */
public record PriorityGroup(String name, Optional<String> pinned, Optional<Instant> since) {}
