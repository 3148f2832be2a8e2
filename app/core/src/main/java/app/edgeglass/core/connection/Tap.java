package app.edgeglass.core.connection;

import java.util.Optional;

/**
 * A subscription whose messages do not go through the client library, see {@link TapDataPort}.
 *
 * @param name what the library is to take for the subscription's queue group
 * @param queue the queue group that it really joins
 * @param sink takes its messages
 */
public record Tap(String name, Optional<String> queue, FrameSink sink) {}
