package app.edgeglass.core.consumer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads what the server says of a consumer ({@code ConsumerInfo} of nats-server 2.10 to 2.15). */
final class InfoReader {

    private InfoReader() {}

    /**
     * @param info an entry of the list, or the answer to {@code CONSUMER.INFO}
     * @param heard when it came, for a server that does not say when it said it
     */
    static ConsumerRow row(JsonNode info, Instant heard) {
        JsonNode config = info.path("config");
        JsonNode cluster = info.path("cluster");
        long mostAckPending = config.path("max_ack_pending").asLong(0);
        return new ConsumerRow(
                info.path("name").asString(""),
                moment(info.path("ts")).orElse(heard),
                moment(info.path("created")).orElse(Instant.EPOCH),
                !config.path("durable_name").asString("").isEmpty(),
                config.path("ack_policy").asString("none"),
                config.path("deliver_subject").asString(""),
                config.path("deliver_group").asString(""),
                info.path("push_bound").asBoolean(false),
                filters(config),
                info.path("num_pending").asLong(0),
                info.path("num_ack_pending").asLong(0),
                mostAckPending > 0 ? Optional.of(mostAckPending) : Optional.empty(),
                info.path("num_redelivered").asLong(0),
                info.path("num_waiting").asInt(0),
                place(info.path("delivered")),
                place(info.path("ack_floor")),
                paused(info, config),
                config.path("priority_policy").asString("none"),
                groups(info),
                config.path("num_replicas").asInt(0),
                info.has("cluster"),
                Optional.of(cluster.path("leader").asString("")).filter(name -> !name.isEmpty()),
                peers(cluster),
                "");
    }

    /** One that is known by its name only, since the server does not run it. */
    static ConsumerRow offline(String name, String reason, Instant heard) {
        var nowhere = new Place(0, 0, Optional.empty());
        return new ConsumerRow(
                name,
                heard,
                Instant.EPOCH,
                true,
                "explicit",
                "",
                "",
                false,
                List.of(),
                0,
                0,
                Optional.empty(),
                0,
                0,
                nowhere,
                nowhere,
                Optional.empty(),
                "none",
                List.of(),
                0,
                true,
                Optional.empty(),
                List.of(),
                reason);
    }

    /** Which subjects it is for, one way or the other of saying so; none for all. */
    static List<String> filters(JsonNode config) {
        String one = config.path("filter_subject").asString("");
        return one.isEmpty() ? strings(config.path("filter_subjects")) : List.of(one);
    }

    private static List<String> strings(JsonNode array) {
        var all = new ArrayList<String>(array.size());
        array.forEach(one -> all.add(one.asString("")));
        return List.copyOf(all);
    }

    private static Place place(JsonNode said) {
        return new Place(
                said.path("consumer_seq").asLong(0),
                said.path("stream_seq").asLong(0),
                moment(said.path("last_active")));
    }

    private static Optional<Instant> paused(JsonNode info, JsonNode config) {
        return info.path("paused").asBoolean(false) ? moment(config.path("pause_until")) : Optional.empty();
    }

    private static List<PriorityGroup> groups(JsonNode info) {
        return StreamSupport.stream(info.path("priority_groups").spliterator(), false)
                .map(group -> new PriorityGroup(
                        group.path("group").asString(""),
                        Optional.of(group.path("pinned_client_id").asString("")).filter(id -> !id.isEmpty()),
                        moment(group.path("pinned_ts"))))
                .toList();
    }

    private static List<Peer> peers(JsonNode cluster) {
        return StreamSupport.stream(cluster.path("replicas").spliterator(), false)
                .map(peer -> new Peer(
                        peer.path("name").asString(""),
                        peer.path("current").asBoolean(false),
                        peer.path("offline").asBoolean(false),
                        peer.path("lag").asLong(0)))
                .toList();
    }

    /** Go writes the year 1 where there is none. */
    static Optional<Instant> moment(JsonNode said) {
        try {
            return Optional.of(said.asString(""))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse)
                    .filter(at -> at.getEpochSecond() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
