package app.edgeglass.core.design.format;

import app.edgeglass.core.design.BucketDesign;
import app.edgeglass.core.design.MessageTemplate;
import app.edgeglass.core.design.ObjectBucketDesign;
import app.edgeglass.core.design.ObjectBucketDesign.Content;
import app.edgeglass.core.design.ObjectBucketDesign.Item;
import app.edgeglass.core.design.Storage;
import app.edgeglass.core.design.Template;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code buckets} (key-value) and {@code object_buckets}. */
final class BucketsReader {

    private static final int MOST_HISTORY = 64;
    private static final long MOST_OBJECT = 64L << 20;
    private static final long MOST_OBJECTS_TOGETHER = 256L << 20;
    private static final int LEAST_CHUNK = 1 << 10;
    private static final int MOST_CHUNK = 1 << 20;
    private static final int USUAL_CHUNK = 128 << 10;
    private static final int MOST_NAME = 256;
    /** As the key-value store restricts them: see ADR-8 of the NATS architecture. */
    private static final Pattern KEY = Pattern.compile("[-/_=A-Za-z0-9]+(\\.[-/_=A-Za-z0-9]+)*");

    private final Namespace namespace;
    private final Names keyBuckets = new Names();
    private final Names objectBuckets = new Names();
    private long objectBytes;

    BucketsReader(Namespace namespace) {
        this.namespace = namespace;
    }

    List<BucketDesign> buckets(Fields document) {
        return document.list("buckets", spot -> spot.fields().map(this::bucket));
    }

    private BucketDesign bucket(Fields fields) {
        var keys = new Names();
        var bucket = new BucketDesign(
                fields.required("name", spot -> claimed(spot, keyBuckets), ""),
                fields.optional("description", Scalars::text, ""),
                fields.optional("history", Scalars.small(1, MOST_HISTORY), 1),
                fields.optional("ttl", Scalars::duration),
                fields.optional("storage", Scalars.oneOf(Storage.class), Storage.FILE),
                fields.optional("max_bytes", Scalars::size, -1L),
                fields.optional("num_replicas", StreamsReader.REPLICAS, 1),
                fields.list("keys", spot -> spot.fields().map(key -> key(key, keys))));
        fields.end();
        return bucket;
    }

    private BucketDesign.Key key(Fields fields, Names keys) {
        Template key = fields.required("key", spot -> keyTemplate(spot, keys), Template.literal("_"));
        MessageTemplate value = new MessageReader(new Scope(key.names(), false)).read(fields);
        int revisions = fields.optional("revisions", Scalars.small(0, MOST_HISTORY), 1);
        var pace = PaceReader.read(fields);
        fields.end();
        return new BucketDesign.Key(key, value, revisions, pace);
    }

    private Optional<Template> keyTemplate(Spot spot, Names keys) {
        return namespace.expanding(spot).filter(template -> {
            keys.claim(spot, template.text());
            boolean right = KEY.matcher(namespace.example(template)).matches();
            if (!right) {
                spot.wrong("key", namespace.example(template));
            }
            return right;
        });
    }

    List<ObjectBucketDesign> objectBuckets(Fields document) {
        return document.list("object_buckets", spot -> spot.fields().map(this::objectBucket));
    }

    private ObjectBucketDesign objectBucket(Fields fields) {
        var names = new Names();
        var bucket = new ObjectBucketDesign(
                fields.required("name", spot -> claimed(spot, objectBuckets), ""),
                fields.optional("description", Scalars::text, ""),
                fields.optional("ttl", Scalars::duration),
                fields.optional("storage", Scalars.oneOf(Storage.class), Storage.FILE),
                fields.optional("max_bytes", Scalars::size, -1L),
                fields.optional("num_replicas", StreamsReader.REPLICAS, 1),
                fields.list("objects", spot -> spot.fields().map(object -> item(object, names))));
        fields.end();
        return bucket;
    }

    private Item item(Fields fields, Names names) {
        var item = new Item(
                fields.required("name", spot -> objectName(spot, names), ""),
                fields.optional("description", Scalars::text, ""),
                fields.required("size", this::objectSize, 1L),
                Math.toIntExact(fields.optional("chunk_size", BucketsReader::chunk, (long) USUAL_CHUNK)),
                fields.optional("content", Scalars.oneOf(Content.class), Content.RANDOM));
        fields.end();
        return item;
    }

    private static Optional<String> claimed(Spot spot, Names taken) {
        Optional<String> name = Scalars.name(spot);
        name.ifPresent(read -> taken.claim(spot, read));
        return name;
    }

    private static Optional<String> objectName(Spot spot, Names taken) {
        return Scalars.line(spot).filter(name -> {
            taken.claim(spot, name);
            boolean right = name.length() <= MOST_NAME && name.chars().noneMatch(Character::isISOControl);
            if (!right) {
                spot.wrong("object-name");
            }
            return right;
        });
    }

    private Optional<Long> objectSize(Spot spot) {
        return Scalars.size(MOST_OBJECT).read(spot).filter(size -> {
            objectBytes += size;
            if (objectBytes > MOST_OBJECTS_TOGETHER) {
                spot.wrong("objects-together", Long.toString(MOST_OBJECTS_TOGETHER));
                objectBytes = 0;
                return false;
            }
            return true;
        });
    }

    private static Optional<Long> chunk(Spot spot) {
        return Scalars.size(MOST_CHUNK).read(spot).filter(size -> {
            if (size < LEAST_CHUNK) {
                spot.wrong("chunk-least", LEAST_CHUNK);
            }
            return size >= LEAST_CHUNK;
        });
    }
}
