package app.edgeglass.core.design;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A key-value bucket.
 *
 * @param history how many revisions of a key are kept, 1 to 64
 * @param ttl none for keys that do not age
 * @param maxBytes -1 for no bound
 */
public record BucketDesign(
        String name,
        String description,
        int history,
        Optional<Duration> ttl,
        Storage storage,
        long maxBytes,
        int replicas,
        List<Key> keys) {

    public BucketDesign {
        keys = List.copyOf(keys);
    }

    /**
     * Keys of a template.
     *
     * @param revisions how many are written to a key that the bucket does not have yet
     * @param pace how often they are written afterwards; none for never
     */
    public record Key(Template key, MessageTemplate value, int revisions, Optional<Pace> pace) {}
}
