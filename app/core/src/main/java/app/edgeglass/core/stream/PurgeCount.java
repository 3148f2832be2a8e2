package app.edgeglass.core.stream;

import app.edgeglass.core.connection.change.Loss;

/**
 * What a purge would take away.
 *
 * @param exact whether it is that many; else it is no more
 * @param bytes by the average
 * @param last the last sequence of the stream when it was counted
 */
public record PurgeCount(long messages, long bytes, boolean exact, long last) {

    Loss loss() {
        return new Loss(messages, bytes, 0);
    }
}
