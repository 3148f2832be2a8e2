package app.edgeglass.core.design;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A bucket of the object store.
 *
 * @param ttl none for objects that do not age
 * @param maxBytes -1 for no bound
 */
public record ObjectBucketDesign(
        String name,
        String description,
        Optional<Duration> ttl,
        Storage storage,
        long maxBytes,
        int replicas,
        List<Item> objects) {

    public ObjectBucketDesign {
        objects = List.copyOf(objects);
    }

    /**
     * An object. Its content follows from its name, so that it is the same at every start.
     *
     * @param size in bytes
     * @param chunk the size of the pieces in which it is kept, in bytes
     */
    public record Item(String name, String description, long size, int chunk, Content content) {}

    public enum Content {
        /** Bytes without order, as in an image of a firmware. */
        RANDOM,
        /** Lines of a log. */
        TEXT
    }
}
