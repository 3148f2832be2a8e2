package app.edgeglass.core.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All consumers of a stream at one time.
 *
 * @param total by the server's own count
 * @param missing names of those whose server gave no answer in time, so that nothing is known of them now
 * @param took how long the asking took
 */
public record ConsumerList(List<ConsumerRow> rows, int total, List<String> missing, Instant at, Duration took) {

    public ConsumerList {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }
}
