package app.edgeglass.core.stream;

import app.edgeglass.core.connection.change.Loss;

/**
 * What a purge would take away.
 *
 * @param exact whether it is that many; else it is no more
 * @param bytes by the average
 */
public record PurgeCount(long messages, long bytes, boolean exact) {

    Loss loss() {
        return new Loss(messages, bytes, 0);
    }
}
