package app.edgeglass.core.design.simulation;

import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes what a world created, and nothing else: only what carries its mark. */
final class AssetRemoval {

    private final String design;
    private final JetStreamManagement management;
    private final ServerCalls calls;

    AssetRemoval(String design, Connection connection) throws IOException {
        this.design = design;
        this.management = connection.jetStreamManagement(Assets.PATIENT);
        this.calls = new ServerCalls(design);
    }

    /** @throws Failure {@code design.not-removed} when some are left; the others are gone then */
    Removal remove(List<Asset> assets) {
        var removed = new ArrayList<Asset>();
        var kept = new ArrayList<Asset>();
        var failed = new ArrayList<String>();
        // Consumers first: with their stream gone they could not be looked at any more.
        var ordered = new ArrayList<>(assets);
        ordered.sort(Comparator.comparing(asset -> asset.kind() != Asset.Kind.CONSUMER));
        for (Asset asset : ordered) {
            try {
                Optional<Map<String, String>> marks = metadata(asset);
                if (marks.isEmpty()) {
                    continue;
                }
                if (design.equals(marks.get().get(Configurations.MARK))) {
                    calls.create(asset.name(), () -> delete(asset));
                    removed.add(asset);
                } else {
                    kept.add(asset);
                }
            } catch (Failure e) {
                failed.add(asset.name());
            }
        }
        if (!failed.isEmpty()) {
            throw Failure.of("design.not-removed", String.join(", ", failed));
        }
        return new Removal(removed, kept);
    }

    private Optional<Map<String, String>> metadata(Asset asset) {
        if (asset.kind() == Asset.Kind.CONSUMER) {
            String[] name = asset.name().split("/", 2);
            return calls.find(asset.name(), () -> management.getConsumerInfo(name[0], name[1]))
                    .map(info -> orEmpty(info.getConsumerConfiguration().getMetadata()));
        }
        return calls.find(asset.name(), () -> management.getStreamInfo(stream(asset)))
                .map(info -> orEmpty(info.getConfiguration().getMetadata()));
    }

    private void delete(Asset asset) throws IOException, JetStreamApiException {
        if (asset.kind() == Asset.Kind.CONSUMER) {
            String[] name = asset.name().split("/", 2);
            management.deleteConsumer(name[0], name[1]);
        } else {
            management.deleteStream(stream(asset));
        }
    }

    private static String stream(Asset asset) {
        return switch (asset.kind()) {
            case BUCKET -> "KV_" + asset.name();
            case OBJECT_BUCKET -> "OBJ_" + asset.name();
            case STREAM, CONSUMER -> asset.name();
        };
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> metadata) {
        return metadata == null ? Map.of() : metadata;
    }
}
