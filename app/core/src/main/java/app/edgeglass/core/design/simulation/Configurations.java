package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.BucketDesign;
import app.edgeglass.core.design.ConsumerDesign;
import app.edgeglass.core.design.ObjectBucketDesign;
import app.edgeglass.core.design.Storage;
import app.edgeglass.core.design.StreamDesign;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.ObjectStoreConfiguration;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.Map;

/** A design's assets as the server is asked for them. */
final class Configurations {

    /** The metadata that says which world created an asset; only what carries it is ever removed. */
    static final String MARK = "edgeglass.design";

    private final Map<String, String> mark;

    Configurations(String design) {
        this.mark = Map.of(MARK, design);
    }

    StreamConfiguration stream(StreamDesign design) {
        var builder = StreamConfiguration.builder()
                .name(design.name())
                .description(design.description())
                .subjects(design.subjects().stream().map(SubjectPattern::text).toList())
                .retentionPolicy(
                        switch (design.retention()) {
                            case LIMITS -> RetentionPolicy.Limits;
                            case INTEREST -> RetentionPolicy.Interest;
                            case WORKQUEUE -> RetentionPolicy.WorkQueue;
                        })
                .storageType(storage(design.storage()))
                .maxAge(design.maxAge().orElse(Duration.ZERO))
                .maxMessages(design.maxMessages())
                .maxBytes(design.maxBytes())
                .maxMessagesPerSubject(design.maxMessagesPerSubject())
                .maximumMessageSize(design.maxMessageBytes())
                .discardPolicy(design.discard() == StreamDesign.Discard.NEW ? DiscardPolicy.New : DiscardPolicy.Old)
                .allowDirect(design.allowDirect())
                .replicas(design.replicas())
                .metadata(mark);
        design.duplicateWindow().ifPresent(builder::duplicateWindow);
        return builder.build();
    }

    ConsumerConfiguration consumer(ConsumerDesign design) {
        return ConsumerConfiguration.builder()
                .durable(design.name())
                .name(design.name())
                .description(design.description())
                .filterSubjects(
                        design.filters().stream().map(SubjectPattern::text).toList())
                .deliverPolicy(
                        switch (design.deliver()) {
                            case ALL -> DeliverPolicy.All;
                            case NEW -> DeliverPolicy.New;
                            case LAST -> DeliverPolicy.Last;
                            case LAST_PER_SUBJECT -> DeliverPolicy.LastPerSubject;
                        })
                .ackPolicy(
                        switch (design.ack()) {
                            case EXPLICIT -> AckPolicy.Explicit;
                            case ALL -> AckPolicy.All;
                            case NONE -> AckPolicy.None;
                        })
                .ackWait(design.ackWait())
                .maxDeliver(design.maxDeliver())
                .maxAckPending(design.maxAckPending())
                .metadata(mark)
                .build();
    }

    KeyValueConfiguration bucket(BucketDesign design) {
        return KeyValueConfiguration.builder()
                .name(design.name())
                .description(design.description())
                .maxHistoryPerKey(design.history())
                .ttl(design.ttl().orElse(Duration.ZERO))
                .storageType(storage(design.storage()))
                .maxBucketSize(design.maxBytes())
                .replicas(design.replicas())
                .metadata(mark)
                .build();
    }

    ObjectStoreConfiguration objectBucket(ObjectBucketDesign design) {
        var builder = ObjectStoreConfiguration.builder(design.name())
                .description(design.description())
                .storageType(storage(design.storage()))
                .maxBucketSize(design.maxBytes())
                .replicas(design.replicas())
                .metadata(mark);
        design.ttl().ifPresent(builder::ttl);
        return builder.build();
    }

    private static StorageType storage(Storage storage) {
        return storage == Storage.MEMORY ? StorageType.Memory : StorageType.File;
    }
}
