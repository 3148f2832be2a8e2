package app.edgeglass.core.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which messages may have passed the session by: it had no connection, or did not read it, so that the server
 * gave it up. What was published meanwhile never arrived, and nothing counts it.
 *
 * @param number counts a session's gaps from 1
 * @param from when the connection was lost; earlier when it is not sure that everything had arrived by then
 * @param until when the connection was back; none while it is away
 */
public record Gap(long number, Instant from, @Nullable Instant until) {}
