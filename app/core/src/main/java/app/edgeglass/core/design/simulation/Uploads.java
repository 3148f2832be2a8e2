package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.ObjectBucketDesign.Item;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ObjectMeta;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Puts generated objects into a bucket. */
final class Uploads {

    private Uploads() {}

    /**
     * Blocks. When it is interrupted, the pieces that were sent are removed before it ends.
     *
     * @throws InterruptedIOException when interrupted; the thread is marked so again
     */
    static void put(Connection connection, String bucket, Item item) throws IOException, JetStreamApiException {
        var meta = ObjectMeta.builder(item.name())
                .description(item.description())
                .chunkSize(item.chunk())
                .build();
        var content = new ObjectContent(item);
        var upload = new FutureTask<Void>(() -> {
            connection.objectStore(bucket, Assets.objectOptions()).put(meta, content);
            return null;
        });
        // A thread that is interrupted inside the client leaves what it has sent; so the client is never interrupted,
        // but
        // its source ends with the one kind of exception after which it cleans up (jnats 2.26.2).
        Thread.ofVirtual().name("edgeglass-upload").start(upload);
        try {
            await(upload);
        } catch (InterruptedException e) {
            content.breakOff();
            awaitCleanUp(upload);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(item.name());
        }
    }

    private static void await(FutureTask<Void> upload) throws IOException, JetStreamApiException, InterruptedException {
        try {
            upload.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case JetStreamApiException refused -> throw refused;
                case NoSuchAlgorithmException impossible -> throw new IllegalStateException(impossible);
                case null, default -> throw new CompletionException(e.getCause());
            }
        }
    }

    private static void awaitCleanUp(FutureTask<Void> upload) {
        boolean ended = false;
        while (!ended) {
            try {
                await(upload);
                ended = true;
            } catch (IOException | JetStreamApiException e) {
                ended = true;
            } catch (InterruptedException e) {
                // It was told already, and ends within the client's own timeouts.
            }
        }
    }
}
