package app.edgeglass.core.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the session had no connection. What was published meanwhile never arrived, and nothing counts it.
 *
 * @param number counts a session's gaps from 1
 * @param until when the connection was back; none while it is away
 */
public record Gap(long number, Instant from, @Nullable Instant until) {}
