package app.edgeglass.core.stream;

import app.edgeglass.core.jetstream.Account;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads streams, and changes nothing. Each call blocks; safe for use by several threads. */
public final class Streams {

    private final JetStreamApi api;
    private volatile @Nullable Integer level;

    public Streams(JetStreamApi api) {
        this.api = api;
    }

    /** What the server is able to; asked once. */
    public int level() {
        Integer known = level;
        if (known == null) {
            known = Account.of(api).level();
            level = known;
        }
        return known;
    }

    /**
     * All streams, by their names. A page is 256 of them, so that a thousand take four questions.
     *
     * @throws app.edgeglass.core.error.Failure as {@link JetStreamApi}
     */
    public StreamListing all() {
        var streams = new ArrayList<StreamInfo>();
        var unsupported = new LinkedHashMap<String, String>();
        var silent = new LinkedHashSet<String>();
        ObjectNode question = JsonMapper.shared().createObjectNode();
        for (int offset = 0; ; ) {
            question.put("offset", offset);
            ObjectNode page = api.read("STREAM.LIST", question);
            JsonNode entries = page.path("streams");
            entries.forEach(one -> streams.add(StreamInfo.of(one)));
            page.path("offline")
                    .properties()
                    .forEach(one -> unsupported.put(one.getKey(), one.getValue().asString("")));
            page.path("missing").forEach(one -> silent.add(one.asString("")));
            offset += Math.max(entries.size(), page.path("limit").asInt(entries.size()));
            if (entries.isEmpty() || offset >= page.path("total").asInt(0)) {
                break;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("STREAM.LIST");
            }
        }
        streams.sort(Comparator.comparing(StreamInfo::name));
        streams.forEach(one -> silent.remove(one.name()));
        silent.removeAll(unsupported.keySet());
        return new StreamListing(
                List.copyOf(streams), Map.copyOf(unsupported), List.copyOf(silent), level(), System.nanoTime());
    }

    /** One of them, as it is now. */
    public StreamInfo info(String name) {
        return StreamInfo.of(api.read("STREAM.INFO." + name, null));
    }
}
