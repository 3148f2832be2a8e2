package app.edgeglass.core.consumer;

import app.edgeglass.core.jetstream.JetStreamApi;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for the consumers of a stream. All of them are asked for by the list, 256 at a time: a question for each one would
 * cost the server a thousand times as much. Blocks, and fails as {@link JetStreamApi} does.
 */
public final class Consumers {

    private final JetStreamApi api;
    private final Clock clock;

    public Consumers(JetStreamApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    public JetStreamApi api() {
        return api;
    }

    /** All consumers of the stream, also those that nobody answers for. */
    public ConsumerList list(String stream) {
        long begun = System.nanoTime();
        var rows = new ArrayList<ConsumerRow>();
        var seen = new HashSet<String>();
        var missing = new ArrayList<String>();
        int offset = 0;
        int total;
        while (true) {
            ObjectNode page = api.read("CONSUMER.LIST." + stream, question().put("offset", offset));
            total = page.path("total").asInt(0);
            int size = take(page, rows, seen, missing);
            offset += size;
            if (size == 0 || offset >= total) {
                break;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("list of consumers");
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new ConsumerList(rows, total, missing, clock.instant(), took);
    }

    /** @return how far the next page is off; those without an answer count as well */
    private int take(ObjectNode page, List<ConsumerRow> rows, Set<String> seen, List<String> missing) {
        JsonNode entries = page.path("consumers");
        for (JsonNode entry : entries) {
            ConsumerRow row = InfoReader.row(entry, clock.instant());
            // One that is made meanwhile moves the others to the next page.
            if (seen.add(row.name())) {
                rows.add(row);
            }
        }
        // Such as one that uses what a server after a downgrade does not know; from 2.12 on.
        page.path("offline").properties().forEach(one -> {
            if (seen.add(one.getKey())) {
                rows.add(InfoReader.offline(one.getKey(), one.getValue().asString(""), clock.instant()));
            }
        });
        for (JsonNode name : page.path("missing")) {
            if (seen.add(name.asString(""))) {
                missing.add(name.asString(""));
            }
        }
        return entries.size();
    }

    /** What the server says of one consumer, as it says it. */
    public ObjectNode info(String stream, String name) {
        return api.read("CONSUMER.INFO." + stream + "." + name, null);
    }

    /** The same as a row. */
    public ConsumerRow row(ObjectNode info) {
        return InfoReader.row(info, clock.instant());
    }

    /** What the server says of the stream, as it says it. */
    public ObjectNode stream(String stream) {
        return api.read("STREAM.INFO." + stream, null);
    }

    private static ObjectNode question() {
        return JsonMapper.shared().createObjectNode();
    }
}
