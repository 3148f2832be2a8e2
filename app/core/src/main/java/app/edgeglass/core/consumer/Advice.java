package app.edgeglass.core.consumer;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What those who run NATS in production recommend against, as far as one configuration shows it. */
public enum Advice {
    /** Pull scales out, and takes only what it can work off. */
    PULL_RATHER_THAN_PUSH("deliver_subject", true),
    /** What fails is gone. */
    NOTHING_IS_ACKNOWLEDGED("ack_policy", false),
    /** One acknowledgement speaks for the messages of others. */
    ACK_ALL_WITH_ONE_CLIENT_ONLY("ack_policy", false),
    /** A message that nobody can work off comes back for ever. */
    NO_END_OF_DELIVERIES("max_deliver", true),
    /** What was delivered in vain so often stays in the stream, and nobody sees it. */
    WATCH_DEAD_LETTERS("max_deliver", false),
    /** The server refuses more waits than deliveries. */
    BACKOFF_BEYOND_DELIVERIES("backoff", true),
    /** The waits take the place of the ack wait. */
    BACKOFF_OVERRIDES_ACK_WAIT("ack_wait", false),
    /** Work that takes longer is done twice. */
    SHORT_ACK_WAIT("ack_wait", true),
    /** So few keep clients from working side by side. */
    FEW_ACK_PENDING("max_ack_pending", false),
    /** So many cost the server memory, and a client that hangs holds them all. */
    MANY_ACK_PENDING("max_ack_pending", true),
    /** It is gone when nobody has used it for a while. */
    FORGOTTEN_WHEN_UNUSED("inactive_threshold", false),
    /** A durable one that nobody uses holds messages back in streams that wait for it. */
    KEPT_FOR_EVER("inactive_threshold", false),
    /** Its place is lost with its server. */
    MEMORY_ONLY("mem_storage", true),
    /** Without filter the server need not look for what matches. */
    FILTER_FOR_ALL("filter_subjects", false);

    private static final long SECOND = 1_000_000_000L;

    private final String field;
    private final boolean concern;

    Advice(String field, boolean concern) {
        this.field = field;
        this.concern = concern;
    }

    /** Beside which field it stands. */
    public String field() {
        return field;
    }

    /** Whether something should be changed, rather than known. */
    public boolean isConcern() {
        return concern;
    }

    /**
     * What is to be said of a configuration.
     *
     * @param stream the configuration of its stream
     */
    public static List<Advice> on(JsonNode config, JsonNode stream) {
        var found = new ArrayList<Advice>();
        String ackPolicy = config.path("ack_policy").asString("none");
        boolean acknowledges = !ackPolicy.equals("none");
        if (!config.path("deliver_subject").asString("").isEmpty()) {
            found.add(PULL_RATHER_THAN_PUSH);
        }
        if (!acknowledges) {
            found.add(NOTHING_IS_ACKNOWLEDGED);
        } else if (ackPolicy.equals("all")) {
            found.add(ACK_ALL_WITH_ONE_CLIENT_ONLY);
        }
        if (acknowledges) {
            addDelivery(config, found);
        }
        addKeeping(config, stream, found);
        if (InfoReader.filters(config).equals(List.of(">"))) {
            found.add(FILTER_FOR_ALL);
        }
        return found;
    }

    private static void addDelivery(JsonNode config, List<Advice> found) {
        long deliveries = config.path("max_deliver").asLong(-1);
        int waits = config.path("backoff").size();
        found.add(deliveries <= 0 ? NO_END_OF_DELIVERIES : WATCH_DEAD_LETTERS);
        if (waits > 0) {
            found.add(deliveries > 0 && waits > deliveries ? BACKOFF_BEYOND_DELIVERIES : BACKOFF_OVERRIDES_ACK_WAIT);
        }
        long wait = config.path("ack_wait").asLong(0);
        if (waits == 0 && wait > 0 && wait < 5 * SECOND) {
            found.add(SHORT_ACK_WAIT);
        }
        // 0 is what the server takes for 1,000.
        long most = config.path("max_ack_pending").asLong(0);
        if (most > 0 && most < 1_000) {
            found.add(FEW_ACK_PENDING);
        } else if (most < 0 || most > 10_000) {
            found.add(MANY_ACK_PENDING);
        }
    }

    private static void addKeeping(JsonNode config, JsonNode stream, List<Advice> found) {
        boolean durable = !config.path("durable_name").asString("").isEmpty();
        boolean forgets = config.path("inactive_threshold").asLong(0) > 0;
        if (!durable || forgets) {
            found.add(FORGOTTEN_WHEN_UNUSED);
        } else if (!stream.path("retention").asString("limits").equals("limits")) {
            found.add(KEPT_FOR_EVER);
        }
        if (config.path("mem_storage").asBoolean(false)
                && config.path("num_replicas").asInt(0) < 2) {
            found.add(MEMORY_ONLY);
        }
    }
}
