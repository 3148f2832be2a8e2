package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.ObjectBucketDesign.Item;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ObjectMeta;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;

/** Puts generated objects into a bucket. */
final class Uploads {

    private Uploads() {}

    static void put(Connection connection, String bucket, Item item) throws IOException, JetStreamApiException {
        var meta = ObjectMeta.builder(item.name())
                .description(item.description())
                .chunkSize(item.chunk())
                .build();
        try (var content = new ObjectContent(item)) {
            connection.objectStore(bucket, Assets.objectOptions()).put(meta, content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
