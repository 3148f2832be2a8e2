package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.BucketDesign;
import app.edgeglass.core.design.ConsumerDesign;
import app.edgeglass.core.design.ObjectBucketDesign;
import app.edgeglass.core.design.StreamDesign;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.KeyValueOptions;
import io.nats.client.ObjectStoreOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.ObjectStoreConfiguration;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a design wants the server to keep. First everything is looked at: what is there as the design asks for it is used,
 * what is there otherwise is a failure before anything is created.
 */
final class Assets {

    static final JetStreamOptions PATIENT =
            JetStreamOptions.builder().requestTimeout(Duration.ofSeconds(5)).build();

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final SubjectDesign design;
    private final Connection connection;
    private final JetStreamManagement management;
    private final ServerCalls calls;
    private final Configurations configurations;
    private final Differences differences = new Differences();
    private final List<Runnable> creations = new ArrayList<>();
    private final List<Asset> assets = new ArrayList<>();

    Assets(SubjectDesign design, Connection connection) throws IOException {
        this.design = design;
        this.connection = connection;
        this.management = connection.jetStreamManagement(PATIENT);
        this.calls = new ServerCalls(design.title());
        this.configurations = new Configurations(design.name());
    }

    /**
     * Creates what is missing. Blocks.
     *
     * @return all that the design keeps on the server
     * @throws Failure {@code design.different} before anything is changed, {@code design.no-jetstream},
     *     {@code design.refused}, {@code design.no-answer}, {@code design.broken-off}
     */
    List<Asset> prepare() {
        calls.create(design.title(), management::getAccountStatistics);
        design.streams().forEach(this::plan);
        design.consumers().forEach(this::plan);
        design.buckets().forEach(this::plan);
        design.objectBuckets().forEach(this::plan);
        if (!differences.sentences().isEmpty()) {
            throw Failure.of("design.different", design.title(), String.join("; ", differences.sentences()));
        }
        creations.forEach(Runnable::run);
        return List.copyOf(assets);
    }

    private void plan(StreamDesign stream) {
        StreamConfiguration wanted = configurations.stream(stream);
        String what = WORDS.say("simulation.kind.stream", stream.name());
        var there = findStream(stream.name(), what);
        there.ifPresent(info -> differences.stream(what, info.getConfiguration(), wanted, false));
        note(Asset.Kind.STREAM, stream.name(), there.isPresent());
        if (there.isEmpty()) {
            creations.add(() -> calls.create(what, () -> management.addStream(wanted)));
        }
    }

    private void plan(ConsumerDesign consumer) {
        var wanted = configurations.consumer(consumer);
        String name = consumer.stream() + "/" + consumer.name();
        String what = WORDS.say("simulation.kind.consumer", name);
        var there = calls.find(what, () -> management.getConsumerInfo(consumer.stream(), consumer.name()));
        there.ifPresent(info -> differences.consumer(what, info.getConsumerConfiguration(), wanted));
        note(Asset.Kind.CONSUMER, name, there.isPresent());
        if (there.isEmpty()) {
            creations.add(() -> calls.create(what, () -> management.createConsumer(consumer.stream(), wanted)));
        }
    }

    private void plan(BucketDesign bucket) {
        KeyValueConfiguration wanted = configurations.bucket(bucket);
        String what = WORDS.say("simulation.kind.bucket", bucket.name());
        var there = findStream("KV_" + bucket.name(), what);
        there.ifPresent(info -> differences.stream(what, info.getConfiguration(), wanted.getBackingConfig(), true));
        note(Asset.Kind.BUCKET, bucket.name(), there.isPresent());
        if (there.isEmpty()) {
            creations.add(() -> calls.create(
                    what, () -> connection.keyValueManagement(kvOptions()).create(wanted)));
        }
    }

    private void plan(ObjectBucketDesign bucket) {
        ObjectStoreConfiguration wanted = configurations.objectBucket(bucket);
        String what = WORDS.say("simulation.kind.object-bucket", bucket.name());
        var there = findStream("OBJ_" + bucket.name(), what);
        there.ifPresent(info -> differences.stream(what, info.getConfiguration(), wanted.getBackingConfig(), true));
        note(Asset.Kind.OBJECT_BUCKET, bucket.name(), there.isPresent());
        if (there.isEmpty()) {
            creations.add(() -> calls.create(
                    what,
                    () -> connection.objectStoreManagement(objectOptions()).create(wanted)));
        }
        for (ObjectBucketDesign.Item item : bucket.objects()) {
            plan(bucket, item, there.isPresent());
        }
    }

    private void plan(ObjectBucketDesign bucket, ObjectBucketDesign.Item item, boolean bucketThere) {
        String what = WORDS.say("simulation.kind.object", bucket.name() + "/" + item.name());
        if (bucketThere) {
            var there = calls.find(
                    what,
                    () -> connection.objectStore(bucket.name(), objectOptions()).getInfo(item.name()));
            if (there.isPresent()) {
                differences.differ(what, "size", there.get().getSize(), item.size());
                differences.differ(what, "digest", String.valueOf(there.get().getDigest()), ObjectContent.digest(item));
                return;
            }
        }
        creations.add(() -> calls.create(what, () -> Uploads.put(connection, bucket.name(), item)));
    }

    private Optional<StreamInfo> findStream(String name, String what) {
        return calls.find(what, () -> management.getStreamInfo(name));
    }

    private void note(Asset.Kind kind, String name, boolean there) {
        assets.add(new Asset(kind, name, !there));
    }

    static KeyValueOptions kvOptions() {
        return KeyValueOptions.builder().jetStreamOptions(PATIENT).build();
    }

    static ObjectStoreOptions objectOptions() {
        return ObjectStoreOptions.builder().jetStreamOptions(PATIENT).build();
    }
}
